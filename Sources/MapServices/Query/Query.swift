import Facts
import Formats

/// What a query asks for, read from its parameters.
struct Query: Sendable {
    var condition: Where
    var objectIDs: [Int]?
    /// The fields to give, by place.
    var fields: [Int]
    var returnsGeometry: Bool
    /// `ORDER BY` terms by place.
    var order: [(place: Int, isDescending: Bool)]
    var offset: Int
    /// `nil`: as many as the layer gives.
    var count: Int?
    var outSR: SpatialReference

    /// The rows, up to `limit`, and whether there are more.
    func rows(_ store: FeatureStore, limit: Int) -> ([Feature], hasMore: Bool)? {
        guard let all = ids(store, limit: limit + 1) else { return nil }
        let rows = all.prefix(limit).compactMap(store.feature)
        return (rows, all.count > limit)
    }

    /// Object ids in order, from the offset on; -1: without limit.
    func ids(_ store: FeatureStore, limit: Int) -> [Int]? {
        let features = store.layer.features
        // Rows lie in the order of their ids: what neither filters nor orders needs no database.
        if condition.isEverything, order.isEmpty {
            if let objectIDs {
                let found = Set(objectIDs).sorted().filter { store.feature($0) != nil }.dropFirst(offset)
                return limit < 0 ? Array(found) : Array(found.prefix(limit))
            }
            let slice = features.dropFirst(offset)
            return (limit < 0 ? slice : slice.prefix(limit)).map(\.objectID)
        }
        let terms =
            order.map { "\(FeatureStore.column($0.place)) \($0.isDescending ? "DESC" : "ASC")" } + ["c0 ASC"]
        var condition = condition
        if let objectIDs {
            condition.sql = "(\(condition.sql)) AND c0 IN (\(objectIDs.map(String.init).joined(separator: ",")))"
        }
        return store.select(condition, order: terms.joined(separator: ", "), limit: limit, offset: offset)
    }

    /// Whether asking means looking at every row.
    var isScan: Bool { !(condition.isEverything && order.isEmpty) }
}
