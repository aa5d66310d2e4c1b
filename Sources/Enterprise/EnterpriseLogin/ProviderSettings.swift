// SPDX-License-Identifier: Apache-2.0

import Formats

/// What a portal does with a provider's people, as administrators set it.
enum ProviderSettings {
    /// The user types of a portal; one that has none of these names is refused (community.esri.com td-p/135124).
    private static let licenseTypes = [
        "creatorUT", "viewerUT", "editorUT", "fieldWorkerUT", "GISProfessionalBasicUT", "GISProfessionalStdUT",
        "GISProfessionalAdvUT", "liteUT", "contributorUT", "mobileWorkerUT", "professionalUT", "professionalPlusUT",
    ]

    /// Applies what is given; returns why it cannot be.
    static func apply(_ given: Parameters, to provider: inout SAMLProvider) -> Unregistrable? {
        if let name = given.given("name") { provider.name = name }
        if let mode = given.given("signupmode") {
            guard ["invitation", "automatic"].contains(mode.lowercased()) else {
                return Unregistrable(
                    text: "Invalid signUpMode.", why: "signUpMode: \(mode)", wouldPass: "Invitation or Automatic")
            }
            provider.isOpen = ASCII.equal(mode, "automatic")
        }
        if let type = given.given("userlicensetype") {
            guard licenseTypes.contains(type) else {
                return Unregistrable(
                    text: "Invalid user license type.", why: "userLicenseType: \(type)",
                    wouldPass: "one of \(licenseTypes.joined(separator: ", "))")
            }
            provider.registered?.licenseType = type
        }
        func flag(_ name: String, _ change: (Bool) -> Void) {
            if let value = given.given(name) { change(ASCII.equal(value, "true")) }
        }
        flag("encryptionsupported") { provider.wantsEncryption = $0 }
        flag("supportsignedrequest") { provider.signsRequests = $0 }
        flag("usesha256") { provider.signsBySHA256 = $0 }
        flag("supportslogoutrequest") { provider.supportsLogout = $0 }
        flag("updateprofileatsignin") { provider.updatesProfile = $0 }
        flag("updategroupsatsignin") { provider.updatesGroups = $0 }
        if let url = given.given("logouturl") { provider.external?.logoutURL = url }
        if let level = given.given("level") { provider.registered?.level = level }
        if let role = given.given("roleid") { provider.registered?.role = role }
        if let groups = given.given("groups") { provider.registered?.groups = ItemEdits.list(groups) }
        return nil
    }
}
