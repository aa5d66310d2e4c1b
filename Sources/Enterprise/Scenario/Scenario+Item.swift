// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

extension Scenario {
    /// An item of a portal's content; every service has one without being written.
    public struct Item: Sendable {
        /// Its title.
        package var title: String {
            get { content.title }
            set { content.title = newValue }
        }
        /// In Esri's words: `Web Map`, `Feature Service`.
        package var type: String {
            get { content.type }
            set { content.type = newValue }
        }
        /// 32 letters of hex; `nil`: it follows from type and title.
        package var id: String?
        /// The member whose it is; `nil`: the portal's first administrator.
        package var owner: String? {
            get { content.owner }
            set { content.owner = newValue }
        }
        /// Who may see it; `nil`: the organization.
        package var access: Access?
        /// Its URL, in which `{server}` and `{portal}` are filled. The item of a service's URL is that service's item.
        package var url: String? {
            get { content.url }
            set { content.url = newValue }
        }
        /// Its tags.
        package var tags: [String] {
            get { content.tags }
            set { content.tags = newValue }
        }
        /// What `content/items/{id}/data` gives, in which `{server}` and `{portal}` are filled, or the name of a file; `nil`:
        /// nothing.
        package var data: Value?
        /// Further keys of the format, over those of the other properties.
        package var otherKeys: [String: Value]
        /// The item as it begins its life, but for its id and its access.
        package var content: ContentItem
        let place: CodeLocation

        /// Writes an item; findings name `file`, `line` and `column`.
        public init(
            _ title: String, type: String, id: String? = nil, owner: String? = nil, access: Access? = nil,
            url: String? = nil, tags: [String] = [], data: Value? = nil, otherKeys: [String: Value] = [:],
            file: String = #filePath,
            line: Int = #line, column: Int = #column
        ) {
            content = ContentItem(id: "", title: title, type: type)
            self.id = id
            self.access = access
            self.data = data
            self.otherKeys = otherKeys
            place = CodeLocation(file: file, line: line, column: column)
            self.owner = owner
            self.url = url
            self.tags = tags
        }

        /// The item of a portal of that name.
        func grown(in portal: String) -> ContentItem {
            var item = content
            item.id =
                id ?? Digest.id("\(portal)/\(item.type)/\(item.title)")
            item.access = access ?? .organization
            if item.access == .owner, !item.alsoSharedWith.isEmpty {
                (item.access, item.alsoSharedWith) = (.groups(item.alsoSharedWith), [])
            }
            return item
        }
    }
}

extension Scenario.Item: ScenarioPart {
    static let table = KeyTable<Self>("an item", identity + description + dates)

    private static let identity: [KeyRow<Self>] = [
        KeyRow("id", .string, "32 hexadecimal digits; default: derived from type and title.", \.id),
        KeyRow("title", .string, "Its title.", isRequired: true, always: \.content.title),
        KeyRow(
            "type", .string, "The item type in Esri's words: Web Map, Feature Service.", isRequired: true,
            always: \.content.type),
        KeyRow(
            "owner", .string, "The owner; default: the portal's first administrator.",
            \.content.owner),
        KeyRow("folder", .string, "The owner's folder; default: the root.", \.content.folder),
        KeyRow("access", .access, "Who may see it; default: org.", \.access),
        KeyRow("groups", listOf: .string, "Additional groups with which it is shared.", \.content.alsoSharedWith),
        KeyRow(
            "url", .string,
            "Its URL; {server} and {portal} are filled in. An item with a service's URL is that service's item.",
            \.content.url),
        KeyRow(
            Keys.Key(
                "data", .any,
                "The answer of content/items/{id}/data: JSON, in which {server} and {portal} are filled in, or the name of a file."
            ), read: { node, item, loader in item.content.data = loader.data(node) },
            write: { item, writer in item.data.map { writer.tree($0.json) } }),
    ]

    private static let description: [KeyRow<Self>] = [
        KeyRow("name", .string, "Its file or service name.", \.content.name),
        KeyRow("description", .string, "Its description.", \.content.description),
        KeyRow("snippet", .string, "Its summary.", \.content.snippet),
        KeyRow("tags", listOf: .string, "Its tags.", \.content.tags),
        KeyRow(
            "typeKeywords", listOf: .string, "Its type keywords; a web map has the usual ones by default.",
            \.content.typeKeywords),
        KeyRow("categories", listOf: .string, "Its categories.", \.content.categories),
        KeyRow(
            Keys.Key("thumbnail", .string, "An image file, relative to this file."),
            read: { node, item, loader in
                guard let bytes = loader.file(node) else { return }
                let name = node.text?.split(separator: "/").last.map(String.init) ?? ""
                item.content.thumbnail = ContentItem.Thumbnail(name: name, bytes: bytes)
            }),
        KeyRow("extent", .corners, "The corners in degrees: [[west, south], [east, north]].", \.content.extent),
        KeyRow("spatialReference", .string, "The name or number, as portals write it.", \.content.spatialReference),
        KeyRow("accessInformation", .string, "Credits.", \.content.accessInformation),
        KeyRow("licenseInfo", .string, "Terms of use.", \.content.licenseInfo),
        KeyRow("culture", .string, "Its language: en-us.", \.content.culture),
        KeyRow("properties", .any, "The properties in its description.", \.content.properties),
    ]

    private static let dates: [KeyRow<Self>] = [
        KeyRow("created", .instant(), "The creation time, ISO 8601.", \.content.created),
        KeyRow("modified", .instant(), "The time of the last change, ISO 8601.", \.content.modified),
    ]

    static func blank(at location: CodeLocation) -> Self { Self(at: location) }
    var location: CodeLocation? { place }

    private init(at place: CodeLocation) {
        content = ContentItem(id: "", title: "", type: "")
        otherKeys = [:]
        self.place = place
    }

    mutating func finish(_ node: Node, _ loader: inout ScenarioLoader) {
        if node["typeKeywords"] == nil { content.typeKeywords = ContentItem.keywords(ofType: type) }
    }
}
