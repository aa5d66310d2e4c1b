// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// The server's side of NTLMv2 (MS-NLMP): it creates challenges and verifies responses.
enum NTLM {
    private static let signature = Array("NTLMSSP\0".utf8)
    /// The NetBIOS names of the domain and the machine.
    static let domain = "CONTOSO"
    private static let machine = "PORTAL"
    // UNICODE, REQUEST_TARGET, NTLM, ALWAYS_SIGN, TARGET_TYPE_DOMAIN, EXTENDED_SESSIONSECURITY, TARGET_INFO, 128, 56.
    private static let flags: UInt32 =
        0x0000_0001 | 0x4 | 0x200 | 0x8000 | 0x1_0000 | 0x8_0000 | 0x80_0000 | 0x2000_0000 | 0x8000_0000

    /// Returns the type of a message (1, 2 or 3), or `nil` if it is not one.
    static func kind(_ message: [UInt8]) -> Int? {
        guard message.count >= 12, message.starts(with: signature) else { return nil }
        return Int(number(message, 8))
    }

    /// Returns the second message: the challenge (8 bytes) and the names of the server.
    static func challenge(_ challenge: [UInt8]) -> [UInt8] {
        var info: [UInt8] = []
        // MsvAvNbDomainName, MsvAvNbComputerName, MsvAvDnsDomainName, MsvAvDnsComputerName, MsvAvEOL.
        for (id, text) in [(2, domain), (1, machine), (4, "contoso.example"), (3, "portal.contoso.example")] {
            let bytes = wide(text)
            info += short(id) + short(bytes.count) + bytes
        }
        info += [0, 0, 0, 0]
        let name = wide(domain)
        var message = signature + long(2)
        message += short(name.count) + short(name.count) + long(48) + long(flags) + challenge
        message += [UInt8](repeating: 0, count: 8)
        message += short(info.count) + short(info.count) + long(UInt32(48 + name.count))
        return message + name + info
    }

    /// The content of the third message: the user, and the proof.
    struct Authentication {
        var user: String
        var domain: String
        private var proof: [UInt8]
        private var blob: [UInt8]

        /// Reads a third message, or returns `nil` if it is not one with an NTLMv2 response.
        init?(_ message: [UInt8]) {
            guard NTLM.kind(message) == 3, message.count >= 64, let response = NTLM.field(message, 20),
                response.count >= 44, let domain = NTLM.field(message, 28), let user = NTLM.field(message, 36)
            else { return nil }
            proof = Array(response.prefix(16))
            blob = Array(response.dropFirst(16))
            let isWide = NTLM.number(message, 60) & 1 == 1
            self.domain = NTLM.text(domain, isWide: isWide)
            self.user = NTLM.text(user, isWide: isWide)
        }

        /// Returns whether the response was computed from that password and challenge.
        func isMade(with password: String, challenge: [UInt8]) -> Bool {
            guard let hash = Digest.md4(NTLM.wide(password)) else { return false }
            let key = Digest.hmacMD5(key: hash, NTLM.wide(user.uppercased() + domain))
            return Digest.hmacMD5(key: key, challenge + blob) == proof
        }
    }

    // Little-endian numbers, and fields by length and offset.

    private static func short(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8 & 255)] }
    private static func long(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(number >> ($0 * 8) & 255) } }
    private static func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }

    private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << UInt32($1 * 8) }
    }

    private static func field(_ message: [UInt8], _ at: Int) -> [UInt8]? {
        let count = Int(message[at]) | Int(message[at + 1]) << 8
        let start = Int(number(message, at + 4))
        guard start <= message.count, count <= message.count - start else { return nil }
        return Array(message[start..<start + count])
    }

    private static func text(_ bytes: [UInt8], isWide: Bool) -> String {
        guard isWide else { return String(decoding: bytes, as: UTF8.self) }
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        return String(decoding: units, as: UTF16.self)
    }
}
