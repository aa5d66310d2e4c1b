// SPDX-License-Identifier: Apache-2.0

import Facts
import Services

/// An edit that takes long: it is made of a service as it is, which goes on answering meanwhile, and committed if nothing
/// has changed the service by then (docs/decisions/0045-slow-edits-are-made-aside.md).
package struct SlowEdit: Sendable, Hashable {
    /// Makes the edit, on any thread.
    package let make: @Sendable () -> Made
    /// What it is made of.
    private let revision: Revision

    init(of revision: Revision, make: @escaping @Sendable () -> Made) {
        (self.revision, self.make) = (revision, make)
    }

    package static func == (one: SlowEdit, other: SlowEdit) -> Bool { one.revision === other.revision }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(revision)) }

    /// What came of it.
    package final class Made: Sendable {
        /// The revision of the service that it was made of.
        let revision: Revision
        let service: ServiceModel
        let result: Result<ServiceResponse, ServiceError>
        let quirks: [Behavior]

        init(
            of revision: Revision, service: ServiceModel, result: Result<ServiceResponse, ServiceError>,
            quirks: [Behavior]
        ) {
            (self.revision, self.service, self.result, self.quirks) = (revision, service, result, quirks)
        }
    }

    /// What tells two states of a service apart: each has its own.
    package final class Revision: Sendable {
        package init() {}
    }
}

extension SlowEdit {
    /// The size of a request from which its edits take long, in bytes: some hundred rows.
    static let size = 16 * 1024

    /// Returns whether a request may take long: by its size, or because it is for all rows of a clause.
    static func isSlow(_ request: ServiceRequest, _ resource: Resource, size: Int) -> Bool {
        switch resource.path {
        case "applyEdits", "{layer}/addFeatures", "{layer}/updateFeatures", "{layer}/applyEdits": size > self.size
        case "{layer}/deleteFeatures":
            size > self.size || !request.parameters.contains { $0.name == "objectids" && !$0.value.isEmpty }
        case "append", "{layer}/append", "{layer}/calculate": true
        default: false
        }
    }
}

extension Resource {
    /// A Boolean value that indicates whether the resource only reads a service that has no jobs.
    var isReading: Bool {
        switch path {
        case "", "layers", "{layer}", "{layer}/query", "query", "legend", "queryDomains", "identify", "find": true
        default: false
        }
    }
}
