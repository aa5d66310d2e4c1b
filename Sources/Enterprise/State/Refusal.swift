// SPDX-License-Identifier: Apache-2.0

import Facts

/// A verdict that the door turns into an error body.
struct Refusal: Error {
    var verdict: Verdict

    init(_ verdict: Verdict) {
        self.verdict = verdict
    }
}
