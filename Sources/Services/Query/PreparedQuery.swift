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
        /// The names and values of the parameters, without the token, each before a byte that no text has. As bytes: to
        /// Swift, texts are equal that differ by how an accent is written, and rows that they are compared with are not.
        private var asked: [UInt8] = []
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
            key.asked.reserveCapacity(256)
            var length = 0
            for parameter in request.parameters where parameter.name != "token" {
                length += parameter.name.utf8.count + parameter.value.utf8.count
                guard length < 1000 else { return nil }
                key.asked += parameter.name.utf8
                key.asked.append(0xFF)
                key.asked += parameter.value.utf8
                key.asked.append(0xFF)
            }
            return key
        }

        /// A Boolean value that indicates whether it means the same at any time and for any user, unlike `CURRENT_DATE`
        /// and `CURRENT_USER`.
        var isLasting: Bool {
            ![String(decoding: asked, as: UTF8.self), definition ?? ""].contains {
                $0.lowercased().contains("current_")
            }
        }

        func hash(into hasher: inout Hasher) {
            unsafe asked.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }
    }
}
