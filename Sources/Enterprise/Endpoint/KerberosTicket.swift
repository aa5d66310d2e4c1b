// SPDX-License-Identifier: Apache-2.0

/// A Kerberos token that came with a request, and the keytab that is to accept it.
package struct KerberosTicket: Sendable, Hashable {
    package var token: [UInt8]
    /// The content of the keytab.
    package var keytab: [UInt8]

    package init(token: [UInt8], keytab: [UInt8]) {
        self.token = token
        self.keytab = keytab
    }
}
