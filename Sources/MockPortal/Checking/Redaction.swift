// SPDX-License-Identifier: Apache-2.0

import Formats

/// Takes secrets out of the report of a run against a deployment elsewhere: it is to be kept and shown.
struct Redaction {
    private var known: [String] = []

    /// The passwords and client secrets of a ready file.
    init(ready: JSON) {
        let admins = (ready["siteAdmins"]?.members ?? []).map(\.value)
        for holder in (ready["users"]?.elements ?? []) + (ready["apps"]?.elements ?? []) + admins {
            for name in ["password", "clientSecret"] { holder[name]?.text.map { learn($0) } }
        }
    }

    /// A value that was saved is a token, a code or a state more often than not.
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
        text = text.replacing(/((?:password|client_secret|token|code|SAMLResponse)=)[^&'\s‹]+/) { "\($0.1)‹secret›" }
        return text.replacing(/("(?:access_|refresh_|id_)?token"\s*:\s*")[^"]*"/) { "\($0.1)‹secret›\"" }
    }
}
