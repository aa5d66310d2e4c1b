// SPDX-License-Identifier: Apache-2.0

import Trust

/// An authority in a folder: made at the first start and used again at every other, so that a browser or a keystore
/// trusts it once. Its key lies there, readable for the owner alone.
struct KeptAuthority {
    private let certificate: String
    private let key: String
    private let names: String

    init(folder: String) {
        certificate = "\(folder)/ca.pem"
        key = "\(folder)/ca-key.pem"
        names = "\(folder)/ca-names.txt"
    }

    /// Returns the kept authority, or a new one that is kept from now on.
    ///
    /// - Throws: `Files.Failure` if the folder cannot be written, or if the kept one may not sign for these names: a new
    ///   one would not be trusted where the old one is, so it is not made behind the user's back.
    func authority(for hosts: [String]) throws -> Authority {
        guard let pem = Files.read(certificate), let keyPEM = Files.read(key) else {
            let made = try Authority(hosts: Array(Set(hosts)).sorted())
            try Files.replace(key, with: made.keyPEM, isSecret: true)
            try Files.replace(names, with: made.hosts.map { "\($0)\n" }.joined())
            try Files.replace(certificate, with: made.pem)
            return made
        }
        let known = (Files.read(names) ?? "").split(separator: "\n").map(String.init)
        if let missing = hosts.first(where: { !known.contains($0) }) {
            throw Files.Failure(
                description:
                    "the authority in \(certificate) may not sign for \(missing); remove it, and trust the new one")
        }
        guard let kept = Authority(pem: pem, keyPEM: keyPEM, hosts: known) else {
            throw Files.Failure(description: "\(certificate) and \(key) are not a certificate and its key; remove them")
        }
        guard !kept.endsSoon else {
            throw Files.Failure(
                description: "the authority in \(certificate) has expired; remove it, and trust the new one")
        }
        return kept
    }
}
