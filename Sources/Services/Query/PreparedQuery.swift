// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A query as it was read, with what is the same of all its answers. Never changed, and shared by all who ask the same.
final class PreparedQuery: Sendable {
    let query: Query
    let manner: QueryBehavior
    let text: FeatureText
    /// What finds its rows in an index; `nil`: they have to be walked through.
    let lookUp: FieldLookup?

    init(query: Query, manner: QueryBehavior, text: FeatureText = FeatureText()) {
        (self.query, self.manner, self.text) = (query, manner, text)
        let isAlone =
            query.order.isEmpty && query.spatial == nil && query.statistics == nil && !query.isDistinct
            && manner.sparsePages == .never
        lookUp = isAlone && query.condition.isLookUp ? FieldLookup(query.condition) : nil
    }

    /// What a query's meaning hangs on, beside the rows.
    struct Key: Sendable, Hashable {
        /// Names and values of the parameters, without the token.
        private var asked: [String] = []
        private var kind: ServiceRequest.Kind
        private var version: Version
        private var definition: String?
        private var time: Layer.Time?
        private var supportsPagination: Bool?

        /// `nil`: it has to be read anew. Long ones come once, and a quirk has to be asked about to be told.
        static func of(_ reading: ServiceRequest, _ layer: Layer) -> Key? {
            guard reading.hasNoQuirks else { return nil }
            var key = Key(
                kind: reading.kind, version: reading.version, definition: layer.definition, time: layer.time,
                supportsPagination: layer.supportsPagination)
            key.asked.reserveCapacity(reading.parameters.count * 2)
            var length = 0
            for parameter in reading.parameters where parameter.name != "token" {
                length += parameter.name.utf8.count + parameter.value.utf8.count
                guard length < 1000 else { return nil }
                key.asked.append(parameter.name)
                key.asked.append(parameter.value)
            }
            return key
        }

        private init(
            kind: ServiceRequest.Kind, version: Version, definition: String?, time: Layer.Time?,
            supportsPagination: Bool?
        ) {
            (self.kind, self.version, self.definition) = (kind, version, definition)
            (self.time, self.supportsPagination) = (time, supportsPagination)
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
