// SPDX-License-Identifier: Apache-2.0

/// How far a connection has come: NTLM signs in connections, not requests.
enum NTLMHandshake: Sendable {
    case challenged([UInt8])
    case known(portal: Int, account: Int)
}
