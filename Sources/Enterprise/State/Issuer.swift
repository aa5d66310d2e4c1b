// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// A site's issuer of tokens: a key, and the layout of its tokens.
package struct Issuer: Sendable {
    /// The captured lengths of tokens.
    package enum Layout: Sendable, Codable {
        /// 112 bytes, or 152 characters that end in `..` (the thread's token).
        case portal
        /// 48 bytes, or 64 characters (Puppet's captures of ArcGIS Server 10.5.1).
        case server

        var recordLength: Int { self == .portal ? 84 : Token.size }
        var string: Int { self == .portal ? 152 : 64 }
    }

    /// The letters that API keys begin with.
    static let keyPrefix = "AAPTK"

    let layout: Layout
    private let seed: UInt64
    private let name: String
    private var generation = 0
    private var seal: Seal
    private var opened = OpenedTokens()
    private var revoked: Set<String> = []

    init(_ layout: Layout, name: String, seed: UInt64) {
        self.layout = layout
        self.name = name
        self.seed = seed
        seal = Seal(key: Issuer.key(name, seed: seed, generation: 0))
    }

    /// Returns the key, derived from the seed, so that the same seed gives the same tokens.
    private static func key(_ name: String, seed: UInt64, generation: Int) -> [UInt8] {
        Digest.sha256(Array("\(seed)/\(name)/\(generation)".utf8))
    }

    /// Changes the key, so that no earlier token can be decrypted.
    mutating func rotate() {
        generation += 1
        revoked = []
        seal = Seal(key: Issuer.key(name, seed: seed, generation: generation))
        opened = OpenedTokens()
    }

    func string(_ token: Token, generator: inout Generator) -> String {
        // One array from the nonce to the tag: most requests of a suite ask for a token.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Seal.nonceSize + layout.recordLength + Seal.tagSize)
        generator.append(Seal.nonceSize, to: &bytes)
        token.append(length: layout.recordLength, to: &bytes)
        seal.seal(&bytes)
        return EsriAlphabet.encode(bytes)
    }

    /// Revokes a token by storing its nonce, the first 16 characters.
    mutating func revoke(_ string: String) { revoked.insert(String(string.prefix(16))) }

    /// Returns whether a token of this site was revoked individually.
    func isRevoked(_ string: String) -> Bool { !revoked.isEmpty && revoked.contains(String(string.prefix(16))) }

    /// Returns the content of a token if this site issued it.
    func open(_ string: String) -> Token? {
        if let known = opened[string] { return known }
        guard let token = decrypted(string) else { return nil }
        opened.keep(token, for: string)
        return token
    }

    private func decrypted(_ string: String) -> Token? {
        let isKey = string.utf8.count == layout.string + Self.keyPrefix.count && string.hasPrefix(Self.keyPrefix)
        let string = isKey ? String(string.dropFirst(Self.keyPrefix.count)) : string
        guard string.utf8.count == layout.string, let sealed = EsriAlphabet.decode(string),
            let record = seal.open(sealed)
        else { return nil }
        return Token(record: record)
    }
}

/// Keys follow from the seed, so what is written of an issuer is how often its key was changed.
extension Issuer: Codable {
    private enum CodingKeys: CodingKey {
        case layout, name, seed, generation, revoked
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try values.decode(Layout.self, forKey: .layout), name: try values.decode(String.self, forKey: .name),
            seed: try values.decode(UInt64.self, forKey: .seed))
        generation = try values.decode(Int.self, forKey: .generation)
        revoked = try values.decode(Set<String>.self, forKey: .revoked)
        seal = Seal(key: Issuer.key(name, seed: seed, generation: generation))
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(layout, forKey: .layout)
        try values.encode(name, forKey: .name)
        try values.encode(seed, forKey: .seed)
        try values.encode(generation, forKey: .generation)
        try values.encode(revoked, forKey: .revoked)
    }
}
