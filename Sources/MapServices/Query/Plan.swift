/// A query that was read and not yet run: whether it is slow can be seen before.
package struct Plan: Sendable {
    let reading: Reading
    let layer: MapService.Layer
    let query: Query

    /// Whether answering may take long enough to leave the event loop: filters and orders look at many rows.
    package var isSlow: Bool { query.isScan }

    package func result() -> Reading.Result { reading.run(query, layer.store) }
}
