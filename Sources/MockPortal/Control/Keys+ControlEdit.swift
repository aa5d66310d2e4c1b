// SPDX-License-Identifier: Apache-2.0

import Enterprise

extension Keys {
    /// What was changed, beside the exchanges of `/_mock/requests`.
    static let controlEdit = Keys(
        what: "an edit", component: "ControlEdit",
        list: [
            Key("id", .anyNumber, "Counts with those of the requests; never given twice.", isRequired: true),
            Key("at", .anyNumber, "The deployment's clock, in ms since 1970; before a move of it.", isRequired: true),
            Key("kind", .word(ControlEdit.Kind.allCases.map(\.rawValue)), "What was changed.", isRequired: true),
            Key("text", .string, "What happened, for a person to read; no secrets.", isRequired: true),
        ])
}
