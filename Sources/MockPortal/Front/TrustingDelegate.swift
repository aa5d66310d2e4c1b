// SPDX-License-Identifier: Apache-2.0

#if canImport(Security)
    public import Foundation
    import Security

    /// Lets a URLSession of an Apple platform trust a deployment's throw-away authority, and nothing else that the system
    /// does not: `URLSession(configuration: .ephemeral, delegate: TrustingDelegate(mock.certificateAuthority),
    /// delegateQueue: nil)`. Written from Apple's documentation of `SecTrust`; not tested.
    public final class TrustingDelegate: NSObject, URLSessionDelegate {
        private let authority: CertificateAuthority

        /// Trusts this authority too.
        public init(_ authority: CertificateAuthority) { self.authority = authority }

        /// Called by URLSession.
        public func urlSession(
            _ session: URLSession, didReceive challenge: URLAuthenticationChallenge
        ) async -> (URLSession.AuthChallengeDisposition, URLCredential?) {
            guard challenge.protectionSpace.authenticationMethod == NSURLAuthenticationMethodServerTrust,
                let trust = challenge.protectionSpace.serverTrust,
                let anchor = SecCertificateCreateWithData(nil, Data(authority.der) as CFData),
                SecTrustSetAnchorCertificates(trust, [anchor] as CFArray) == errSecSuccess,
                SecTrustSetAnchorCertificatesOnly(trust, false) == errSecSuccess,
                SecTrustEvaluateWithError(trust, nil)
            else { return (.performDefaultHandling, nil) }
            return (.useCredential, URLCredential(trust: trust))
        }
    }
#endif
