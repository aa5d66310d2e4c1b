// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A visit to a page of a portal's home: by whom, and what is around every page.
struct HomeVisit: Sendable {
    let portal: Int
    let caller: Caller
    /// The portal's URL.
    private let url: String

    /// The most that a list shows.
    private static let shown = 200

    /// Finds out who is there; `nil` if no portal is. Pages need no token: whoever is unknown is anonymous.
    init?(_ deployment: Deployment, _ context: inout RequestContext) {
        guard case .portal(let index) = context.site else { return nil }
        portal = index
        url = deployment.url(ofPortal: index, context)
        let member = context.webTierAccount ?? deployment.browserMember(portal: index, context)
        caller = member.map { .member(portal: index, account: $0) } ?? .anonymous
        context.caller = deployment.name(of: caller)
    }

    /// Returns the page, with who is signed in above it, and below it what it is.
    func page(_ title: String, _ body: String, _ deployment: Deployment, _ context: RequestContext) -> Outcome {
        let here = context.call.request.target.raw
        let who: String
        if let name = deployment.name(of: caller) {
            // The sentence is the page's since it was there.
            let query = Form.encode([("client_id", HomeSignIn.app), ("redirect_uri", "\(url)/home/")])
            let leave = "\(url)/sharing/rest/oauth2/signout?\(query)"
            who = "\(Page.escape(name)) is signed in. <a id=\"signout\" href=\"\(Page.escape(leave))\">Sign out</a>"
        } else {
            let enter = "\(url)/home/signin.html?\(Form.encode([("next", here)]))"
            who = "Nobody is signed in. <a id=\"signin\" href=\"\(Page.escape(enter))\">Sign in</a>"
        }
        let nav = "<nav><a href=\"\(Page.escape(url))/home/\">Home</a></nav>"
        return .page(
            Page(
                title: title,
                body: """
                    <p>\(who)</p>
                    \(nav)
                    \(body)
                    <hr><p><small>This page stands for an application of the real portal, which runs in the browser. MockPortal \
                    has no such applications.</small></p>
                    """))
    }

    /// Returns the page for something that is not there, or not for the caller.
    func missing(_ what: String, _ verdict: Verdict, _ deployment: Deployment, _ context: RequestContext) -> Outcome {
        var outcome = page(
            what, "<h1>\(Page.escape(what))</h1>\n<p class=\"error\">It does not exist, or you may not see it.</p>",
            deployment, context)
        outcome.verdict = [verdict]
        return outcome
    }

    /// Returns a link to a page of the home.
    func link(_ text: String, _ page: String, _ name: String, _ value: String) -> String {
        "<a href=\"\(Page.escape("\(url)/home/\(page)?\(Form.encode([(name, value)]))"))\">\(Page.escape(text))</a>"
    }

    static func section(_ title: String, _ items: [String], none: String? = nil) -> String {
        if items.isEmpty { return none.map { "<h2>\(title)</h2>\n<p>\($0)</p>\n" } ?? "" }
        let list = items.prefix(shown).map { "<li>\($0)</li>" }.joined(separator: "\n")
        let rest = items.count > shown ? "\n<li>… and \(items.count - shown) more</li>" : ""
        return "<h2>\(title)</h2>\n<ul>\n\(list)\(rest)\n</ul>\n"
    }

    /// Returns rows of keys with their values beside them, which are HTML; a row without a value is left out.
    static func facts(_ rows: [(String, String?)]) -> String {
        let shown = rows.compactMap { row in
            row.1.flatMap { $0.isEmpty ? nil : "<dt>\(row.0)</dt><dd>\($0)</dd>" }
        }
        return "<dl>\n\(shown.joined(separator: "\n"))\n</dl>\n"
    }
}
