// SPDX-License-Identifier: Apache-2.0

extension ErrorBody {
    /// Returns the body with several subjects, each in place of its name: `‹folder›`.
    package func about(_ subjects: [String: String]) -> ErrorBody {
        func filled(_ text: String) -> String {
            subjects.reduce(text) { $0.replacing("‹\($1.key)›", with: $1.value) }
        }
        let details: Details =
            switch self.details {
            case .none: .none
            case .list(let list): .list(list.map(filled))
            case .text(let text): .text(filled(text))
            }
        return ErrorBody(
            id, code, filled(message), details: details, messageCode: messageCode, subcode: subcode,
            isMessageCodeLast: isMessageCodeLast, extendedCode: extendedCode, envelope: envelope, scope: scope,
            evidence: evidence)
    }
}
