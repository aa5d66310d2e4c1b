// SPDX-License-Identifier: Apache-2.0

import Facts

/// The slice of the pages that a person types first. Real ones are applications in JavaScript; these are plain pages that
/// say so, and lead on.
enum Home {
    static let routes: [Route] = [
        Route(
            .portal, "home", .sharing, "The home page, to which a sign-in that began at the provider leads.",
            evidence: .reported("Esri/arcgis-cookbook#31 names the page; what it shows is inferred"),
            handler: PortalHome.answer),
        page("item.html", "The page of an item, by its id.", ItemPage.answer),
        page("user.html", "The page of a member, by user.", MemberPage.answer),
        page("group.html", "The page of a group, by its id.", GroupPage.answer),
        Route(
            .portal, "home/signin.html", .sharing, "Leads to the sign-in page, and from there back.",
            evidence: .inferred("the link of the home page; no answer was shown"), handler: HomeSignIn.answer),
        Route(
            .server, "manager", .admin, "The services of the site, for its administrators.",
            evidence: .inferred("ArcGIS Server Manager is there; what it shows is this double's own"),
            handler: ManagerPage.answer),
    ]

    private static func page(_ name: String, _ summary: String, _ handler: @escaping Route.Handler) -> Route {
        Route(
            .portal, "home/\(name)", .sharing, summary,
            evidence: .reported(
                "pypi.org/project/arcgis/2.4.4 gis/__init__.py has its address as homepage; what it shows is inferred"),
            handler: handler)
    }
}
