// SPDX-License-Identifier: Apache-2.0

package import Trust

/// What a site has to know from outside before it can answer: decision 33.
///
/// An endpoint that needs one changes nothing, and says so in its outcome; it is asked again with what came of the errand.
/// It is one reference, because every outcome and every answer has room for it.
package indirect enum Errand: Sendable, Hashable {
    /// A request to another server.
    case request(BackRequest)
    /// A Kerberos token that a keytab is to accept or refuse.
    case ticket(KerberosTicket)
    /// An edit that takes long; what came of it is ``Call/edit``.
    case edit(SlowEdit)
    /// A new RSA key of so many bits.
    case key(Int)

    package enum Reply: Sendable, Hashable {
        case answer(status: Int, body: [UInt8])
        case identity(KerberosIdentity)
        case refusal(KerberosFailure)
        /// A private key, in PEM.
        case key(String)
        /// Why there is none.
        case failure(String)
    }

    /// Makes a key, for who runs errands.
    package static func makeKey(_ size: Int) -> Reply {
        do throws(OpenSSLFailure) {
            return .key(try StoredCertificate.newKey(size))
        } catch {
            return .failure(error.description)
        }
    }
}
