// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The page of oauth2/authorize, for people and for programs that read its `oAuthInfo`.
enum SignInPage {
    /// Returns the page for the sign-in with the given key.
    static func page(
        _ deployment: Deployment, _ context: inout RequestContext, _ index: Int, _ key: String, messages: [String]
    ) -> Page {
        let portal = deployment.portals[index]
        var members: [JSON.Member] = []
        // Without built-in logins there is no state for a name and a password (Esri/arcgis-python-api#1597).
        if portal.hasBuiltInLogins { members.append(.init("oauth_state", .string(key))) }
        if let app = deployment.portals[index].oauth.signIn(key, at: context.now)?.app {
            members.append(.init("client_id", .string(portal.apps[app].clientID)))
        }
        if portal.hasSAMLLogins {
            members.append(
                .init(
                    "federationInfo",
                    .object([
                        .init("idpName", .string(portal.samlName)),
                        .init("idpAuthorizeUrl", .string(samlURL(deployment, context, index, key))),
                    ])))
        }
        // A refusal carries this code (pypi.org/project/arcgis/2.4.4 looks for it; its place is inferred).
        if !messages.isEmpty { members.append(.init("messageCode", .string("OAUTH_0015"))) }
        members.append(.init("messages", .array(messages.map(JSON.string))))
        var page = Page(title: "Sign in", body: body(deployment, context, index, key, messages))
        page.script = script(members, &context)
        return page
    }

    /// Returns the script that programs read `oAuthInfo` from.
    static func script(_ members: [JSON.Member], _ context: inout RequestContext) -> String {
        // Nothing in the JSON may end the script.
        let json = String(decoding: JSONWriter.json(.object(members)), as: UTF8.self)
            .replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
        let isOneLine = context.choice(.oauthInfoForm) == .semicolon
        return isOneLine ? "var oAuthInfo = \(json);" : "var oAuthInfo = \(json)\n"
    }

    static func samlURL(_ deployment: Deployment, _ context: RequestContext, _ index: Int, _ key: String) -> String {
        "\(deployment.url(ofPortal: index, context))/sharing/rest/oauth2/saml/authorize?oauth_state=\(Percent.encode(key))"
    }

    private static func body(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ key: String, _ messages: [String]
    ) -> String {
        let portal = deployment.portals[index]
        var body = "<h1>Sign in to \(Page.escape(portal.organization))</h1>\n"
        for message in messages { body += "<p class=\"error\">\(Page.escape(message))</p>\n" }
        if portal.hasSAMLLogins {
            let url = Page.escape(samlURL(deployment, context, index, key))
            body += "<p><a id=\"saml\" href=\"\(url)\">\(Page.escape(portal.samlName))</a></p>\n"
        }
        if let name = portal.oidcName {
            let url =
                "\(deployment.url(ofPortal: index, context))/sharing/rest/oauth2/oidc/\(OIDCLogin.id(portal))/authorize?oauth_state=\(Percent.encode(key))"
            body += "<p><a id=\"oidc\" href=\"\(Page.escape(url))\">\(Page.escape(name))</a></p>\n"
        }
        guard portal.hasBuiltInLogins else { return body }
        let action = "\(deployment.url(ofPortal: index, context))/sharing/oauth2/signin"
        return body + """
            <form method="post" action="\(Page.escape(action))">
            <input type="hidden" name="oauth_state" value="\(Page.escape(key))">
            <label for="username">Username</label><input id="username" name="username" autocomplete="username">
            <label for="password">Password</label>\
            <input id="password" name="password" type="password" autocomplete="current-password">
            <br><button type="submit">Sign In</button> <button type="submit" name="cancel" value="true">Cancel</button>
            </form>
            """
    }
}
