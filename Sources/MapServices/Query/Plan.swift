/// A query that was read and not yet run.
package struct Plan: Sendable {
    let reading: Reading
    let store: FeatureStore
    let query: Query

    /// The object ids of all rows asked for.
    func ids() -> Swift.Result<[Int], Reading.Refused> {
        Swift.Result { () throws(FeatureStore.Failure) in try query.ids(store, limit: -1) }.mapError(reading.failed)
    }

    package func result() -> Reading.Result { reading.run(query, store) }

    /// The result, if it is there without looking at many rows; `nil`: let a worker make it, and the event loop go on.
    package func quickResult() -> Reading.Result? {
        guard query.isScan else { return result() }
        guard query.condition.isLookUp, query.order.isEmpty, query.spatial == nil, query.statistics == nil,
            !query.isDistinct,
            let ids = store.lookUp(query.condition, limit: 100)
        else { return nil }
        var found = query
        found.condition = .everything
        found.objectIDs = query.objectIDs.map { asked in ids.filter(asked.contains) } ?? ids
        return reading.run(found, store)
    }
}
