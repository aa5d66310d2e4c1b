import Facts
import Formats

/// What a query asks for, read from its parameters.
struct Query: Sendable {
    var condition: Where
    var objectIDs: [Int]?
    var spatial: SpatialFilter?
    /// Rows that are the same in all fields asked for come once.
    var isDistinct = false
    var statistics: Statistics?
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
        if let spatial {
            var all = self
            (all.spatial, all.offset) = (nil, 0)
            return all.ids(store, limit: -1).map { ids in
                let found = spatial.filter(ids, store).dropFirst(offset)
                return limit < 0 ? Array(found) : Array(found.prefix(limit))
            }
        }
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

    /// The condition that lets through exactly the rows asked for, ids and geometry included.
    func narrowed(_ store: FeatureStore) -> Where? {
        guard spatial != nil || objectIDs != nil else { return condition }
        var all = self
        all.offset = 0
        guard let ids = all.ids(store, limit: -1) else { return nil }
        return Where(
            sql: "c0 IN (\(ids.map(String.init).joined(separator: ",")))", values: [], isEverything: false)
    }

    /// The values that come when each comes once, in the order of the fields.
    func distinct(_ store: FeatureStore, limit: Int) -> [[JSON]]? {
        guard let condition = narrowed(store), !fields.isEmpty else { return nil }
        let columns = fields.map(FeatureStore.column)
        let terms = order.map { "\(FeatureStore.column($0.place)) \($0.isDescending ? "DESC" : "ASC")" } + columns
        let sql = "SELECT DISTINCT \(columns.joined(separator: ", ")) FROM f WHERE \(condition.sql) "
        return store.rows(
            sql + "ORDER BY \(terms.joined(separator: ", ")) LIMIT \(limit) OFFSET \(offset)", condition.values)
    }

    /// Whether asking means looking at every row.
    var isScan: Bool {
        !(condition.isEverything && order.isEmpty && spatial == nil && statistics == nil && !isDistinct)
    }
}
