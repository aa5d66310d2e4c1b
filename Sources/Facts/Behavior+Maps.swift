// SPDX-License-Identifier: Apache-2.0

extension Behavior {
    /// The behaviors of maps.
    static let maps: [Behavior: Entry] = [
        .mapSimpleLayerDefs: Entry(
            "layerDefs of a map with ids, colons and semicolons instead of JSON.", [.pass, .refuse],
            [
                (.v10_4, .pass, .documented("docs/reference/maps.md#operations: the simple syntax")),
                (
                    .v10_5_1, .refuse,
                    .documented("docs/reference/maps.md#operations: the simple syntax ends at 10.5")
                ), (.v11_4, .refuse, .documented("docs/reference/maps.md#operations")),
            ])
    ]
}
