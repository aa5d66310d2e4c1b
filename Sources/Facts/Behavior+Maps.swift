// SPDX-License-Identifier: Apache-2.0

extension Behavior {
    /// The behaviors of maps.
    static let maps: [Behavior: Entry] = [
        .mapSimpleLayerDefs: Entry(
            "layerDefs of a map with ids, colons and semicolons instead of JSON.", [.pass, .refuse],
            [
                ("10.4", .pass, .documented("identify-map-service: the simple syntax")),
                (
                    "10.5.1", .refuse,
                    .documented("identify-map-service, 10.5: the simple syntax is not supported any more")
                ), ("11.4", .refuse, .documented("the same page")),
            ])
    ]
}
