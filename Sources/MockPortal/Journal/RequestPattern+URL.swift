// SPDX-License-Identifier: Apache-2.0

public import Enterprise

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension RequestPattern {
    /// Returns the pattern of GET requests to a URL, of which the path counts.
    @_alwaysEmitIntoClient
    public static func get(_ url: URL) -> RequestPattern { get(url.absoluteString) }

    /// Returns the pattern of POST requests to a URL, of which the path counts.
    @_alwaysEmitIntoClient
    public static func post(_ url: URL) -> RequestPattern { post(url.absoluteString) }

    /// Returns the pattern of requests to a URL, of which the path counts, by any method.
    @_alwaysEmitIntoClient
    public static func path(_ url: URL) -> RequestPattern { path(url.absoluteString) }
}
