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

        init(_ body: ErrorBody, _ verdict: Verdict, _ status: Int) {
            (self.body, self.verdict, self.status) = (body, verdict, status)
        }
    }

    private let storage: Storage

    package var body: ErrorBody { storage.body }
    package var verdict: Verdict { storage.verdict }
    /// Of the HTTP response.
    package var status: Int { storage.status }

    init(_ body: ErrorBody, _ verdict: Verdict, status: Int = 200) {
        storage = Storage(body, verdict, status)
    }
}
