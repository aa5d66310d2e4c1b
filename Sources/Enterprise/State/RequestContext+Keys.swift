// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// Why there is no new key.
enum KeyFailure: Error {
    /// It is still to be made.
    case awaits(Errand)
    case failed(String)

    /// The outcome of an endpoint that waits for it; `nil`: there will be none, and why.
    var outcome: Outcome? {
        guard case .awaits(let errand) = self else { return nil }
        var awaited = Outcome.json(.null)
        awaited.errand = errand
        return awaited
    }

    var reason: String { if case .failed(let reason) = self { reason } else { "a key is being made" } }
}

extension RequestContext {
    /// Returns a new private key in PEM. No seed decides it, and it takes a tenth of a second: so it is made once, beside the
    /// loop, and is the same at every replica.
    func newKey(_ size: Int) throws(KeyFailure) -> String {
        let errand = Errand.key(size)
        switch call.errands[errand] {
        case nil: throw .awaits(errand)
        case .key(let pem): return pem
        case .failure(let reason): throw .failed(reason)
        case .answer, .identity, .refusal: throw .failed("no key")
        }
    }
}
