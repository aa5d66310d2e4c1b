// SPDX-License-Identifier: Apache-2.0

import Enterprise

extension Keys {
    /// A change, listed beside the exchanges of `/_mock/requests`.
    static let controlEdit = Keys(
        what: "an edit", component: "ControlEdit",
        list: [
            Key("id", .anyNumber, "In sequence with those of the requests; never reused.", isRequired: true),
            Key("at", .anyNumber, "The deployment's clock, in ms since 1970; before a move of it.", isRequired: true),
            Key("kind", .word(ControlEdit.Kind.allCases.map(\.rawValue)), "What was changed.", isRequired: true),
            Key("text", .string, "What happened, in words and without secrets.", isRequired: true),
        ])
}
