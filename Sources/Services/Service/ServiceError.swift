// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// A refusal of a service: the error body that it answers, and why.
///
/// It is one reference, for every function that may throw it has room for it on its stack.
package struct ServiceError: Error, Sendable {
    private final class Storage: Sendable {
        let body: ErrorBody
        let verdict: Verdict
        let status: Int
        let type: String?
        let delay: Duration

        init(_ body: ErrorBody, _ verdict: Verdict, _ status: Int, _ type: String?, _ delay: Duration) {
            (self.body, self.verdict, self.status, self.type, self.delay) = (body, verdict, status, type, delay)
        }
    }

    private let storage: Storage

    package var body: ErrorBody { storage.body }
    package var verdict: Verdict { storage.verdict }
    /// Of the HTTP response.
    package var status: Int { storage.status }
    /// The media type in the header; `nil` is that of JSON.
    package var type: String? { storage.type }
    /// The time of the deployment's clock that passes before it is said.
    package var delay: Duration { storage.delay }

    init(
        _ body: ErrorBody, _ verdict: Verdict, status: Int = 200, type: String? = nil, delay: Duration = .zero
    ) {
        storage = Storage(body, verdict, status, type, delay)
    }

    /// Creates the same refusal under another media type.
    init(_ error: ServiceError, type: String) {
        storage = Storage(error.body, error.verdict, error.status, type, error.delay)
    }
}
