// SPDX-License-Identifier: Apache-2.0

import Formats

/// An HTML page: a title, and a body in which every text is escaped.
struct Page: Sendable {
    var title: String
    var body: String
    /// A script on the first line that contains braces, where programs look for `{…}`.
    var script: String?

    init(title: String, body: String) {
        self.title = title
        self.body = body
    }

    /// The page for a handler that is called for a site of the other kind, which the router never does.
    static let notFound = Page(title: "Not Found", body: "<h1>Not Found</h1>")

    var html: [UInt8] {
        Array(
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(Page.escape(title))</title>\(script.map { "\n<script>\($0)</script>" } ?? "")
            <style>body{font:15px/1.5 sans-serif;margin:2em auto;max-width:60em;padding:0 1em;color:#1b1b1b;overflow-wrap:anywhere}\
            h1{font-size:1.4em;border-bottom:3px solid #0079c1;padding-bottom:.3em}\
            dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1em .8em;margin:0}dt{font-weight:600}dd{margin:0}\
            label{display:block;margin:.6em 0 .1em}input,select{font:inherit;padding:.3em;width:24em;max-width:100%}\
            button{font:inherit;margin-top:1em;padding:.4em 1.4em}textarea{font:inherit;width:24em;max-width:100%}\
            input[type=radio]{width:auto}td{vertical-align:top}td label{margin:.3em 1em .1em 0}\
            .inside{margin-left:1.5em}.record{border-top:1px solid #ccc;padding:.3em 0}.who{float:right;margin:0}.error{color:#a80000}code{word-break:break-all}</style>
            </head><body>
            \(body)
            </body></html>

            """.utf8)
    }

    /// Returns text escaped for an element, where quotation marks stay as they are.
    static func text(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// Returns text escaped for an element or a quoted attribute.
    static func escape(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
