// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats
package import Services

/// An item of a portal's content, from a scenario, from a client, or of a service.
package struct ContentItem: Sendable, Codable {
    /// The answer of `content/items/{id}/data`.
    package enum Data: Sendable, Hashable, Codable {
        case nothing
        case json(JSON)
        case file([UInt8], type: String)
    }

    package struct Thumbnail: Sendable, Hashable, Codable {
        package var name: String
        package var bytes: [UInt8]
    }

    /// The id of 32 hexadecimal digits.
    package var id: String
    /// The owner, or `nil` where none is named and the portal has no administrator.
    package var owner: String?
    /// The name of the owner's folder; `nil` is the root.
    package var folder: String?
    package var created: Instant?
    package var modified: Instant?
    package var name: String?
    package var title: String
    /// The type in Esri's words: `Web Map`, `Feature Service`.
    package var type: String
    package var typeKeywords: [String] = []
    package var description: String?
    package var tags: [String] = []
    package var snippet: String?
    package var thumbnail: Thumbnail?
    /// The extent in degrees.
    package var extent: Envelope?
    package var categories: [String] = []
    package var spatialReference: String?
    package var accessInformation: String?
    package var licenseInfo: String?
    package var culture: String?
    package var properties: JSON?
    /// The URL. It may contain `{server}` and `{portal}`, as the data may; both are filled in on request.
    package var url: String?
    package var access = Scenario.Access.organization
    /// Additional groups with which it is shared.
    package var alsoSharedWith: [String] = []
    package var data = Data.nothing
    /// A Boolean value that indicates whether it is protected from deletion.
    var isProtected = false

    package init(id: String, title: String, type: String) {
        self.id = id
        self.title = title
        self.type = type
    }

    /// The `access` as the API spells it.
    var accessWord: String {
        switch access {
        case .everyone: "public"
        case .organization: "org"
        case .owner: "private"
        case .groups: "shared"
        }
    }

    /// The groups with which it is shared.
    var groups: [String] {
        if case .groups(let ids) = access { ids + alsoSharedWith } else { alsoSharedWith }
    }

    /// The size in bytes; services have none (captured: -1).
    var size: Int {
        switch data {
        case .nothing: -1
        case .json(let json): JSONWriter.json(json).count
        case .file(let bytes, _): bytes.count
        }
    }
}
