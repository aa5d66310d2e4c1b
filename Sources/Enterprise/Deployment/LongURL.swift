// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A web server in front of a site that accepts no long URLs. It answers itself, with HTML and an HTTP status.
enum LongURL {
    /// The largest number of characters in path and query, as sent; reported as about 2,140.
    private static let limit = 2140

    static let tooLong = Rule(
        "site.long-url", "The web server in front of the site does not accept a URL of that length.",
        advice: "Send the request by POST, as many clients do from 2,000 characters on.",
        clients: "arcgis-rest-js did not, and reported a 404 to its callers.",
        evidence: .reported("Esri/arcgis-rest-js#1226; OSGeo/gdal#4703"))

    static let rules: [Rule] = [tooLong]

    static func refuse(_ context: inout RequestContext) -> Outcome? {
        let length = context.call.request.target.raw.utf8.count
        guard length > limit else { return nil }
        let choice = context.choice(.serverLongURL)
        guard choice != .pass else { return nil }
        let verdict = Verdict(
            tooLong, facts: [.init("letters", "\(length)"), .init("limit", "\(limit)")],
            wouldPass: "a URL of at most \(limit) characters: the parameters in the body of a POST",
            evidence: context.evidence(.serverLongURL))
        let (page, type, status) =
            choice == .code414 ? (page414, "text/html; charset=us-ascii", 414) : (page404, "text/html", 404)
        return Outcome(body: .bytes(Array(page.utf8), type: type), status: status, verdict: [verdict])
    }

    /// IIS's own page, captured (OSGeo/gdal#4703; wavded/ogr2ogr#88).
    private static let page414 = [
        "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"\"http://www.w3.org/TR/html4/strict.dtd\">",
        "<HTML><HEAD><TITLE>Request URL Too Long</TITLE>",
        "<META HTTP-EQUIV=\"Content-Type\" Content=\"text/html; charset=us-ascii\"></HEAD>",
        "<BODY><h2>Request URL Too Long</h2>", "<hr><p>HTTP Error 414. The request URL is too long.</p>",
        "</BODY></HTML>", "",
    ].joined(separator: "\r\n")

    /// IIS's wording; the layout of the page is inferred.
    private static let page404 = [
        "<!DOCTYPE html>", "<html><head><title>404 - File or directory not found.</title></head>",
        "<body><h2>404 - File or directory not found.</h2>",
        "<h3>The resource you are looking for might have been removed, had its name changed, or is temporarily "
            + "unavailable.</h3>",
        "</body></html>", "",
    ].joined(separator: "\n")
}
