import Formats

/// What stands around the rows of a set of features, written once for all answers to a query.
struct FeatureText: Sendable {
    /// What stands before the features, from the set's brace on.
    var head: [UInt8] = []
    /// The same of a set without rows, where that has less to say.
    var bareHead: [UInt8]?

    static let features = Array(#","features":["#.utf8)
    static let more = Array(#","exceededTransferLimit":true"#.utf8)

    init() {}

    init(head: [JSON.Member], bareHead: [JSON.Member]?, style: JSONWriter.Style) {
        self.head = FeatureText.opened(head, style)
        self.bareHead = bareHead.map { FeatureText.opened($0, style) }
    }

    /// An object that more members follow in.
    private static func opened(_ members: [JSON.Member], _ style: JSONWriter.Style) -> [UInt8] {
        JSONWriter.json(.object(members), style: style).dropLast()
    }
}
