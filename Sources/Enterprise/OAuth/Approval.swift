// SPDX-License-Identifier: Apache-2.0

import Formats

/// `oauth2/approval?code=…`: both the title and a field hold the code, because programs read one or the other.
enum Approval {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        let parameters = context.parameters
        guard let code = parameters.given("code") else {
            let error = parameters.given("error_description") ?? "No code came."
            return .page(
                Page(title: "Error: \(error)", body: "<h1>Error</h1>\n<p class=\"error\">\(Page.escape(error))</p>"))
        }
        return .page(
            Page(
                title: "SUCCESS code=\(code)",
                body: """
                    <h1>Sign in</h1>
                    <p>Please copy this code, switch to your application and paste it there:</p>
                    <p><input id="code" value="\(Page.escape(code))" readonly></p>
                    """))
    }
}
