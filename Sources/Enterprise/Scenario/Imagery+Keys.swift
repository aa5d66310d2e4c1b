// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

extension Imagery: ScenarioPart {
    static let table = KeyTable<Self>(
        "an image",
        [
            KeyRow(
                Keys.Key("source", .string, "A PNG or JPEG that fills the extent, relative to this file."),
                read: { node, imagery, loader in
                    guard let bytes = loader.file(node) else { return }
                    imagery.picture = Picture(file: bytes)
                    guard imagery.picture == nil else { return }
                    loader.fail(
                        node, "\(node.text ?? "") is not a PNG or JPEG of at most \(Picture.largest) pixels a side")
                }),
            KeyRow(
                Keys.Key("properties", .object(propertyKeys), "Members of the root."),
                read: { node, imagery, _ in imagery.properties = node.json.members ?? [] }),
            KeyRow(
                "pixel", .string, "The value that identify returns: a number, or several separated by commas.",
                \.pixel),
            KeyRow("rasterFiles", listOf: .part, "The files that download lists.", \.files),
        ])

    /// What the root of some release has and is not said elsewhere.
    private static let propertyKeys = Keys(
        what: "an image's properties", list: Imagery.keysOfRoot.map { Keys.Key($0, .any, "As in the root.") })

    static func blank(at location: CodeLocation) -> Self { Self() }
}

extension Imagery.File: ScenarioPart {
    static let table = KeyTable<Self>(
        "a raster file",
        [
            KeyRow("name", .string, "Its id.", isRequired: true, always: \.name),
            KeyRow(
                "rasters", .list(.integer(Keys.anyInteger)), "The object ids in the catalog.", isRequired: true,
                always: \.rasters),
            KeyRow(
                Keys.Key("source", .string, "A file, relative to this file."),
                read: { node, file, loader in
                    file.bytes = loader.file(node)
                    file.size = file.bytes?.count ?? 0
                }),
            KeyRow(
                "size", .integer(0...Int.max), "The size in bytes; default: the source's.", loaded: \.size),
        ])

    static func blank(at location: CodeLocation) -> Self { Self(name: "", size: 0, rasters: []) }
}
