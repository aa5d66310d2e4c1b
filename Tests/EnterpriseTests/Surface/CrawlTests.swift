// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Testing

@testable import Enterprise

/// From every root along every link and every documented path: what asks for JSON hears JSON, what is documented is
/// never unknown, and no refusal is about something else.
@Suite("A crawl")
struct CrawlTests {
    static let releases = ["9.3.1", "10.0", "10.2.2", "10.3.1", "10.6.1", "10.8.1", "11.1", "11.5"]

    /// Pages by nature, whatever `f` says: sign-ins and forms.
    private static let pages: Set = [
        "sharing/rest/oauth2/authorize", "sharing/rest/oauth2/signin", "sharing/rest/oauth2/approval",
        "sharing/rest/oauth2/signout", "admin/login", "portaladmin/login", "rest/login", "rest/logout", "tokens",
        "home", "home/item.html", "home/user.html", "home/group.html", "home/signin.html", "manager",
    ]

    /// Files, pictures and OGC services have no format.
    private static func isFile(_ row: DocumentedPath) -> Bool {
        row.path.hasPrefix("rest/directories/") || row.path.hasPrefix("services/")
            || ["/tile/", "/images/"].contains { row.path.contains($0) }
    }

    @Test("every documented path", arguments: releases, [true, false])
    func table(_ release: String, _ isSignedIn: Bool) throws {
        var crawl = try CrawlFixture(release, isSignedIn: isSignedIn)
        for row in Surface.all where row.kind == .server || crawl.hasPortal {
            let target = crawl.target(row)
            let what = "\(release) \(isSignedIn ? "with" : "without") a token, \(row.method.rawValue) \(target)"
            let isIn = row.isIn(crawl.version)
            for method in row.method == .both ? ["GET", "POST"] : [row.method.rawValue] {
                // An operation may delete what the next row is about.
                let before = crawl.fixture
                let heard = crawl.ask(target, "json", method: method)
                if method == "POST" { crawl.fixture = before }
                if !Self.pages.contains(row.path), !Self.isFile(row), heard["Location"] == nil {
                    #expect(heard["Content-Type"]?.hasPrefix("text/html") != true, "\(what): a page")
                    #expect(!heard.body.hasPrefix("<!DOCTYPE html"), "\(what): a page")
                }
                guard isIn else { continue }
                #expect(heard.rule != "http.not-found", "\(what)")
                judge(row, heard.rule, isSignedIn, what)
            }
            guard isIn, isSignedIn, row.method != .post else { continue }
            let page = crawl.ask(target, "html")
            #expect(page.rule != "http.not-found", "\(what) as a page")
            #expect(page.status < 500 || page.status == 501, "\(what) as a page: \(page.status)")
        }
    }

    /// Checks that a refusal is about what was asked: a gap says that it is one, behind its door; what is emulated is no
    /// gap.
    private func judge(_ row: DocumentedPath, _ rule: String?, _ isSignedIn: Bool, _ what: String) {
        if Self.isFile(row) { return }
        let isGap = rule.map(Explanation.isGap) ?? false
        guard !Router.emulates(row) else {
            #expect(!isGap && rule?.hasSuffix(".no-resource") != true, "\(what): \(rule ?? "")")
            return
        }
        let doors = [
            "token.required", "sharing.others-content", "sharing.user-missing", "rest-admin.service-missing",
            "admin.not-portal-administrator", "token.site-admin-on-service",
        ]
        #expect(isGap || doors.contains(rule ?? ""), "\(what): \(rule ?? "answered")")
    }

    @Test("every link of JSON", arguments: releases, [true, false])
    func json(_ release: String, _ isSignedIn: Bool) throws {
        var crawl = try CrawlFixture(release, isSignedIn: isSignedIn)
        var (seen, next): (Set<String>, [String]) = ([], ["/arcgis/rest/services", "/arcgis/rest/info"])
        if crawl.version >= .v10_1 { next.append("/arcgis/admin/") }
        if crawl.hasPortal {
            next += ["", "/rest", "/rest/portals/self", "/rest/search?q=*", "/rest/community/self"].map {
                "/portal/sharing\($0)"
            }
            next += ["/portal/portaladmin", "/portal/sharing/rest/content/users/bert"]
        }
        while let target = next.popLast() {
            guard seen.insert(target).inserted, seen.count < 600 else { continue }
            let heard = crawl.ask(target, "json")
            let what = "\(release) \(isSignedIn ? "with" : "without") a token: \(target)"
            #expect(
                heard.rule != "http.not-found" && heard.rule?.hasSuffix(".no-resource") != true,
                "\(what): \(heard.rule ?? "")")
            // The address of the token service is a form until generateToken is appended.
            if target != "/arcgis/tokens/", heard["Location"] == nil {
                #expect(heard["Content-Type"]?.hasPrefix("text/html") != true, "\(what): a page")
            }
            guard let json = heard.json, json["error"] == nil else { continue }
            next += Links.of(json, at: target)
        }
        #expect(seen.count > (isSignedIn ? 15 : 8), "\(release): \(seen.sorted())")
    }

    @Test("every link and form of pages", arguments: releases, [true, false])
    func pages(_ release: String, _ isSignedIn: Bool) throws {
        var crawl = try CrawlFixture(release, isSignedIn: isSignedIn)
        var (seen, next): (Set<String>, [String]) = (
            [], ["/arcgis/rest/services", "/arcgis/tokens/", "/arcgis/tokens", "/arcgis/manager"]
        )
        if crawl.version >= .v10_1 { next.append("/arcgis/admin/") }
        if crawl.hasPortal {
            next += ["/portal/portaladmin", "/portal/sharing/rest/search?q=*", "/portal/sharing/rest/portals/self"]
            next += ["/portal/sharing/rest/generateToken", "/portal/home/"]
        }
        while let target = next.popLast() {
            let path = target.prefix { $0 != "?" }
            guard seen.insert(String(path)).inserted, seen.count < 400 else { continue }
            let heard = crawl.ask(target, "html")
            let what = "\(release) \(isSignedIn ? "with" : "without") a token: \(target)"
            #expect(
                heard.rule != "http.not-found" && heard.rule?.hasSuffix(".no-resource") != true,
                "\(what): \(heard.rule ?? "")")
            #expect(heard.status < 500, "\(what): \(heard.status)")
            if let location = heard["Location"], let local = Links.local(location, at: target) { next.append(local) }
            guard heard["Content-Type"]?.hasPrefix("text/html") == true else { continue }
            for link in Links.of(page: heard.body, at: target) {
                // A link to the same answer in another format keeps the query.
                if link.hasPrefix(path), let query = target.firstIndex(of: "?") {
                    let own = Form.parse(String(target[query...].dropFirst())).map(\.value)
                    if link.contains("f=json") || link.contains("f=pjson") {
                        let kept = Form.parse(String(link.drop { $0 != "?" }.dropFirst())).map(\.value)
                        #expect(own.allSatisfy(kept.contains), "\(what) links to \(link)")
                    }
                }
                next.append(link)
            }
        }
        #expect(seen.count > 5, "\(release): \(seen.sorted())")
    }
}
