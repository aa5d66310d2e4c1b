// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The sign-in forms of the services directory and the administrator directories. They store a token in the cookie
/// `agstoken` and send the browser back to where it came from.
enum LoginPage {
    enum Rules {
        static let wrong = Rule(
            "login.refused", "The name and password, or the token, are not accepted here.",
            advice: "At a federated server, use a portal member; the site administrator can sign in only at admin.",
            evidence: .documented("docs/reference/sources.md#administrator-directory-on-a-federated-server"))
    }

    static let rules: [Rule] = [Rules.wrong]

    /// Returns the URL of the form below `root`, which sends the browser back to this request.
    static func url(_ root: String, _ context: RequestContext) -> String {
        "\(root)/login?redirect=\(Percent.encode(context.call.request.target.raw))"
    }

    /// `rest/login`: a user of the server's own store, or of the portal once federated; never its site administrator
    /// then.
    static func services(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let siteContext = deployment.servers[index].context
        let wantsToken = deployment.servers[index].federation != nil && context.choice(.restLogin) == .token
        let form = Form(
            title: "ArcGIS REST Services Directory Login", isTokenPasted: wantsToken, cookiePath: "/\(siteContext)",
            home: "/\(siteContext)/rest/services")
        return answer(&deployment, &context, form) { deployment, context, username, password in
            guard let federation = deployment.servers[index].federation else {
                if let found = siteAdmin(&deployment, &context, index, username, password) { return found }
                return store(&deployment, &context, index, username, password)
            }
            return member(&deployment, &context, federation.portal, username, password)
        }
    }

    /// `rest/logout`: takes the cookie away, and leads to the services directory. A token that is in the URL goes with
    /// it.
    static func logout(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let siteContext = deployment.servers[index].context
        return Outcome(
            body: .redirect("\(context.origin)/\(siteContext)/rest/services"),
            fields: [.init("Set-Cookie", "agstoken=; Path=/\(siteContext); Max-Age=0; HttpOnly")])
    }

    /// `admin/login`: for the primary site administrator, and for administrators of the own store while standalone.
    static func admin(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let siteContext = deployment.servers[index].context
        let form = Form(
            title: "ArcGIS Server Administrator Directory Login", isTokenPasted: false,
            cookiePath: "/\(siteContext)/admin",
            home: "/\(siteContext)/admin/")
        return answer(&deployment, &context, form) { deployment, context, username, password in
            if let found = siteAdmin(&deployment, &context, index, username, password) { return found }
            guard deployment.servers[index].federation == nil else {
                return .failure(
                    Refusal(
                        Verdict(
                            Tokens.Rules.serverPortalUsers, facts: [.init("username", username)],
                            wouldPass: "the server's primary site administrator, or a portal token in the URL")))
            }
            return store(&deployment, &context, index, username, password)
        }
    }

    /// `portaladmin/login`: for members of the portal, although only administrators may see the directory.
    static func portalAdmin(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let siteContext = deployment.portals[index].context
        let form = Form(
            title: "Portal Administrator Directory Login", isTokenPasted: false,
            cookiePath: "/\(siteContext)/portaladmin",
            home: "/\(siteContext)/portaladmin")
        return answer(&deployment, &context, form) { deployment, context, username, password in
            member(&deployment, &context, index, username, password)
        }
    }

    private struct Form {
        var title: String
        var isTokenPasted: Bool
        var cookiePath: String
        var home: String
    }

    private typealias Check = (inout Deployment, inout RequestContext, String, String) -> Result<String, Refusal>

    private static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ form: Form, _ check: Check
    ) -> Outcome {
        let parameters = context.parameters
        guard !context.isGet else { return .page(page(form, context, error: nil), caching: .anybody) }
        let string: String
        if form.isTokenPasted {
            // A pasted token is checked at the page to which the browser goes next.
            string = parameters.given("token") ?? ""
        } else {
            let username = parameters.given("username") ?? ""
            context.caller = username.isEmpty ? nil : username
            switch check(&deployment, &context, username, parameters.given("password") ?? "") {
            case .success(let token): string = token
            case .failure(let refusal):
                var outcome = Outcome.page(page(form, context, error: "Invalid username or password."))
                outcome.verdict = [
                    Verdict(
                        Rules.wrong, facts: refusal.verdict.facts + [.init("rule", refusal.verdict.rule.id)],
                        wouldPass: refusal.verdict.wouldPass, evidence: refusal.verdict.evidence)
                ]
                return outcome
            }
        }
        let secure = context.isSecure ? "; Secure" : ""
        let next = back(context, home: form.home)
        var paths = [form.cookiePath]
        // The manager's page has the same administrators, and no form of its own.
        if form.cookiePath.hasSuffix("/admin"), next.hasPrefix("\(context.origin)\(form.cookiePath.dropLast(5))manager")
        {
            paths.append("\(form.cookiePath.dropLast(5))manager")
        }
        return Outcome(
            body: .redirect(next),
            fields: paths.map { .init("Set-Cookie", "agstoken=\(string); Path=\($0); HttpOnly\(secure)") })
    }

    /// Returns the path to which the browser goes back. It is on this host, so that the form never redirects elsewhere.
    private static func back(_ context: RequestContext, home: String) -> String {
        let asked = context.parameters.given("redirect") ?? home
        let isPath =
            asked.hasPrefix("/") && !asked.hasPrefix("//") && !asked.hasPrefix("/\\")
            && asked.utf8.allSatisfy { $0 > 32 && $0 < 127 }
        return context.origin + (isPath ? asked : home)
    }

    private static func page(_ form: Form, _ context: RequestContext, error: String?) -> Page {
        let redirect = Page.escape(context.parameters.given("redirect") ?? "")
        let fields =
            form.isTokenPasted
            ? "<label for=\"token\">Portal token</label><input id=\"token\" name=\"token\">"
            : """
            <label for="username">User name</label><input id="username" name="username" autocomplete="username">
            <label for="password">Password</label>\
            <input id="password" name="password" type="password" autocomplete="current-password">
            """
        let told = error.map { "<p class=\"error\">\($0)</p>\n" } ?? ""
        return Page(
            title: form.title,
            body: """
                <h1>\(form.title)</h1>
                \(told)<form method="post">
                <input type="hidden" name="redirect" value="\(redirect)">
                \(fields)
                <br><button type="submit">Log In</button>
                </form>
                """)
    }
}
