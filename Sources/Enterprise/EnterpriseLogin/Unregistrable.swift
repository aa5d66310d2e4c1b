// SPDX-License-Identifier: Apache-2.0

/// Why a provider cannot be registered: what the portal says, what is the matter, and what would pass.
struct Unregistrable: Error {
    var text: String
    var why: String
    var wouldPass: String

    static func missing(_ names: String) -> Self {
        Self(text: "Invalid parameters.", why: "\(names): missing", wouldPass: "\(names), or the provider's metadata")
    }

    static func metadata(_ reason: String) -> Self {
        Self(
            text: "Invalid metadata.", why: reason,
            wouldPass: "the metadata of one identity provider: entityID, a SingleSignOnService, a certificate")
    }
}
