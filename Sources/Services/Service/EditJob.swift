// SPDX-License-Identifier: Apache-2.0

import Facts

/// An edit that is made later: `async=true`.
package struct EditJob: Sendable {
    /// How long one takes, by the deployment's clock: long enough to be seen pending, short enough to wait for.
    static let milliseconds: Int64 = 1_000

    var id: String
    /// When it is made.
    var due: Instant
    /// What was asked; its service is not the one that the edits go to.
    var request: ServiceRequest
    var run: @Sendable (inout ServiceRequest) -> ServiceRequest.Result
    /// What came of it, once it was made.
    var result: ServiceRequest.Result?
}
