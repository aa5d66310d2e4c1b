// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A record that a search can find, with its indexed fields.
struct SearchRecord: Sendable {
    enum Field: Sendable {
        /// Text split into words; each value separately.
        case text([String])
        /// A value compared as a whole, ignoring case.
        case key([String])
        /// A value compared as a whole, including case (documented for owner).
        case name(String)
        case number(Double)
    }

    /// What it is of. Fields are asked for one by one: of most records a query wants few.
    private enum Subject: Sendable {
        case item(ContentItem)
        case group(Scenario.Group)
        case user(Account)
    }

    private let subject: Subject
    /// When what does not say it was created.
    private let born: Instant

    init(item: ContentItem, born: Instant) { (subject, self.born) = (.item(item), born) }
    init(group: Scenario.Group, born: Instant) { (subject, self.born) = (.group(group), born) }
    init(user: Account, born: Instant) { (subject, self.born) = (.user(user), born) }

    /// The fields in which words without a field are searched.
    var defaults: [String] {
        switch subject {
        case .item: SearchRecord.itemDefaults
        case .group: SearchRecord.groupDefaults
        case .user: SearchRecord.userDefaults
        }
    }

    private static let itemDefaults = ["title", "tags", "snippet", "description", "type", "typekeywords"]
    private static let groupDefaults = ["id", "title", "description", "snippet", "tags", "owner"]
    private static let userDefaults = ["username", "fullname", "email"]

    /// Returns the indexed field of that lowercase name, or `nil` if there is none.
    func field(_ name: String) -> Field? {
        // Both names of the organization's id: clients of Enterprise write `accountid`.
        if name == "orgid" || name == "accountid" { return .key([PortalState.organizationID]) }
        return switch subject {
        case .item(let item): SearchRecord.field(name, of: item, item.created ?? born)
        case .group(let group): SearchRecord.field(name, of: group, born)
        case .user(let user): SearchRecord.field(name, of: user, born)
        }
    }

    private static func field(_ name: String, of item: ContentItem, _ created: Instant) -> Field? {
        switch name {
        case "id": .key([item.id])
        case "title": .text([item.title])
        case "type": .text([item.type])
        case "typekeywords": .text(item.typeKeywords)
        case "tags": .text(item.tags)
        case "snippet": .text([item.snippet ?? ""])
        case "description": .text([item.description ?? ""])
        case "accessinformation": .text([item.accessInformation ?? ""])
        case "access": .key([item.accessWord])
        case "group": .key(item.groups)
        case "categories": .text(item.categories)
        case "culture": .key([item.culture ?? ""])
        case "spatialreference": .text([item.spatialReference ?? ""])
        case "name": .text([item.name ?? ""])
        case "url": .key([item.url ?? ""])
        case "created", "uploaded": .number(Double(created.milliseconds))
        case "modified": .number(Double((item.modified ?? created).milliseconds))
        case "numviews", "numcomments", "numratings", "avgrating": .number(0)
        case "owner": item.owner.map(Field.name)
        default: nil
        }
    }

    private static func field(_ name: String, of group: Scenario.Group, _ born: Instant) -> Field? {
        switch name {
        case "id": .key([group.id])
        case "title": .text([group.heading])
        case "description": .text([group.description ?? ""])
        case "snippet": .text([group.snippet ?? ""])
        case "tags": .text(group.tags)
        case "access": .key([group.access.rawValue])
        case "isinvitationonly": .key(["\(group.isInvitationOnly)"])
        case "created", "modified": .number(Double(born.milliseconds))
        case "owner": group.owner.map(Field.name)
        default: nil
        }
    }

    private static func field(_ name: String, of user: Account, _ born: Instant) -> Field? {
        switch name {
        case "username": .text([user.username])
        case "fullname": .text([user.fullName])
        case "email": .key([user.email])
        case "role": .key([user.role])
        case "disabled": .key(["\(user.isDisabled)"])
        case "provider": .key([user.provider.rawValue])
        case "access": .key(["org"])
        case "created", "modified": .number(Double(born.milliseconds))
        default: nil
        }
    }

    /// Returns the values of a field in lowercase.
    func values(_ field: String) -> [String] {
        switch self.field(field) {
        case .text(let values), .key(let values): values.filter { !$0.isEmpty }.map { $0.lowercased() }
        case .name(let value): [value.lowercased()]
        case .number, nil: []
        }
    }

    /// Returns the elements sorted by a field, stably; an unknown field does not sort.
    static func sorted<Element>(
        _ list: [Element], by field: String, isDown: Bool, _ record: (Element) -> SearchRecord
    ) -> [Element] {
        let keyed = list.enumerated().map {
            (index: $0.offset, key: record($0.element).order(field), element: $0.element)
        }
        return keyed.sorted { one, other in
            if one.key == other.key { return one.index < other.index }
            return isDown ? other.key < one.key : one.key < other.key
        }.map(\.element)
    }

    private struct Order: Comparable {
        var number = 0.0
        var text = ""

        static func < (one: Order, other: Order) -> Bool { (one.number, one.text) < (other.number, other.text) }
    }

    private func order(_ field: String) -> Order {
        switch self.field(field) {
        case .text(let values), .key(let values): Order(text: values.first?.lowercased() ?? "")
        case .name(let value): Order(text: value.lowercased())
        case .number(let number): Order(number: number)
        case nil: Order()
        }
    }
}
