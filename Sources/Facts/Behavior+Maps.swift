// SPDX-License-Identifier: Apache-2.0

extension Behavior {
    /// The behaviors of maps.
    static let maps: [Behavior: Entry] = [
        .mapSimpleLayerDefs: Entry(
            "layerDefs of a map with ids, colons and semicolons instead of JSON.", [.pass, .refuse],
            [
                (.v10_4, .pass, .documented("identify-map-service: the simple syntax")),
                (
                    .v10_5_1, .refuse,
                    .documented("identify-map-service, 10.5: the simple syntax is not supported any more")
                ), (.v11_4, .refuse, .documented("the same page")),
            ])
    ]
}
