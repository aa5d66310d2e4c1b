// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `manager` of a server: its services and where they are administered.
enum ManagerPage {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if let refused = ServerAdministrator.enter(&deployment, &context, index) {
            if case .redirect = refused.body { return refused }
            return refusal(refused, deployment, context, index)
        }
        let server = deployment.servers[index]
        let url = Page.escape(deployment.url(ofServer: index, context))
        let rows = server.services.filter { $0.running != .missing }.flatMap { service in
            service.types.map { type in
                let path = service.name.split(separator: "/").map { Percent.encode(String($0)) }.joined(separator: "/")
                let state = service.answers(at: context.now) ? "started" : service.running.rawValue
                return
                    "<li><a href=\"\(url)/rest/services/\(path)/\(type)\">\(Page.escape(service.name))</a> (\(type)), \(state)</li>"
            }
        }
        let who = context.caller.map { "<p>\(Page.escape($0)) is signed in.</p>\n" } ?? ""
        let body = """
            <h1>ArcGIS Server Manager</h1>
            \(who)<h2>Services</h2>
            <ul>
            \(rows.isEmpty ? "<li>None</li>" : rows.joined(separator: "\n"))
            </ul>
            <h2>Further</h2>
            <ul>
            <li><a href="\(url)/admin/">The administrator directory</a></li>
            <li><a href="\(url)/rest/services">The services directory</a></li>
            </ul>
            <hr><p><small>This page stands for an application of the real server, which runs in the browser. MockPortal has no \
            such applications.</small></p>
            """
        return .page(Page(title: "ArcGIS Server Manager", body: body))
    }

    /// Returns the page for somebody who may not enter, with a way to sign in as somebody else.
    private static func refusal(
        _ refused: Outcome, _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) -> Outcome {
        let login = LoginPage.url(deployment.url(ofServer: index, context) + "/admin", context)
        var outcome = Outcome.page(
            Page(
                title: "ArcGIS Server Manager",
                body: """
                    <h1>ArcGIS Server Manager</h1>
                    <p class="error">You may not enter: \(Page.escape(refused.verdict.first?.rule.summary ?? ""))</p>
                    <p><a href="\(Page.escape(login))">Sign in</a></p>
                    """))
        outcome.verdict = refused.verdict
        return outcome
    }
}
