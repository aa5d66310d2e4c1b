// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// The ways to tell a portal of a provider: its metadata as a file or by URL, or its parts as parameters.
enum ProviderMetadata {
    private static let names = [
        "idpmetadataurl", "entityid", "bindingurl", "postbindingurl", "bindingposturl", "certificate",
    ]

    /// Returns whether a request has anything about the provider itself.
    static func isGiven(_ context: RequestContext) -> Bool {
        context.parameters.files.contains { $0.name == "idpmetadatafile" }
            || names.contains { context.parameters.given($0) != nil }
    }

    /// Returns the provider that the parameters describe; `nil` is the built-in one, named by its own metadata.
    static func read(
        _ deployment: Deployment, _ context: RequestContext
    ) -> Result<SAMLProvider.External?, Unregistrable> {
        let given = context.parameters
        let file = given.files.first { $0.name == "idpmetadatafile" }?.bytes
        if let bytes = file ?? given.given("idpmetadatafile").map({ Array($0.utf8) }) {
            return described(bytes)
        }
        if let url = given.given("idpmetadataurl") {
            // The deployment would ask itself.
            return url == "\(deployment.idpURL(context))/metadata" ? .success(nil) : fetched(url, context)
        }
        return parts(given)
    }

    private static func described(_ metadata: [UInt8]) -> Result<SAMLProvider.External?, Unregistrable> {
        do throws(XMLFailure) {
            let external = try SAMLProvider.External(metadata: metadata)
            return .success(external.entityID == EnterpriseLogin.builtInEntityID ? nil : external)
        } catch {
            return .failure(.metadata(error.description))
        }
    }

    /// Returns the provider that the metadata at an address elsewhere describe, once they are there (decision 33).
    private static func fetched(
        _ url: String, _ context: RequestContext
    ) -> Result<SAMLProvider.External?, Unregistrable> {
        let errand = Errand.request(BackRequest(method: "GET", url: url, fields: [.init("Accept", "*/*")]))
        guard let reply = context.call.errands[errand] else {
            var awaited = Unregistrable.unread(url, "no answer")
            awaited.errand = errand
            return .failure(awaited)
        }
        switch reply {
        case .answer(200, let metadata): return described(metadata)
        case .answer(let status, _): return .failure(.unread(url, "status \(status)"))
        case .failure(let reason): return .failure(.unread(url, reason))
        case .identity, .refusal, .key: return .failure(.unread(url, "no answer"))
        }
    }

    private static func parts(_ given: Parameters) -> Result<SAMLProvider.External?, Unregistrable> {
        let redirect = given.given("bindingurl")
        let post = given.given("postbindingurl") ?? given.given("bindingposturl")
        guard let entityID = given.given("entityid"), redirect != nil || post != nil,
            let certificate = given.given("certificate").map(SAMLProvider.External.pem)
        else { return .failure(.missing("entityId, bindingUrl and certificate")) }
        guard SigningKey.isCertificate(certificate) else {
            return .failure(
                Unregistrable(
                    text: "Invalid certificate.", why: "certificate: not one in base 64",
                    wouldPass: "the X509Certificate of the provider's metadata"))
        }
        return .success(
            SAMLProvider.External(
                entityID: entityID, redirectURL: redirect, postURL: post, certificates: [certificate],
                logoutURL: given.given("logouturl"),
                encryptionCertificate: given.given("encryptioncertificate").map(SAMLProvider.External.pem)))
    }
}
