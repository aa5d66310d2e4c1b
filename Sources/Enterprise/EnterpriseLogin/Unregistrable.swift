// SPDX-License-Identifier: Apache-2.0

/// Why a provider cannot be registered: what the portal says, what is the matter, and what would pass.
struct Unregistrable: Error {
    var text: String
    var why: String
    var wouldPass: String
    /// What has to be fetched first.
    var errand: Errand?

    static func unread(_ url: String, _ why: String) -> Self {
        Self(
            text: "Unable to read the metadata.", why: "\(url): \(why)",
            wouldPass: "idpMetadataFile, or the URL of metadata on loopback")
    }

    static func missing(_ names: String) -> Self {
        Self(text: "Invalid parameters.", why: "\(names): missing", wouldPass: "\(names), or the provider's metadata")
    }

    static func metadata(_ reason: String) -> Self {
        Self(
            text: "Invalid metadata.", why: reason,
            wouldPass: "the metadata of one identity provider: entityID, a SingleSignOnService, a certificate")
    }
}
