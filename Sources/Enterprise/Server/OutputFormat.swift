// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A value of `f` that is no format: an error that is a page
/// (docs/reference/catalog-and-descriptions.md#catalog-and-information), or help.
enum OutputFormat {
    /// Returns the error for an unknown format. `known` lists the formats that would have passed.
    static func answer(
        _ format: String, _ known: [String], _ summary: String, _ context: inout RequestContext
    ) -> Outcome {
        if format == "help" { return help(summary, context) }
        return .refused(
            ServerDirectory.ErrorBodies.unknownFormat.about(format),
            Verdict(
                ServerDirectory.Rules.format, facts: [.init("f", format)],
                wouldPass: (known + ["html"]).map { "f=\($0)" }.joined(separator: ", ")), status: 400)
    }

    /// Returns a help page. Real servers show a page of Esri's documentation about the resource (captured); its text is
    /// Esri's, so this one only says what the double does.
    private static func help(_ summary: String, _ context: RequestContext) -> Outcome {
        let reference = "https://developers.arcgis.com/rest/services-reference/enterprise/"
        return .page(
            Page(
                title: "Help: \(context.route.path)",
                body: """
                    <h1>\(Page.escape(context.route.path))</h1>
                    <p>\(Page.escape(summary))</p>
                    <p>What its parameters mean, the <a href="\(reference)">reference of the REST API</a> tells.</p>
                    """), caching: .anybody)
    }
}
