// SPDX-License-Identifier: Apache-2.0

/// The keys of a portal's groups and items.
extension Keys {
    static let group = Keys(
        what: "a group",
        list: [
            Key("id", .string, "Its id.", isRequired: true), Key("title", .string, "Its title."),
            Key("members", .list(.string), "User names of its members."),
            Key("owner", .string, "The member who owns it; the portal's first administrator unless given."),
            Key("admins", .list(.string), "User names of those who run it besides the owner."),
            Key(
                "access", .word(Scenario.Group.Access.allCases.map(\.rawValue)),
                "Who may see that there is such a group: org."),
            Key("description", .string, "Its description."), Key("snippet", .string, "Its summary."),
            Key("tags", .list(.string), "Its tags."),
            Key("isInvitationOnly", .boolean, "Whether one must be invited to join: true."),
        ])

    static let content = Keys(
        what: "an item",
        list: [
            Key("id", .string, "32 letters of hex; follows from type and title unless given."),
            Key("title", .string, "Its title.", isRequired: true),
            Key("type", .string, "In Esri's words: Web Map, Feature Service.", isRequired: true),
            Key("owner", .string, "The member who owns it; the portal's first administrator unless given."),
            Key("folder", .string, "The owner's folder that it is in; absent: the root."),
            Key(
                "access", .either([.word(["public", "org", "private"]), .object(access)]), "Who may see it: org."),
            Key("groups", .list(.string), "Groups that it is shared with besides."),
            Key(
                "url", .string,
                "Its URL; {server} and {portal} are filled. The item of a service's URL is that service's item."),
            Key(
                "data", .any,
                "What content/items/{id}/data gives: JSON, in which {server} and {portal} are filled, or the name of a file beside this one."
            ),
            Key("name", .string, "Its file or service name."), Key("description", .string, "Its description."),
            Key("snippet", .string, "Its summary."), Key("tags", .list(.string), "Its tags."),
            Key("typeKeywords", .list(.string), "Its type keywords; a web map has its usual ones unless given."),
            Key("categories", .list(.string), "Its categories."),
            Key("thumbnail", .string, "A picture beside this file."),
            Key("extent", .any, "The corners in degrees: [[west, south], [east, north]]."),
            Key("spatialReference", .string, "By name or number, as portals write it."),
            Key("accessInformation", .string, "Credits."), Key("licenseInfo", .string, "Terms of use."),
            Key("culture", .string, "Its language: en-us."),
            Key("properties", .any, "As its description shows them."),
            Key("created", .string, "When it was made, ISO 8601."),
            Key("modified", .string, "When it was last changed, ISO 8601."),
        ])
}
