// SPDX-License-Identifier: Apache-2.0

import Formats

/// The hosts that lead to this machine and no further.
package enum Loopback {
    package static func has(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        let isAddress = parts.count == 4 && parts.allSatisfy { $0 != nil } && parts[0] == 127
        return isAddress || host == "::1" || host == "[::1]" || ASCII.equal(host, "localhost")
    }
}
