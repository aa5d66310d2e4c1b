// SPDX-License-Identifier: Apache-2.0

import Formats

/// The report of a run against another deployment can be kept and shown, so the secrets that the run learned are removed
/// from it wherever they occur.
extension Redaction {
    /// Creates a redaction of the passwords and client secrets in a ready file.
    init(ready: JSON) {
        let admins = (ready["siteAdmins"]?.members ?? []).map(\.value)
        for holder in (ready["users"]?.elements ?? []) + (ready["apps"]?.elements ?? []) + admins {
            for name in ["password", "clientSecret"] { holder[name]?.text.map { learn($0) } }
        }
    }

    /// Adds a saved value, which is usually a token, a code or a state.
    mutating func learn(_ value: String) {
        guard value.count > 3, !known.contains(value) else { return }
        known.append(value)
        known.sort { $0.count > $1.count }
    }

    func hide(_ report: inout StepReport) {
        report.curl = report.curl.map(hide)
        report.verdict = report.verdict.map(hide)
        report.answer = report.answer.map(hide)
        for index in report.differences.indices {
            report.differences[index].expected = hide(report.differences[index].expected)
            report.differences[index].got = hide(report.differences[index].got)
        }
    }

    private func hide(_ text: String) -> String {
        var text = text
        for value in known {
            for spelling in [value, Percent.encode(value)] { text = text.replacing(spelling, with: "‹secret›") }
        }
        text = text.replacing(/(\w+)=[^&'\s‹]+/) { match in
            SecretName.ends(match.1) ? "\(match.1)=‹secret›" : String(match.0)
        }
        return Redaction.hidden(members: text) { _, _ in "‹secret›" }
    }
}
