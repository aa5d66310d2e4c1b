// SPDX-License-Identifier: Apache-2.0

extension ErrorBody {
    /// Returns the body with several subjects, each in place of its name: `‹folder›`.
    package func about(_ subjects: [String: String]) -> ErrorBody {
        var text = message
        for (name, subject) in subjects { text = text.replacing("‹\(name)›", with: subject) }
        return ErrorBody(
            id, code, text, details: details, messageCode: messageCode, subcode: subcode,
            isMessageCodeLast: isMessageCodeLast, extendedCode: extendedCode, envelope: envelope, scope: scope,
            evidence: evidence)
    }
}
