import Facts
import Formats

/// A query as it was read, with what is the same of all its answers.
struct PreparedQuery: Sendable {
    var query: Query
    var manner: Manner
    var text = FeatureText()

    /// What a query's meaning hangs on, beside the rows.
    struct Key: Sendable, Hashable {
        /// Names and values of the parameters, without the token.
        private var asked: [String] = []
        private var kind: Reading.Kind
        private var version: Int
        private var definition: String?
        private var time: Layer.Time?
        private var supportsPagination: Bool?

        /// `nil`: it has to be read anew. Long ones come once, and a quirk has to be asked about to be told.
        init?(_ reading: Reading, _ layer: Layer) {
            guard reading.hasNoQuirks else { return nil }
            (kind, version, definition) = (reading.kind, reading.version.ordinal, layer.definition)
            (time, supportsPagination) = (layer.time, layer.supportsPagination)
            asked.reserveCapacity(reading.parameters.count * 2)
            var length = 0
            for (name, value) in reading.parameters where name != "token" {
                length += name.utf8.count + value.utf8.count
                guard length < 1000 else { return nil }
                asked.append(name)
                asked.append(value)
            }
        }

        /// Whether it means the same at any time and whoever asks: `CURRENT_DATE` and `CURRENT_USER` do not.
        var isLasting: Bool {
            !(asked + [definition ?? ""]).contains { $0.lowercased().contains("current_") }
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(asked)
            hasher.combine(version)
        }
    }
}
