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

    private(set) var fields: [String: Field]
    /// The fields in which words without a field are searched.
    let defaults: [String]

    init(item: ContentItem, born: Instant) {
        let created = item.created ?? born
        fields = [
            "id": .key([item.id]), "title": .text([item.title]), "type": .text([item.type]),
            "typekeywords": .text(item.typeKeywords), "tags": .text(item.tags),
            "snippet": .text([item.snippet ?? ""]), "description": .text([item.description ?? ""]),
            "accessinformation": .text([item.accessInformation ?? ""]), "access": .key([item.accessWord]),
            "group": .key(item.groups), "categories": .text(item.categories), "culture": .key([item.culture ?? ""]),
            "spatialreference": .text([item.spatialReference ?? ""]), "name": .text([item.name ?? ""]),
            "url": .key([item.url ?? ""]), "created": .number(Double(created.milliseconds)),
            "uploaded": .number(Double(created.milliseconds)),
            "modified": .number(Double((item.modified ?? created).milliseconds)), "numviews": .number(0),
            "numcomments": .number(0), "numratings": .number(0), "avgrating": .number(0),
        ]
        if let owner = item.owner { fields["owner"] = .name(owner) }
        defaults = ["title", "tags", "snippet", "description", "type", "typekeywords"]
        addOrganization()
    }

    init(group: Scenario.Group, born: Instant) {
        fields = [
            "id": .key([group.id]), "title": .text([group.heading]), "description": .text([group.description ?? ""]),
            "snippet": .text([group.snippet ?? ""]), "tags": .text(group.tags), "access": .key([group.access.rawValue]),
            "isinvitationonly": .key(["\(group.isInvitationOnly)"]), "created": .number(Double(born.milliseconds)),
            "modified": .number(Double(born.milliseconds)),
        ]
        if let owner = group.owner { fields["owner"] = .name(owner) }
        defaults = ["id", "title", "description", "snippet", "tags", "owner"]
        addOrganization()
    }

    init(user: Account, born: Instant) {
        fields = [
            "username": .text([user.username]), "fullname": .text([user.fullName]), "email": .key([user.email]),
            "role": .key([user.role]), "disabled": .key(["\(user.isDisabled)"]),
            "provider": .key([user.provider.rawValue]), "access": .key(["org"]),
            "created": .number(Double(born.milliseconds)), "modified": .number(Double(born.milliseconds)),
        ]
        defaults = ["username", "fullname", "email"]
        addOrganization()
    }

    /// Adds both names of the organization's id: clients of Enterprise write `accountid`.
    private mutating func addOrganization() {
        fields["orgid"] = .key([PortalState.organizationID])
        fields["accountid"] = fields["orgid"]
    }

    /// Returns the values of a field in lowercase.
    func values(_ field: String) -> [String] {
        switch fields[field] {
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
        switch fields[field] {
        case .text(let values), .key(let values): Order(text: values.first?.lowercased() ?? "")
        case .name(let value): Order(text: value.lowercased())
        case .number(let number): Order(number: number)
        case nil: Order()
        }
    }
}
