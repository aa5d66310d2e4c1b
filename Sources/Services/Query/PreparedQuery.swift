// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A parsed query with the constant part of all its answers. It never changes, and equal requests share it.
final class PreparedQuery: Sendable {
    let query: Query
    let manner: QueryBehavior
    let text: FeatureText
    /// The look-up that finds its rows with an index; `nil` if they must be scanned.
    let lookUp: FieldLookup?

    init(query: Query, manner: QueryBehavior, text: FeatureText = FeatureText()) {
        (self.query, self.manner, self.text) = (query, manner, text)
        let isAlone =
            query.order.isEmpty && query.spatial == nil && query.statistics == nil && !query.isDistinct
            && manner.sparsePages == .never
        lookUp = isAlone ? FieldLookup(query.condition) : nil
    }

    /// The inputs that a query's meaning depends on, in addition to the rows.
    struct Key: Sendable, Hashable {
        /// The names and values of the parameters, without the token.
        private var asked: [String] = []
        /// A digest of the values: to hash a dozen texts would take as long as all else.
        private var digest: UInt64 = 0
        private var kind: ServiceKind
        private var version: Version
        private var definition: String?
        private var time: Layer.Time?
        private var supportsPagination: Bool?
        private var unsupported: Set<String>
        private var format: String
        private var formats: String?
        private var runtime: Runtime?

        /// Returns a key, or `nil` if the query must be parsed each time: long ones do not repeat, and a quirk must be
        /// consulted to be reported.
        static func of(_ request: ServiceRequest, _ layer: Layer, _ runtime: Runtime?) -> Key? {
            guard request.hasNoQuirks else { return nil }
            // Here, for an initializer would take copies of request and layer.
            var key = Key(
                kind: request.kind, version: request.version, definition: layer.definition, time: layer.time,
                supportsPagination: layer.supportsPagination, unsupported: layer.unsupported, format: request.format,
                formats: (layer.pasted ?? layer.described)?["supportedQueryFormats"]?.text, runtime: runtime)
            key.asked.reserveCapacity(request.parameters.count * 2)
            var length = 0
            for parameter in request.parameters where parameter.name != "token" {
                length += parameter.name.utf8.count + parameter.value.utf8.count
                guard length < 1000 else { return nil }
                key.asked.append(parameter.name)
                key.asked.append(parameter.value)
                key.digest = key.digest &* 31 ^ ColumnIndex.key(parameter.value)
            }
            return key
        }

        /// A Boolean value that indicates whether it means the same at any time and for any user, unlike `CURRENT_DATE`
        /// and `CURRENT_USER`.
        var isLasting: Bool {
            !(asked + [definition ?? ""]).contains { $0.lowercased().contains("current_") }
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(digest)
        }
    }
}
