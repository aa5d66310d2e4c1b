import Formats

/// A page of the services directory: a heading with the way to it, the resource as text with its links, its operations.
/// Real pages have these parts (documented: get-started-with-the-services-directory); their markup is not followed.
enum ServicesPage {
    /// `json`: what the resource answers; `nil`: the form of an operation that nothing was asked of.
    static func page(_ json: JSON?, at place: DirectoryPlace) -> Page {
        var body = heading(place)
        let title = json.map { self.title($0, place) } ?? place.form?.title ?? place.crumbs.last?.name ?? ""
        body += "<h2>\(Page.escape(title))</h2>\n"
        if let form = place.form { body += form.html(place) + "\n" + (json == nil ? "" : "<hr>\n") }
        if let json { body += ServicesContent(json, place).html }
        return Page(title: title, body: body)
    }

    /// Who is here, where this is, and the same in other formats.
    private static func heading(_ place: DirectoryPlace) -> String {
        var who = place.user.map { "Logged in as: \(Page.escape($0))" } ?? ""
        if place.user != nil, let logout = place.logout { who += " | \(link("Logout", logout))" }
        if place.user == nil, let login = place.login { who = "<a href=\"\(Page.escape(login))\">Login</a>" }
        let crumbs = place.crumbs.map { link($0.name, $0.path) }.joined(separator: " &gt; ")
        var formats = ["<a href=\"?f=help\">Help</a>"]
        if place.isGet {
            formats.insert("<a href=\"\(Page.escape(place.link("pjson")))\">JSON</a>", at: 0)
        }
        return """
            <h1>ArcGIS REST Services Directory</h1>
            <p class="who">\(who)</p>
            <nav>\(crumbs)</nav>
            <p>\(formats.joined(separator: " | "))</p>

            """
    }

    private static func title(_ json: JSON, _ place: DirectoryPlace) -> String {
        if json["error"] != nil { return place.form?.title ?? "Error" }
        if place.resource == nil { return "Folder: \(place.crumbs.count > 2 ? place.crumbs.last?.name ?? "" : "/")" }
        if let form = place.form { return form.title }
        if place.resource == "{layer}", let name = json["name"]?.text, let id = json["id"]?.integer {
            return "\(json["type"]?.text == "Table" ? "Table" : "Layer"): \(name) (ID: \(id))"
        }
        return place.crumbs.last?.name ?? ""
    }

    /// `path` is as a client sent it or made here: it is escaped for the attribute only.
    static func link(_ name: String, _ path: String) -> String {
        "<a href=\"\(Page.escape(path))\">\(Page.escape(name))</a>"
    }
}
