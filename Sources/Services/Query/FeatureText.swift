// SPDX-License-Identifier: Apache-2.0

import Formats

/// What stands around the rows of a set of features, and around their values, written once for all answers to a query.
struct FeatureText: Sendable {
    /// A field that is asked for.
    struct Column: Sendable {
        /// Its place among the values of a row.
        var index: Int
        var type: FieldType
        /// Its name in quotation marks and the colon; a comma before it but for the first.
        var key: [UInt8]
    }

    /// What stands before the features, from the set's brace on.
    var head: [UInt8] = []
    /// The same of a set without rows, where that has less to say.
    var bareHead: [UInt8]?
    var columns: [Column] = []

    static let features = Array(#","features":["#.utf8)
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

    /// An object that more members follow in.
    private static func opened(_ members: [JSON.Member], _ style: JSONWriter.Style) -> [UInt8] {
        JSONWriter.json(.object(members), style: style).dropLast()
    }
}
