// SPDX-License-Identifier: Apache-2.0

import Formats

/// A page of the services directory: a heading with the way to it, the resource as text with its links, its operations.
/// Real pages have these parts (documented: get-started-with-the-services-directory); their markup is not followed.
enum ServicesPage {
    /// `json`: what the resource answers; `nil`: the form of an operation that nothing was asked of.
    static func page(_ json: JSON?, at location: DirectoryLocation) -> Page {
        var body = heading(location)
        let title = json.map { self.title($0, location) } ?? location.form?.title ?? location.crumbs.last?.name ?? ""
        body += "<h2>\(Page.escape(title))</h2>\n"
        if let form = location.form { body += form.html(location) + "\n" + (json == nil ? "" : "<hr>\n") }
        if let json { body += ServicesContent(json, location).html }
        return Page(title: title, body: body)
    }

    /// Who is here, where this is, and the same in other formats.
    private static func heading(_ location: DirectoryLocation) -> String {
        var who = location.user.map { "Logged in as: \(Page.escape($0))" } ?? ""
        if location.user != nil, let logout = location.logout { who += " | \(link("Logout", logout))" }
        if location.user == nil, let login = location.login { who = "<a href=\"\(Page.escape(login))\">Login</a>" }
        let crumbs = location.crumbs.map { link($0.name, $0.path) }.joined(separator: " &gt; ")
        var formats = ["<a href=\"?f=help\">Help</a>"]
        if location.isGet {
            formats.insert("<a href=\"\(Page.escape(location.link("pjson")))\">JSON</a>", at: 0)
        }
        return """
            <h1>ArcGIS REST Services Directory</h1>
            <p class="who">\(who)</p>
            <nav>\(crumbs)</nav>
            <p>\(formats.joined(separator: " | "))</p>

            """
    }

    private static func title(_ json: JSON, _ location: DirectoryLocation) -> String {
        if json["error"] != nil { return location.form?.title ?? "Error" }
        if location.resource == nil {
            return "Folder: \(location.crumbs.count > 2 ? location.crumbs.last?.name ?? "" : "/")"
        }
        if let form = location.form { return form.title }
        if location.resource == "{layer}", let name = json["name"]?.text, let id = json["id"]?.integer {
            return "\(json["type"]?.text == "Table" ? "Table" : "Layer"): \(name) (ID: \(id))"
        }
        return location.crumbs.last?.name ?? ""
    }

    /// `path` is as a client sent it or made here: it is escaped for the attribute only.
    static func link(_ name: String, _ path: String) -> String {
        "<a href=\"\(Page.escape(path))\">\(Page.escape(name))</a>"
    }
}
