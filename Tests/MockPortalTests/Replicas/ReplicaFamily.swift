// SPDX-License-Identifier: Apache-2.0

import Formats
import Foundation
import Replication
import TestSupport
import Testing
import Trust

@testable import MockPortal

/// Replicas of one scenario, asked in turn.
struct ReplicaFamily {
    let log: MemoryLog
    private let snapshotBytes: Int?
    var members: [SocketFixture] = []
    private var next = 0

    /// A portal whose airports can be edited, which has no clock and no seed.
    static let edited = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Replicas/edited.json5").standardizedFileURL.path

    init(
        _ count: Int, _ name: String = edited, log: MemoryLog = MemoryLog(), snapshotBytes: Int? = nil
    ) throws {
        (self.log, self.snapshotBytes) = (log, snapshotBytes)
        for _ in 0..<count { try grow(name) }
    }

    mutating func grow(_ name: String = edited, log other: (any SharedLog)? = nil) throws {
        members.append(
            try SocketFixture(name) { ($0.sharedLog, $0.snapshotBytes) = (other ?? log, snapshotBytes) })
    }

    /// The next one.
    mutating func turn() -> SocketFixture {
        next += 1
        return members[next % members.count]
    }

    private var replicators: [Replicator] {
        members.compactMap { $0.portal.instance.replica.withLock { $0 }?.replicator }
    }

    /// How each stands with the log.
    var links: [Link] { replicators.map(\.link) }

    /// Waits until all are at one place, and returns the digests of their states.
    func digests() throws -> Set<String> {
        var digests: Set<String> = []
        try until("the replicas are at one place") {
            let all = try members.map { try $0.get("/_mock/replicas?digest=true")?.json }
            digests = Set(all.compactMap { $0?["digest"]?.text })
            return Set(all.map { $0?["position"]?.text }).count == 1
        }
        return digests
    }

    /// Waits until there are more entries than so many, and all have read them.
    func settle(after entries: Int) {
        until("there is an entry more") { log.count > entries }
        until("all have read it") { replicators.allSatisfy { $0.place.entries >= log.count - 1 } }
    }

    func stop() { for member in members { member.portal.stopAndWait() } }

    /// Returns a token of the next one for a user.
    mutating func token(user: String = "viewer") throws -> String { try Self.token(turn(), user: user) }

    static func token(_ wire: SocketFixture, user: String = "viewer") throws -> String {
        let body = "username=\(user)&password=\(user)&client=requestip&f=json"
        let heard = try wire.request("POST", "/portal/sharing/rest/generateToken", body: body, tls: true)
        return heard?.json?["token"]?.text ?? ""
    }
}
