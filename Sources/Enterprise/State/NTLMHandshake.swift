// SPDX-License-Identifier: Apache-2.0

/// The state of a connection's handshake: NTLM authenticates connections, not requests.
enum NTLMHandshake: Sendable, Codable {
    case challenged([UInt8])
    case known(portal: Int, account: Int)
}
