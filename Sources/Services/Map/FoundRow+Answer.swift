// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension FoundRow {
    /// How a request wants results, and how many of them there may be.
    struct Answer: Sendable {
        var version: Version
        var reference: SpatialReference
        var returnsGeometry: Bool
        /// A Boolean value that indicates whether to use names instead of aliases (10.5).
        var namesFields: Bool
        /// A Boolean value that indicates whether to write values unformatted (10.5).
        var isUnformatted: Bool
        var limit: Int

        /// Names and values as they are from 10.5 on (documented).
        init(_ request: ServiceRequest, _ service: ServiceModel, _ reference: SpatialReference) {
            let isNew = request.version >= .v10_5
            version = request.version
            self.reference = reference
            returnsGeometry = request.isTrue("returngeometry", default: true)
            namesFields = isNew && request.isTrue("returnfieldname")
            isUnformatted = isNew && request.isTrue("returnunformattedvalues")
            limit = ServiceModel.counted(service.limit(request.version))
        }

        /// Returns the answer. If it is limited by maxRecordCount, it says so from 10.1 on (documented).
        func json(_ found: [FoundRow]) -> JSON {
            var members: [JSON.Member] = [.init("results", .array(found.prefix(limit).map { $0.json(self) }))]
            if found.count > limit, version >= .v10_1 {
                members.append(.init("exceededTransferLimit", .bool(true)))
            }
            return .object(members)
        }
    }
}
