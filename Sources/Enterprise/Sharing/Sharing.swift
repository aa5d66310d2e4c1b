// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The slice of the portal's sharing API: the portal itself, its members, groups and content.
enum Sharing {
    static let routes: [Route] =
        [
            Route(
                .portal, "sharing/rest", .sharing, "The release of the sharing API, a string.",
                evidence: .captured("docs/reference/releases.md#numbers-of-the-portal, 11.3 and 11.5"),
                handler: SharingRoot.answer),
            Route(
                .portal, "sharing", .sharing, "The same resource without rest.",
                evidence: .reported("pypi.org/project/arcgis gis/_impl/_portalpy.py asks it where sharing/rest fails"),
                handler: SharingRoot.answer),
        ] + (operations + organization + SmallResources.rows + about + community + content).flatMap(\.routes)

    /// A resource below `sharing/rest` and, as before that existed, below `sharing` (captured of `portals/self` at
    /// 11.3).
    struct Both {
        var path: String
        var summary: String
        var evidence: Evidence
        var handler: Route.DeferringHandler
        /// The first release that has it; `nil`: the first with a portal.
        var since: Version?

        init(_ path: String, _ summary: String, _ evidence: Evidence, _ handler: @escaping Route.Handler) {
            self.init(path, summary, evidence, slow: { .ready(handler(&$0, &$1)) })
        }

        /// Of an endpoint whose answer may take long.
        init(_ path: String, _ summary: String, _ evidence: Evidence, slow handler: @escaping Route.DeferringHandler) {
            (self.path, self.summary, self.evidence, self.handler) = (path, summary, evidence, handler)
        }

        /// Returns the same, not before a release.
        func from(_ version: Version) -> Both {
            var both = self
            both.since = version
            return both
        }

        var routes: [Route] {
            ["sharing/rest/", "sharing/"].map {
                Route(.portal, $0 + path, .sharing, summary, since: since, evidence: evidence, handler: handler)
            }
        }
    }

    private static let about: [Both] = [
        Both(
            "info", "The token service.",
            .captured("Esri/geoevent-datastore-proxy (10.4); Esri/arcgis-rest-js mocks"), SharingRoot.info),
        Both(
            "portals/info", "The token service, as info has it.",
            .reported("Esri/ArcREST and agsadmin take the token service's address from it"), SharingRoot.info),
        Both(
            "portals/languages", "The languages of the portal.",
            .documented("developers.arcgis.com/rest/users-groups-and-items/languages, of which some are listed"),
            PortalResources.languages),
        Both(
            "portals/regions", "The regions of an organization.",
            .documented("developers.arcgis.com/rest/users-groups-and-items/regions; the keys are inferred"),
            PortalResources.regions),
        Both(
            "portals/self", "The organization and, with a token, the caller.", PortalSelf.description.evidence,
            PortalSelf.answer),
        Both(
            "portals/self/rest/portals/self",
            "The organization; a client joins the paths incorrectly, and portals accept it.",
            .reported("pypi.org/project/bmi-arcgis-restapi/2.4.19 asks so and stops at any status but 200"),
            PortalSelf.answer),
        Both(
            "portals/{id}", "The organization, by its id.",
            .documented("developers.arcgis.com/rest/users-groups-and-items/portal"), PortalSelf.answer),
        Both(
            "portals/{id}/users", "The members, a page at a time.",
            .documented("developers.arcgis.com/rest/users-groups-and-items/users"), PortalResources.users),
        Both(
            "portals/{id}/isServiceNameAvailable", "Whether a hosted service may have that name.",
            .documented("developers.arcgis.com/rest/users-groups-and-items/check-service-name"),
            PortalResources.isServiceNameAvailable),
        Both(
            "portals/{id}/urls", "The URLs of the hosting server.",
            .documented("developers.arcgis.com/rest/users-groups-and-items/urls, with an example of Enterprise"),
            PortalResources.urls),
    ]

    private static let community: [Both] = [
        Both(
            "community/self", "The caller; without a token, 499 in a 200.",
            .reported("Esri/arcgis-rest-js signs in only if the anonymous answer is 499"), CommunitySelf.answer),
        Both("community/users", "The members that match q.", UserDescription.description.evidence, slow: Search.users),
        Both("community/users/{username}", "A member.", UserDescription.description.evidence, CommunityUser.answer),
        Both(
            "community/users/{username}/tags", "The tags of the member's items, with counts.",
            .documented("developers.arcgis.com/rest/users-groups-and-items/user-tags"),
            CommunityUser.tags),
        Both("community/groups", "The groups that match q.", GroupDescription.evidence, slow: Search.groups),
        Both("community/groups/{id}", "A group.", GroupDescription.evidence, CommunityGroup.answer),
        Both(
            "community/groups/{id}/users", "The members of a group.", .captured("Esri/arcgis-rest-js group mocks"),
            CommunityGroup.users),
    ]

