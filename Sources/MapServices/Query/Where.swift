import Formats

/// A `where` clause: our own grammar decides what is allowed and translates it to SQLite, with every value bound.
///
/// So far comparisons, LIKE, IN, BETWEEN, IS NULL, AND, OR, NOT and parentheses over fields and literals, of Esri's
/// standardized SQL (services-reference 3.4); the rest is refused, never passed through.
struct Where: Sendable, Hashable {
    enum Value: Sendable, Hashable {
        case integer(Int64)
        case double(Double)
        case text(String)
    }

    struct Failure: Error, Sendable, Hashable {
        /// Where in the clause, in bytes from 0.
        var offset: Int
        var reason: String
        /// A field that the layer does not have.
        var unknownField: String?
    }

    /// A condition for SQLite with `?` for each value.
    var sql: String
    var values: [Value]
    /// The fields it looks at, by place.
    var places: Set<Int> = []
    /// Whether it is one field equal to one value: with an index a look-up, not a walk over the rows.
    var isLookUp: Bool {
        values.count == 1 && places.count == 1 && sql == "\(FeatureStore.column(places.first ?? 0)) = ?"
    }

    /// What lets every row through.
    static let everything = Where(sql: "1", values: [], isEverything: true)

    /// Whether it lets every row through, as `1=1` does.
    var isEverything: Bool

    static func parse(_ text: String, fields: [Field]) throws(Failure) -> Where {
        var parser = WhereParser(text, fields: fields)
        return try parser.parse()
    }
}
