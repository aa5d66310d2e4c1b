// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Replication
import Trust

/// The first entry of a log: what its replicas have in common, written by the first of them.
struct ReplicaBeginning: Sendable, Hashable {
    /// The layout of records. Replicas of different layouts do not understand each other.
    static let layout = 2

    var layout = ReplicaBeginning.layout
    /// The version of the program: the same request has the same answer in the same version alone.
    var version: String
    var scenario: String
    /// The digest of the scenario as it is loaded, with what it names.
    var digest: [UInt8]
    var seed: UInt64
    /// The seed that goes before those of scenarios.
    var given: UInt64?
    /// The ports that the portals and servers give themselves.
    var http: UInt16
    var https: UInt16
    /// The first and the last port of deployments beside it; empty: there are none.
    var besides: [UInt16]
    /// The beginning of the clock, in milliseconds since 1970 by the engine.
    var milliseconds: Int64
    /// The authority that all replicas are trusted by, with its key and its names.
    var authority: String
    var authorityKey: String
    var authorityHosts: [String]
    /// The keys of identity providers, by number: another scenario may have one.
    var keys: [String]

    var bytes: [UInt8] {
        var writer = RecordWriter()
        writer.put(layout)
        writer.put(version)
        writer.put(scenario)
        writer.put(digest)
        writer.put(seed)
        writer.put(given) { $0.put($1) }
        writer.put(UInt64(http))
        writer.put(UInt64(https))
        writer.put(besides) { $0.put(UInt64($1)) }
        writer.put(milliseconds)
        writer.put(authority)
        writer.put(authorityKey)
        writer.put(authorityHosts) { $0.put($1) }
        writer.put(keys) { $0.put($1) }
        return writer.bytes
    }

    /// Reads a beginning; of another layout, only that is read.
    init(_ bytes: [UInt8]) throws {
        var reader = RecordReader(bytes)
        layout = try reader.integer()
        version = try reader.text()
        guard layout == Self.layout else {
            throw EngineFailure(
                .refused, "it was begun by version \(version), whose records this version does not read")
        }
        scenario = try reader.text()
        digest = try reader.blob()
        seed = try reader.number()
        given = try reader.optional { reader throws(RecordReader.Broken) in try reader.number() }
        http = UInt16(truncatingIfNeeded: try reader.number())
        https = UInt16(truncatingIfNeeded: try reader.number())
        besides = try reader.list { reader throws(RecordReader.Broken) in
            UInt16(truncatingIfNeeded: try reader.number())
        }
        milliseconds = try reader.signed()
        authority = try reader.text()
        authorityKey = try reader.text()
        authorityHosts = try reader.list { reader throws(RecordReader.Broken) in try reader.text() }
        keys = try reader.list { reader throws(RecordReader.Broken) in try reader.text() }
    }

    init(
        _ scenario: Scenario, seed: UInt64, given: UInt64?, ports: Sites.Ports, besides: ClosedRange<UInt16>?,
        milliseconds: Int64,
        authority: Authority
    ) {
        self.besides = Self.ends(besides)
        version = MockEnterprise.version
        self.scenario = scenario.name
        digest = Self.digest(of: scenario)
        (self.seed, self.given) = (seed, given)
        (http, https) = (ports.http, ports.https)
        self.milliseconds = milliseconds
        self.authority = authority.pem
        authorityKey = authority.keyPEM
        authorityHosts = authority.hosts
        keys = (0..<SigningKey.count).compactMap { SigningKey.shared($0)?.pem }
    }

    private static func ends(_ ports: ClosedRange<UInt16>?) -> [UInt16] {
        ports.map { [$0.lowerBound, $0.upperBound] } ?? []
    }

    /// Returns the authority that all replicas have.
    func shared(for hosts: [String]) throws -> Authority {
        if let missing = hosts.first(where: { !authorityHosts.contains($0) }) {
            throw EngineFailure(
                .refused, "this cannot be a replica: the authority of the others may not sign for \(missing)")
        }
        guard let kept = Authority(pem: authority, keyPEM: authorityKey, hosts: authorityHosts), !kept.endsSoon else {
            throw EngineFailure(.refused, "the authority of its replicas has expired; begin with another key")
        }
        return kept
    }

    /// The digest of a scenario without the places where it is written.
    static func digest(of scenario: Scenario) -> [UInt8] {
        // Of one version, a built-in scenario is what its name says.
        if scenario.file.hasPrefix(EmbeddedScenarios.prefix) {
            let urls = scenario.portals.map(\.publicURL) + scenario.servers.map(\.publicURL)
            return Digest.sha256(Array(([scenario.file] + urls.map { $0 ?? "-" }).joined(separator: "\n").utf8))
        }
        return StateDigest(
            leaving: ["Scenario.file", "Scenario.steps", "Scenario.warnings", "Scenario.place", "Scenario.report"]
        ).digest(of: scenario)
    }

    /// Says why a replica does not go with the others; `nil`: it does.
    func objection(to scenario: Scenario, seed wanted: UInt64?, besides ports: ClosedRange<UInt16>?) -> String? {
        if version != MockEnterprise.version {
            return "its replicas are of version \(version), and this is \(MockEnterprise.version)"
        }
        if digest != Self.digest(of: scenario) {
            return self.scenario == scenario.name
                ? "its replicas serve \(self.scenario) as it is written elsewhere, or with another public URL"
                : "its replicas serve \(self.scenario), and this is \(scenario.name)"
        }
        if besides != Self.ends(ports) {
            return "its replicas have other --deployment-ports: \(besides.map(String.init).joined(separator: "-"))"
        }
        if let wanted, wanted != seed { return "its replicas have the seed \(seed), and this has \(wanted)" }
        return nil
    }
}
