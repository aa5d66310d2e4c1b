// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Facts

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension MockEnterprise {
    /// A deployment as it is written: portals, servers, users, services.
    public typealias Scenario = Enterprise.Scenario
    /// A failure on purpose: what is done, and to which requests.
    public typealias Fault = Enterprise.Fault
    /// Something that happens to a deployment, not through its doors.
    public typealias Event = Enterprise.Event
}

extension Scenario.Portal {
    /// Returns the portal that gives itself a URL in bodies, instead of that of the request.
    @_alwaysEmitIntoClient
    public func publicURL(_ url: URL) -> Self { published(at: url.absoluteString) }

    @usableFromInline
    package func published(at url: String) -> Self {
        var portal = self
        portal.publicURL = url.hasSuffix("/") ? String(url.dropLast()) : url
        return portal
    }
}

extension Scenario.Server {
    /// Returns the server that gives itself a URL in bodies, instead of that of the request.
    @_alwaysEmitIntoClient
    public func publicURL(_ url: URL) -> Self { published(at: url.absoluteString) }

    @usableFromInline
    package func published(at url: String) -> Self {
        var server = self
        server.publicURL = url.hasSuffix("/") ? String(url.dropLast()) : url
        return server
    }
}

extension Scenario {
    /// Returns the same scenario with a clock that starts at a moment, in whole milliseconds, not at the machine's time.
    @_alwaysEmitIntoClient
    public func starting(at date: Date) -> Scenario { starting(milliseconds: date.milliseconds) }

    @usableFromInline
    package func starting(milliseconds: Int64) -> Scenario {
        var scenario = self
        scenario.clock = Instant(milliseconds: milliseconds)
        return scenario
    }
}
