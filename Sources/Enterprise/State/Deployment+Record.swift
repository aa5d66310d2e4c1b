// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats
import Services

/// The written form of a deployment's state, from which a process of the same version goes on.
///
/// The rows of the scenario are not written: `fresh` has them, a deployment as the scenario begins.
extension Deployment {
    /// Returns the state in bytes, without files whose time is over.
    ///
    /// - Throws: `RecordEncoder.Postponed` if something is under way that has no written form.
    package func written(over fresh: Deployment, at now: Instant) throws -> [UInt8] {
        let encoder = RecordEncoder(userInfo: fresh.known.merging(OutputFiles.userInfo(at: now)) { first, _ in first })
        try encoder.write(self)
        return encoder.writer.bytes
    }

    /// Reads the state. Certificates of users are those that `current` knows, for each process has its own.
    ///
    /// - Throws: If the bytes are not a state that this version wrote.
    package init(written bytes: [UInt8], over fresh: Deployment, identifiedAs current: Deployment) throws {
        let decoder = RecordDecoder(bytes, userInfo: fresh.known)
        self = try decoder.read(Deployment.self)
        guard decoder.isAtEnd else { throw RecordReader.Broken(description: "there is more than a state") }
        for index in portals.indices where current.portals.indices.contains(index) {
            portals[index].certificates = current.portals[index].certificates
        }
    }

    /// The rows that both sides know.
    private var known: [CodingUserInfoKey: Any] {
        let published = servers.flatMap(\.services).flatMap(\.map.layers)
        let packed = portals.flatMap(\.content.publishing.packages).flatMap(\.served)
        return SharedRows.userInfo((published + packed).compactMap(\.source))
    }
}