    // The router takes the first match, so `addItem` is not a folder.
    private static let content: [Both] =
        edits + [
            Both(
                "search", "The items that match q and that the caller may see.", ContentItem.description.evidence,
                slow: Search.items),
            Both(
                "content/items/{id}", "An item of a service or of the scenario.", ContentItem.description.evidence,
                Item.answer),
            Both(
                "content/items/{id}/data", "The item's data.",
                .reported("Esri/arcgis-rest-js: no bytes without data"),
                ItemResources.data),
            Both(
                "content/items/{id}/info/{file}", "iteminfo.xml.",
                .reported("Esri/arcgis-rest-js getItemInfo asks for it; its text is inferred"),
                ItemResources.info),
            Both(
                "content/items/{id}/info/{folder}/{file}", "The thumbnail that the item names.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/item-info"),
                ItemResources.info),
            Both(
                "content/items/{id}/groups", "The groups with which it is shared.",
                .captured("Esri/arcgis-rest-js item mocks"),
                ItemResources.groups),
            Both(
                "content/items/{id}/resources", "None.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/item-resources"), ItemResources.resources
            ),
            Both(
                "content/items/{id}/dependencies", "None.",
                .reported("pypi.org/project/arcgis/2.4.4 reads list and nextStart"), ItemResources.none("list")),
            Both(
                "content/items/{id}/dependencies/listDependentsTo", "None.",
                .reported("pypi.org/project/arcgis/2.4.4 reads list and nextStart"), ItemResources.none("list")),
            Both(
                "content/groups/{id}", "The items of a group.", .captured("Esri/arcgis-rest-js group mocks"),
                GroupContent.answer),
            Both(
                "content/groups/{id}/search", "The items of a group that match q.",
                .captured("TerriaJS/terriajs ArcGisPortal_group-…-items-search"), slow: Search.ofGroup),
            Both(
                "content/users/{username}", "A member's content in the root folder.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/user-content"),
                UserContent.root),
            Both(
                "content/users/{username}/items/{id}", "An item and its sharing.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/user-item"),
                UserContent.item),
            Both(
                "content/users/{username}/{folder}", "A folder.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/folder"), UserContent.folder),
            Both(
                "content/users/{username}/{folder}/items/{id}", "The same resource in a folder.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/user-item"),
                UserContent.item),
        ]

    private static let edits: [Both] =
        [
            Both(
                "content/users/{username}/createFolder", "Creates a folder.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/create-folder"),
                ItemEdits.createFolder),
            Both(
                "content/users/{username}/addItem", "Adds an item.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/add-item"), ItemEdits.add),
            Both(
                "content/users/{username}/{folder}/addItem", "Adds an item to a folder.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/add-item"),
                ItemEdits.add),
            Both(
                "content/users/{username}/shareItems", "Shares several items.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/share-items"),
                ItemSharing.several("notSharedWith", ItemSharing.share)),
            Both(
                "content/users/{username}/unshareItems", "Removes several items from groups.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/unshare-items"),
                ItemSharing.several("notUnsharedFrom", ItemSharing.unshare)),
            Both(
                "content/items/{id}/share", "Shares an item, for administrators.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/share-item-as-group-admin"),
                ItemSharing.anyones(ItemSharing.share)),
            Both(
                "content/items/{id}/unshare", "Removes an item from groups, for administrators.",
                .documented("developers.arcgis.com/rest/users-groups-and-items/unshare-item"),
                ItemSharing.anyones(ItemSharing.unshare)),
        ]
        + ["items/{id}", "{folder}/items/{id}"].flatMap { path in
            let edits: [(String, String, Route.Handler)] = [
                ("update", "Changes an item.", ItemEdits.update), ("delete", "Deletes an item.", RecycleBin.delete),
                ("share", "Shares an item.", ItemSharing.own(ItemSharing.share)),
                ("unshare", "Removes an item from groups.", ItemSharing.own(ItemSharing.unshare)),
            ]
            return edits.map {
                Both(
                    "content/users/{username}/\(path)/\($0.0)", $0.1,
                    .documented("developers.arcgis.com/rest/users-groups-and-items/\($0.0)-item"), $0.2)
            }
        }
}
