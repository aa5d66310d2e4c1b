// SPDX-License-Identifier: Apache-2.0

import Facts

extension Administration.Rules {
    static let notGiven = Rule(
        "admin.not-given", "A required parameter is missing.", advice: "Send it.",
        evidence: .documented(
            "developers.arcgis.com/rest/enterprise-administration/server/update-site-mode and others name what is required"
        ))
    static let notJSON = Rule(
        "admin.not-json", "A parameter must be a JSON object, and is not.",
        advice: "Send JSON with double quotes; a list of services goes into {\"services\":[…]}.",
        evidence: .captured("Esri/ArcREST#106"))
    static let badValue = Rule(
        "admin.bad-value", "A parameter has a value that there is not.", advice: "Send one of the documented values.",
        evidence: .inferred("the values are documented; no refusal was ever shown"))
    static let nameTaken = Rule(
        "admin.name-taken", "Something of that kind and name is there.", advice: "Choose another name, or change it.",
        evidence: .documented("docs/reference/admin.md#g6: names are unique in a store; the words are inferred"))
    static let nameUnknown = Rule(
        "admin.name-unknown", "Nothing of that kind and name is there.", advice: "Take the name from the list.",
        evidence: .inferred("no body was ever shown"))
    static let entryMissing = Rule(
        "admin.entry-missing", "The list has no entry of that name.", advice: "Take the name from the list above it.",
        evidence: .captured("docs/reference/admin.md#b3"))
    static let postOnly = Rule(
        "admin.post-only", "The operation changes the site, and was sent by GET.", advice: "Send it by POST.",
        evidence: .documented("docs/reference/admin.md#g5: POST is the only method; the words are inferred"))
    static let needsPrivilege = Rule(
        "admin.needs-privilege", "The user may enter the directory, but not run this operation.",
        advice: "Publishers administer services; sign in as an administrator for the rest.",
        evidence: .documented("docs/reference/admin.md#g3: each operation names its privileges; the words are inferred")
    )
    static let readOnly = Rule(
        "admin.read-only", "The site is in read-only mode.", advice: "Set siteMode=EDITABLE by admin/mode/update.",
        evidence: .documented("docs/reference/admin.md#g1: most operations are blocked; the words are inferred"))
    static let storeReadOnly = Rule(
        "admin.store-read-only", "Users and roles come from a store that the server does not change.",
        advice: "Change them in that store: of a federated server it is the portal.",
        evidence: .documented("developers.arcgis.com/rest/enterprise-administration/server/users"))
    static let storeUnreachable = Rule(
        "admin.store-unreachable", "The identity store cannot be reached.",
        advice: "Check its address and account; store: \"unreachable\" in the scenario makes this happen.",
        evidence: .inferred("no body was ever shown"))
    static let otherAddress = Rule(
        "admin.other-address", "The address is not one of allowedAdminAccessIPs.",
        advice: "Ask from one of those, or add it by admin/security/config/update.",
        evidence: .documented("docs/reference/admin.md#g4: only these may enter; the words are inferred"))
    static let machineBusy = Rule(
        "admin.machine-busy", "Another operation on the machine is under way.",
        advice: "Poll machines/<name>/status until realTimeState is configuredState, then try again.",
        evidence: .captured("docs/reference/admin.md#a21"))
    static let lastMachine = Rule(
        "admin.last-machine", "A site needs a machine.", advice: "Delete the site instead.",
        evidence: .inferred("no body was ever shown"))
    static let joinFailed = Rule(
        "admin.join-failed", "No site answers at that adminURL, or its administrator is a different one.",
        advice: "Send adminURL, and the name and password of the site's administrator.",
        evidence: .inferred("the parameters are documented; no refusal was ever shown"))
    static let fileType = Rule(
        "admin.file-type", "Files with that ending may not be uploaded.",
        advice: "Add the ending to uploadFileExtensionWhitelist in admin/system/properties.",
        evidence: .reported("docs/reference/admin.md#g7: uploads are filtered by ending; the words are inferred"))
    static let upgraded = Rule(
        "admin.upgraded", "The site needs no upgrade.", advice: "Treat code 404 as done.",
        clients: "Esri/arcgis-powershell-dsc goes on.", evidence: .reported("docs/reference/admin.md#a14"))
    static let undecryptable = Rule(
        "admin.undecryptable", "An encrypted parameter cannot be decrypted.",
        advice: "Encrypt with the key that admin/publicKey shows now, PKCS #1 v1.5, and send hexadecimal digits.",
        evidence: .inferred("the encryption is documented; no refusal was ever shown"))
    static let invalidItem = Rule(
        "admin.invalid-item", "The data item has no connection, or its store cannot be reached.",
        advice: "Give info a connectionString or a path.",
        evidence: .reported("docs/reference/admin.md#c17"))
    static let notCommitted = Rule(
        "admin.not-committed", "The upload has no such part, or waits for its commit.",
        advice: "Upload every part, then commit them.", evidence: .inferred("no body was ever shown"))
    static let notFederated = Rule(
        "admin.not-federated", "The server belongs to no portal, where its services could be items.",
        advice: "Federate it first: portaladmin/federation/servers/federate.",
        evidence: .inferred("docs/reference/admin.md#b20 has the sentence of the log; the answer was never shown"))
    static let certificateUnreadable = Rule(
        "admin.certificate-unreadable", "What was sent is no certificate of that kind, or its password is another one.",
        advice: "Send PEM or DER to be trusted, and PKCS #12 with its password where a key is wanted.",
        evidence: .inferred("the kinds are documented; no refusal was ever shown"))
    static let certificateOtherKey = Rule(
        "admin.certificate-other-key", "The signed certificate is of another key.",
        advice: "Import what the authority made of this alias's generateCSR.",
        evidence: .inferred("what a keystore demands; no refusal was ever shown"))
    static let jobOver = Rule(
        "admin.job-over", "A job that has ended cannot be cancelled.", advice: "Delete it instead.",
        evidence: .documented("developers.arcgis.com/rest/enterprise-administration/server/job-get-.htm"))
    static let certificateTaken = Rule(
        "admin.certificate-taken", "A certificate with that alias exists.",
        advice: "Look for a page where JSON was asked for; choose another alias, or delete the certificate.",
        clients: "The ArcGIS API for Python takes the page for a success.",
        evidence: .inferred("as a portal: docs/reference/admin.md#e15"))
}

extension Administration {
    static let serverRules: [Rule] = [
        Rules.notGiven, Rules.notJSON, Rules.badValue, Rules.nameTaken, Rules.nameUnknown, Rules.entryMissing,
        Rules.postOnly, Rules.needsPrivilege, Rules.readOnly, Rules.storeReadOnly, Rules.storeUnreachable,
        Rules.otherAddress, Rules.machineBusy, Rules.lastMachine, Rules.joinFailed,
        Rules.fileType, Rules.upgraded, Rules.undecryptable, Rules.invalidItem, Rules.notCommitted,
        Rules.certificateTaken, Rules.notFederated, Rules.certificateUnreadable, Rules.certificateOtherKey,
        Rules.jobOver,
    ]
}
