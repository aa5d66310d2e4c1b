// SPDX-License-Identifier: Apache-2.0

import Formats

/// The forms a browser gets where programs POST: the fields of the real pages (docs/reference/tokens.md#parameters and
/// docs/reference/server-tokens.md#issuing-tokens).
enum TokenForm {
    static func portal(_ context: RequestContext) -> Page { form("Generate Token", "Webapp URL", context) }
    static func server(_ context: RequestContext) -> Page { form("Generate Token", "HTTP Referer", context) }

    private static func form(_ title: String, _ refererLabel: String, _ context: RequestContext) -> Page {
        // From the root, because the page stands at `tokens` and at `tokens/`.
        let root = context.call.request.target.segments.first.map { Percent.encode($0) } ?? ""
        let action = context.route.path.hasSuffix("okens") ? "/\(root)/tokens/generateToken" : ""
        let body = """
            <h1>\(title)</h1>
            <form method="post" action="\(action)">
            <label for="username">Username</label><input id="username" name="username" autocomplete="username">
            <label for="password">Password</label>\
            <input id="password" name="password" type="password" autocomplete="current-password">
            <label for="client">Client</label><select id="client" name="client">
            <option value="referer" selected>\(refererLabel)</option>
            <option value="ip">IP Address</option>
            <option value="requestip">IP Address of this request's origin</option></select>
            <label for="referer">\(refererLabel)</label><input id="referer" name="referer">
            <label for="ip">IP Address</label><input id="ip" name="ip">
            <label for="expiration">Expiration (minutes)</label><input id="expiration" name="expiration" value="60">
            <label for="f">Format</label><select id="f" name="f">
            <option value="html">HTML</option><option value="json">JSON</option></select>
            <br><button type="submit">Generate Token</button>
            </form>
            """
        return Page(title: title, body: body)
    }
}
