// SPDX-License-Identifier: Apache-2.0

import Formats

/// A page of the services directory: a heading with the path to it, the resource as text with links, and its
/// operations. Real pages have these parts (documented: get-started-with-the-services-directory); their markup is not
/// copied.
enum ServicesPage {
    /// Returns the page for the answer of the resource. If `json` is `nil`, it is the empty form of an operation.
    static func page(_ json: JSON?, at location: DirectoryLocation) -> Page {
        var body = heading(location)
        let title = json.map { self.title($0, location) } ?? location.form?.title ?? location.crumbs.last?.name ?? ""
        body += "<h2>\(Page.escape(title))</h2>\n"
        if let form = location.form { body += form.html(location) + "\n" + (json == nil ? "" : "<hr>\n") }
        if let json { body += ServicesContent(json, location).html }
        return Page(title: title, body: body)
    }

    /// Returns the heading: the user, the path, and other formats.
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

    /// Returns a link. `path` comes from a client or was built here, so it is only escaped for the attribute.
    static func link(_ name: String, _ path: String) -> String {
        "<a href=\"\(Page.escape(path))\">\(Page.escape(name))</a>"
    }
}
