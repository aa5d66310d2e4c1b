// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

/// The answer of a service; the caller puts format, envelope and headers on it.
package indirect enum ServiceResponse: Sendable {
    case json(JSON)
    /// Encoded JSON: feature sets are long.
    case written([UInt8])
    /// An answer with partial failures: edits that failed among edits that succeeded.
    case judged(JSON, [Verdict])
    case bytes([UInt8], type: String)
    /// A file, a tile or an OGC document, with its own HTTP status and headers.
    case file(FileResponse)
    /// A page of the real server, regardless of `f`.
    case page(title: String, body: String, status: Int)
    /// Work for a worker, which does not change the service.
    case deferred(@Sendable () throws(ServiceError) -> ServiceResponse)
}
