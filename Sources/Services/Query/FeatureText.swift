// SPDX-License-Identifier: Apache-2.0

import Formats

/// The text around the rows of a feature set and around their values, written once for all answers to a query.
struct FeatureText: Sendable {
    /// A requested field.
    struct Column: Sendable {
        /// The index among the values of a row.
        var index: Int
        var type: FieldType
        /// The quoted name with the colon, preceded by a comma except for the first.
        var key: [UInt8]
    }

    /// The text before the features, from the opening brace on.
    var head: [UInt8] = []
    /// The text of an empty set, if that has fewer keys.
    var bareHead: [UInt8]?
    var columns: [Column] = []

    static let features = Array(#","features":["#.utf8)
    static let geometry = Array(#","geometry":"#.utf8)
    static let attributes = Array(#"{"attributes":{"#.utf8)
    static let more = Array(#","exceededTransferLimit":true"#.utf8)

    init() {}

    init(
        head: [JSON.Member], bareHead: [JSON.Member]?, fields: [(index: Int, field: Field)], style: JSONWriter.Style
    ) {
        columns = fields.enumerated().map { number, column in
            let name = JSONWriter.json(.string(column.field.name), style: style)
            let key = (number == 0 ? [] : [UInt8(ascii: ",")]) + name + [UInt8(ascii: ":")]
            return Column(index: column.index, type: column.field.type, key: key)
        }
        self.head = FeatureText.opened(head, style)
        self.bareHead = bareHead.map { FeatureText.opened($0, style) }
    }

    /// Returns an object to which more members can be added.
    private static func opened(_ members: [JSON.Member], _ style: JSONWriter.Style) -> [UInt8] {
        JSONWriter.json(.object(members), style: style).dropLast()
    }
}
