// SPDX-License-Identifier: Apache-2.0

import Facts

extension OAuth {
    static let routes: [Route] =
        both([
            Row(
                "authorize",
                "The sign-in page with the object that programs read, or a redirect for a known user.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/authorize"), Authorize.answer),
            Row(
                "signin", "Receives the sign-in page's name and password; redirects to the app with a code or a token.",
                .reported("pypi.org/project/arcgis 1.5.2 and 2.4.4"), SignInDoor.answer),
            Row(
                "approval", "The page that shows the code, for apps without a redirect URI.",
                .reported("pypi.org/project/arcgis/1.5.2; DOI-BLM/requests-arcgis-auth"), Approval.answer),
            Row(
                "token", "Issues tokens for a code, a refresh token, or an app's secret.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/token"), TokenEndpoint.answer),
            Row(
                "revokeToken", "Revokes a token (auth_token).", .documented("Esri/arcgis-rest-js revoke-token"),
                RevokeToken.answer),
            Row(
                "validateAppAccess", "Whether a member may use an app.",
                .documented("Esri/arcgis-rest-js validate-app-access"), ValidateAppAccess.answer),
            Row(
                "platformSelf", "A token for an app of the same site, for the member of the cookie.",
                .documented("Esri/arcgis-rest-js app-tokens"), PlatformTokens.platformSelf),
            Row(
                "exchangeToken", "A token for another app and the same member.",
                .documented("Esri/arcgis-rest-js app-tokens"), PlatformTokens.exchange),
            Row(
                "apps/{client_id}", "An app, for the organization's administrators.",
                .reported("pypi.org/project/arcgis/2.4.4; Esri/arcgis-powershell-dsc"), RegisteredApps.app),
            Row(
                "apps/{client_id}/update", "Changes an app's redirect_uris.",
                .reported("Esri/arcgis-powershell-dsc Update-OAuthApplication"), RegisteredApps.update),
            Row(
                "registerApp", "Registers an app: itemId, appType, redirect_uris.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/register-app"), RegisteredApps.register),
            Row(
                "apps/{client_id}/unregister", "Ends the registration of an app.",
                .captured("docs/reference/oauth.md#grants-that-were-recorded"), RegisteredApps.unregister),
            Row(
                "mfa", "The page that asks for the code of a second factor.",
                .reported("docs/reference/enterprise-logins.md#the-web-tier-and-second-factors"), SecondFactor.answer),
            Row(
                "acceptTermsAndConditions", "The page that asks to accept the terms.",
                .reported("docs/reference/enterprise-logins.md#the-web-tier-and-second-factors"), FirstSignInPages.terms
            ),
            Row(
                "updateUserProfile", "The page of a first sign-in, and its security question.",
                .reported("docs/reference/enterprise-logins.md#the-web-tier-and-second-factors"),
                FirstSignInPages.profile),
            Row(
                "resetPassword", "The new password of a first sign-in.",
                .reported("docs/reference/enterprise-logins.md#the-web-tier-and-second-factors"),
                FirstSignInPages.password),
        ]) + registeredAppInfo

    private static let registeredAppInfo = ["sharing/rest", "sharing"].flatMap { root in
        ["items/{id}", "{folder}/items/{id}"].map { path in
            Route(
                .portal, "\(root)/content/users/{username}/\(path)/registeredAppInfo", .sharing,
                "The app that is registered with an item.",
                evidence: .captured("Esri/arcgis-rest-js developer-credentials tests"), handler: RegisteredApps.ofItem)
        }
    }

    private struct Row {
        var path: String
        var summary: String
        var evidence: Evidence
        var handler: Route.Handler

        init(_ path: String, _ summary: String, _ evidence: Evidence, _ handler: @escaping Route.Handler) {
            self.path = path
            self.summary = summary
            self.evidence = evidence
            self.handler = handler
        }
    }

    private static func both(_ rows: [Row]) -> [Route] {
        rows.flatMap { row in
            [
                Route(
                    .portal, "sharing/rest/oauth2/\(row.path)", .oauth2, row.summary, evidence: row.evidence,
                    handler: row.handler),
                Route(
                    .portal, "sharing/oauth2/\(row.path)", .oauth2, "The same resource without rest.",
                    evidence: .reported("pypi.org/project/arcgis signs in below sharing/oauth2"), handler: row.handler),
            ]
        }
    }
}
