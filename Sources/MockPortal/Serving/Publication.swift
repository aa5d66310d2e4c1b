// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files that `serve` writes for clients: the authority's certificate, certificates and keys of users, the ready
/// file. They follow the scenario, are also written for additional deployments, and are removed at the end.
package final class Publication: Sendable {
    private let authority: String
    private let keepsAuthority: Bool
    private let ready: String?
    private let written = Lock<[String]>([])

    /// Creates a publication. `authority` is the path where the certificate is written and stays; `nil` is a temporary
    /// file. `ready` is the path of the ready file.
    package init(authority: String?, ready: String?) {
        keepsAuthority = authority != nil
        self.authority = authority ?? "\(Files.temporary)/mock-portal-\(getpid())-ca.pem"
        self.ready = ready
    }

    /// Writes the files of a portal, and rewrites them whenever it serves another scenario.
    ///
    /// - Returns: What to tell the user: temporary files cannot be written, and it goes on without them.
    @discardableResult
    package func publish(_ portal: MockEnterprise) throws(Files.Failure) -> String? {
        do throws(Files.Failure) {
            try Files.replace(authority, with: portal.certificateAuthority.pem)
        } catch {
            guard !keepsAuthority else { throw error }
            try writeReady(portal.instance)
            return "\(error.description); GET /_mock/ca.pem gives the certificate to trust, --ca-file writes it"
        }
        if !keepsAuthority { written.withLock { $0.append(authority) } }
        let main = ObjectIdentifier(portal.instance)
        portal.instance.publishing.withLock { publishing in
            publishing = { [self] (instance: Instance) throws(Files.Failure) in
                try publish(instance, isMain: ObjectIdentifier(instance) == main)
            }
        }
        try publish(portal.instance, isMain: true)
        return nil
    }

    private func publish(_ instance: Instance, isMain: Bool) throws(Files.Failure) {
        let now = instance.current
        var files = now.files
        let ca = isMain ? authority : now.ca ?? next("ca.pem")
        if !isMain, now.ca == nil { try Files.replace(ca, with: instance.authority.pem) }
        for (username, identity) in now.identities.sorted(by: { $0.key < $1.key }) where files[username] == nil {
            let file = (certificate: next("user.pem"), key: next("user-key.pem"))
            try Files.replace(file.certificate, with: identity.certificate)
            try Files.replace(file.key, with: identity.key, isSecret: true)
            files[username] = file
        }
        instance.published(ca: ca, files: files)
        if isMain { try writeReady(instance) }
    }

    private func writeReady(_ instance: Instance) throws(Files.Failure) {
        guard let ready else { return }
        let text = String(decoding: JSONWriter.json(instance.ready), as: UTF8.self) + "\n"
        try Files.replace(ready, with: text, isSecret: true)
    }

    /// Returns an unused path beside the authority's.
    private func next(_ name: String) -> String {
        let stem = authority.hasSuffix(".pem") ? String(authority.dropLast(4)) : authority
        return written.withLock { written in
            let path = "\(stem)-\(written.count + 1)-\(name)"
            written.append(path)
            return path
        }
    }

    package func remove() {
        for path in written.withLock({ $0 }) { Files.remove(path) }
        if let ready { Files.remove(ready) }
    }
}
