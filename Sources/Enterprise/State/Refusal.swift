// SPDX-License-Identifier: Apache-2.0

import Facts

/// A verdict on its way to the words of the door.
struct Refusal: Error {
    var verdict: Verdict

    init(_ verdict: Verdict) {
        self.verdict = verdict
    }
}
