// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The bodies of operations of `portaladmin`.
extension Administration.ErrorBodies {
    static let portalBadValue = ErrorBody(
        "portaladmin.bad-value", 400, "Invalid value for '‹›'.", evidence: .inferred("no body was ever shown"))
    static let portalWeakPassword = ErrorBody(
        "portaladmin.weak-password", 400, "Password does not meet the password policy of the organization.",
        evidence: .inferred("documented that the policy decides; never shown"))
    static let onlyMachine = ErrorBody(
        "portaladmin.only-machine", 0, "Machine '‹›' cannot be unregistered. The site has no other machine.",
        envelope: .statusWithoutCode, evidence: .inferred("documented that there must be two; never shown"))
    static let noEmailSettings = ErrorBody(
        "portaladmin.no-email-settings", 0, "Email settings have not been configured.",
        envelope: .statusWithoutCode,
        evidence: .reported("pypi.org/project/arcgis/2.4.4 looks for status error; the words are inferred"))
    static let notThroughAdaptor = ErrorBody(
        "portaladmin.not-through-adaptor", 0, "The operation is not supported through the web adaptor.",
        envelope: .statusWithoutCode,
        evidence: .reported("pypi.org/project/arcgis/2.4.4 sends it to port 7443 alone; the words are inferred"))
    static let nothingToUpgrade = ErrorBody(
        "portaladmin.nothing-to-upgrade", 0, "The site is already configured at this time.",
        envelope: .statusWithoutCode,
        evidence: .inferred("the words are those after an upgrade: docs/reference/admin.md#e6"))
    static let badLicense = ErrorBody(
        "portaladmin.bad-license", 400, "The license file is not valid.",
        evidence: .inferred("documented that it fails; never shown"))
    static let identityStore = ErrorBody(
        "portaladmin.identity-store", 0,
        "Could not connect to the identity store as one or more of the connection parameters is incorrect.",
        envelope: .statusWithoutCode,
        evidence: .inferred("the words of a server: DOI-BLM/requests-arcgis-auth#34; of a portal never shown"))
    static let certificateInUse = ErrorBody(
        "portaladmin.certificate-in-use", 0, "Certificate '‹›' is in use by the web server.",
        envelope: .statusWithoutCode, evidence: .inferred("no body was ever shown"))
    static let portalCertificateUnreadable = ErrorBody(
        "portaladmin.certificate-unreadable", 0, "Failed to process the certificate '‹›'.",
        envelope: .statusWithoutCode, evidence: .inferred("no body was ever shown"))
    static let portalCertificateOtherKey = ErrorBody(
        "portaladmin.certificate-other-key", 0, "Public keys in reply and keystore don't match",
        envelope: .statusWithoutCode,
        evidence: .inferred("the words of Java's keytool, whose keystore a portal has; of a portal never shown"))
    static let portalJoinFailed = ErrorBody(
        "portaladmin.join-failed", 0,
        "Failed to join the site. Could not connect to the site '‹›' as an administrator.",
        envelope: .statusWithoutCode, evidence: .inferred("no body was ever shown"))
    static let siteFull = ErrorBody(
        "portaladmin.site-full", 0, "Failed to join the site. The site has two machines.",
        envelope: .statusWithoutCode,
        evidence: .inferred("documented that a portal has no more; no body was ever shown"))
    static let portalReadOnly = ErrorBody(
        "portal.read-only", 403, ReadOnlyMode.words,
        evidence: .documented(
            "developers.arcgis.com/rest/enterprise-administration/portal/mode, the message; the envelope is inferred"))
    static let readOnlyDirectory = ErrorBody(
        "portaladmin.read-only", 0, ReadOnlyMode.words, envelope: .statusWithoutCode,
        evidence: .documented(
            "developers.arcgis.com/rest/enterprise-administration/portal/mode, the message; the envelope is inferred"))
}

extension Administration {
    static let portalErrorBodies: [ErrorBody] = [
        ErrorBodies.portalBadValue, ErrorBodies.portalWeakPassword, ErrorBodies.onlyMachine,
        ErrorBodies.noEmailSettings, ErrorBodies.notThroughAdaptor, ErrorBodies.nothingToUpgrade,
        ErrorBodies.badLicense, ErrorBodies.identityStore, ErrorBodies.certificateInUse, ErrorBodies.portalReadOnly,
        ErrorBodies.readOnlyDirectory, ErrorBodies.portalCertificateUnreadable, ErrorBodies.portalCertificateOtherKey,
        ErrorBodies.portalJoinFailed, ErrorBodies.siteFull,
    ]
}
