// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats
package import Services

/// An item of a portal's content: written in a scenario, added by a client, or made for a service.
package struct ContentItem: Sendable {
    /// What `content/items/{id}/data` gives.
    package enum Data: Sendable, Hashable {
        case nothing
        case json(JSON)
        case file([UInt8], type: String)
    }

    package struct Thumbnail: Sendable, Hashable {
        package var name: String
        package var bytes: [UInt8]
    }

    /// 32 letters of hex.
    package var id: String
    /// The member whose it is; `nil` where nobody is named and the portal has no administrator.
    package var owner: String?
    /// The name of the owner's folder; `nil` is the root.
    package var folder: String?
    package var created: Instant?
    package var modified: Instant?
    package var name: String?
    package var title: String
    /// In Esri's words: `Web Map`, `Feature Service`.
    package var type: String
    package var typeKeywords: [String] = []
    package var description: String?
    package var tags: [String] = []
    package var snippet: String?
    package var thumbnail: Thumbnail?
    /// In degrees.
    package var extent: Envelope?
    package var categories: [String] = []
    package var spatialReference: String?
    package var accessInformation: String?
    package var licenseInfo: String?
    package var culture: String?
    package var properties: JSON?
    /// May hold `{server}` and `{portal}`, as the data may; both are filled when somebody asks.
    package var url: String?
    package var access = Scenario.Access.organization
    /// Groups that it is shared with besides.
    package var alsoSharedWith: [String] = []
    package var data = Data.nothing

    package init(id: String, title: String, type: String) {
        self.id = id
        self.title = title
        self.type = type
    }

    /// `access` as the API spells it.
    var accessWord: String {
        switch access {
        case .everyone: "public"
        case .organization: "org"
        case .owner: "private"
        case .groups: "shared"
        }
    }

    /// Groups that it is shared with.
    var groups: [String] {
        if case .groups(let ids) = access { ids + alsoSharedWith } else { alsoSharedWith }
    }

    /// In bytes; services have none (captured: -1).
    var size: Int {
        switch data {
        case .nothing: -1
        case .json(let json): JSONWriter.json(json).count
        case .file(let bytes, _): bytes.count
        }
    }
}
