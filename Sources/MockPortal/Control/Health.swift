// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// The health of a running deployment, asked from outside.
package enum Health {
    package enum Answer: Sendable {
        /// It answers; the text is what `/_mock/health` said.
        case well(String)
        case ill(String)
    }

    /// Asks the deployment at a URL of this machine, such as `http://127.0.0.1:7443`, for ten seconds at most.
    package static func ask(_ url: String) -> Answer {
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        switch BackChannel.run(BackRequest(method: "GET", url: "\(base)/_mock/health"), trusting: "") {
        case .answer(200, let body): return .well(String(decoding: body, as: UTF8.self))
        case .answer(let status, _): return .ill("\(base) answers with status \(status)")
        case .failure(let reason): return .ill(reason)
        case .identity, .refusal, .key: return .ill("\(base) gave no answer")
        }
    }
}
