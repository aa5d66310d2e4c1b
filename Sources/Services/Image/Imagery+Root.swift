// SPDX-License-Identifier: Apache-2.0

extension Imagery {
    /// The keys of an ImageServer's root that a scenario can set: the others follow from the release and the extent.
    package static let keysOfRoot = Description.imageServer.rows.map(\.key).filter { !derived.contains($0) }

    private static let derived: Set = ["currentVersion", "initialExtent", "fullExtent"]
}
