// SPDX-License-Identifier: Apache-2.0

import Facts

/// A user type, which a license gives to members since 10.7: it bounds what their roles let them do.
struct UserType: Sendable {
    /// The case-sensitive id.
    var id: String
    var name: String
    var level: Int
    /// The first release without it; `nil`: it is still there.
    var until: Version?

    /// The types of Enterprise, those of later releases included (documented).
    static let all = [
        UserType(id: "viewerUT", name: "Viewer", level: 1),
        UserType(id: "editorUT", name: "Editor", level: 1),
        UserType(id: "fieldWorkerUT", name: "Field Worker", level: 1),
        UserType(id: "creatorUT", name: "Creator", level: 2),
        UserType(id: "GISProfessionalBasicUT", name: "GIS Professional Basic", level: 2),
        UserType(id: "GISProfessionalStdUT", name: "GIS Professional Standard", level: 2),
        UserType(id: "GISProfessionalAdvUT", name: "GIS Professional Advanced", level: 2),
        UserType(id: "storytellerUT", name: "Storyteller", level: 2),
        UserType(id: "insightsAnalystUT", name: "Insights Analyst", level: 2),
        UserType(id: "IndoorsUserUT", name: "Indoors User", level: 1),
        UserType(id: "liteUT", name: "Lite", level: 1),
        UserType(id: "contributorUT", name: "Contributor", level: 1),
        UserType(id: "mobileWorkerUT", name: "Mobile Worker", level: 1),
        UserType(id: "professionalUT", name: "Professional", level: 2),
        UserType(id: "professionalPlusUT", name: "Professional Plus", level: 2),
    ]

    static func named(_ id: String) -> UserType? { all.first { $0.id == id } }

    /// The role that a new member of the type has if none is named.
    var defaultRole: String {
        switch id {
        case "viewerUT", "liteUT": "iAAAAAAAAAAAAAAA"
        case _ where level == 1: "iBBBBBBBBBBBBBBB"
        default: "org_user"
        }
    }

    /// Returns whether a role's privileges are within the type: types of level 1 view, and all but the viewer edit.
    func admits(_ privileges: [String]) -> Bool {
        guard level == 1 else { return true }
        let mayEdit = defaultRole == "iBBBBBBBBBBBBBBB"
        let free = ["portal:user:joinGroup", "portal:user:joinNonOrgGroup"]
        return privileges.allSatisfy {
            $0.hasPrefix("portal:user:view") || free.contains($0) || (mayEdit && $0.hasPrefix("features:user:edit"))
        }
    }
}
