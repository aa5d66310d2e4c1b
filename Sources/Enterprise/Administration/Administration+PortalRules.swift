// SPDX-License-Identifier: Apache-2.0

import Facts

/// The rules of operations of `portaladmin`.
extension Administration.Rules {
    static let portalMethod = Rule(
        "portaladmin.method", "Operations of the administrator directory accept only POST.", advice: "Use POST.",
        evidence: .reported("docs/reference/admin.md, rule 0.8"))
    static let portalBadValue = Rule(
        "portaladmin.bad-value", "A parameter has a value that the operation cannot take.",
        advice: "Send one of the documented values.",
        evidence: .inferred("the values are documented; no refusal was ever shown"))
    static let portalMissing = Rule(
        "portaladmin.missing", "The portal has nothing of that name.",
        advice: "Take the name from the list above the resource.",
        evidence: .inferred("as a server: docs/reference/admin.md#b3"))
    static let portalWeakPassword = Rule(
        "portaladmin.weak-password", "The password is not what the organization's policy demands.",
        advice: "Look at portals/self/securityPolicy.",
        evidence: .documented("docs/reference/sharing.md#l3: the restriction; the words are inferred"))
    static let onlyMachine = Rule(
        "portaladmin.only-machine", "The only machine of a portal cannot leave it.",
        advice: "Unregister machines of portals that have two.",
        evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/unregister-machine"))
    static let noEmailSettings = Rule(
        "portaladmin.no-email-settings", "The portal knows no mail server.",
        advice: "Send system/emailSettings/update first.",
        evidence: .reported("pypi.org/project/arcgis/2.4.4 looks for status error"))
    static let notThroughAdaptor = Rule(
        "portaladmin.not-through-adaptor", "A site is imported at the portal's own port alone.",
        advice: "Use the machine's name and port 7443.", evidence: .reported("docs/reference/admin.md#e35"))
    static let nothingToUpgrade = Rule(
        "portaladmin.nothing-to-upgrade", "The portal has nothing to upgrade.", advice: "Take it as done.",
        evidence: .inferred("as after an upgrade: docs/reference/admin.md#e6"))
    static let badLicense = Rule(
        "portaladmin.bad-license", "The file is no license.", advice: "Send the JSON file of My Esri.",
        evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/validate-license"))
    static let identityStore = Rule(
        "portaladmin.identity-store", "The settings of the identity store lack something that it cannot do without.",
        advice: "Send the user, the password, and for LDAP the URLs.",
        evidence: .inferred("the properties are documented; no refusal was ever shown"))
    static let certificateInUse = Rule(
        "portaladmin.certificate-in-use", "The web server shows that certificate.",
        advice: "Let it show another one first.", evidence: .inferred("no refusal was ever shown"))
    static let portalCertificateUnreadable = Rule(
        "portaladmin.certificate-unreadable",
        "What was sent is no certificate of that kind, or its password is another one.",
        advice: "Send PEM or DER to be trusted, and PKCS #12 with its password where a key is wanted.",
        evidence: .inferred("the kinds are documented; no refusal was ever shown"))
    static let portalCertificateOtherKey = Rule(
        "portaladmin.certificate-other-key", "The signed certificate is of another key.",
        advice: "Import what the authority made of this alias's generateCSR.",
        evidence: .inferred("what a keystore demands; no refusal was ever shown"))
    static let portalJoinFailed = Rule(
        "portaladmin.join-failed", "No portal answers at that address, or its administrator is a different one.",
        advice: "Send machineAdminUrl, and the name and password of an administrator of that portal.",
        evidence: .inferred("the parameters are documented; no refusal was ever shown"))
    static let siteFull = Rule(
        "portaladmin.site-full", "A portal has two machines at most.",
        advice: "Unregister one first.",
        evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/join-site"))
    static let portalReadOnly = Rule(
        "portaladmin.read-only", "The portal is in read-only mode: nothing can be changed.",
        advice: "Wait, or end the mode at portaladmin/mode/update.",
        evidence: .documented("developers.arcgis.com/rest/enterprise-administration/portal/mode"))
}

extension Administration {
    static let portalRules: [Rule] = [
        Rules.portalMethod, Rules.portalBadValue, Rules.portalMissing, Rules.portalWeakPassword, Rules.onlyMachine,
        Rules.noEmailSettings, Rules.notThroughAdaptor, Rules.nothingToUpgrade, Rules.badLicense,
        Rules.identityStore, Rules.certificateInUse, Rules.portalReadOnly, Rules.portalCertificateUnreadable,
        Rules.portalCertificateOtherKey, Rules.portalJoinFailed, Rules.siteFull,
    ]
}
