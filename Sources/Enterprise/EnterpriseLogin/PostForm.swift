// SPDX-License-Identifier: Apache-2.0

/// A page that submits its fields automatically. It has ADFS's name `hiddenform`, which programs look for.
enum PostForm {
    static func page(_ title: String, _ action: String, _ fields: [(String, String)]) -> Page {
        let inputs = fields.map { name, value in
            "<input type=\"hidden\" name=\"\(Page.escape(name))\" value=\"\(Page.escape(value))\">"
        }
        return Page(
            title: title,
            body: """
                <form method="POST" name="hiddenform" action="\(Page.escape(action))">
                \(inputs.joined(separator: "\n"))
                <noscript><p>Script is disabled. Click Submit to continue.</p><button type="submit">Submit</button></noscript>
                </form>
                <script>document.forms[0].submit();</script>
                """)
    }
}
