// SPDX-License-Identifier: Apache-2.0

internal import CGSSAPI

/// The accepting side of Kerberos over HTTP (RFC 4559), by the system's GSSAPI and a keytab.
package struct KerberosAcceptor: Sendable {
    private let keytab: String
    private let replays: String

    /// Creates an acceptor with the keys of the file `keytab`, which keeps in the file `replays` what has been here.
    package init(keytab: String, replays: String) {
        self.keytab = keytab
        self.replays = replays
    }

    /// Accepts a token, wrapped by SPNEGO or bare, that says all in one leg.
    ///
    /// The time is that of the machine, as tickets come from elsewhere.
    package func accept(_ token: [UInt8]) throws(KerberosFailure) -> KerberosIdentity {
        guard let library = unsafe mp_gssapi_library() else {
            throw KerberosFailure(.unavailable, unsafe String(cString: mp_gssapi_failure()))
        }
        let acceptance = unsafe GSSAcceptance(library.pointee)
        try acceptance.open(keytab: "FILE:\(keytab)", replays: "file2:\(replays)")
        return try acceptance.accept(token)
    }
}
