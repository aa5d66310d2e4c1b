// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Administration.ErrorBodies {
    static let notGiven = ErrorBody(
        "admin.not-given", 500, "The parameter '‹›' must be specified.", envelope: .status,
        evidence: .inferred("the parameters are documented; no refusal was ever shown"))
    static let notJSON = ErrorBody(
        "admin.not-json", 500, "A JSONObject text must begin with '{' at character 1 of ‹›", envelope: .status,
        evidence: .captured("Esri/ArcREST#106, of services/stopServices"))
    static let badValue = ErrorBody(
        "admin.bad-value", 500, "The value '‹value›' of the parameter '‹name›' is not valid.", envelope: .status,
        evidence: .inferred("the values are documented; no refusal was ever shown"))
    static let nameTaken = ErrorBody(
        "admin.name-taken", 500, "‹kind› '‹name›' already exists.", envelope: .status,
        evidence: .inferred("no body was ever shown"))
    static let nameUnknown = ErrorBody(
        "admin.name-unknown", 500, "‹kind› '‹name›' does not exist.", envelope: .status,
        evidence: .inferred("no body was ever shown"))
    static let postOnly = ErrorBody(
        "admin.post-only", 405, "The operation '‹›' does not support HTTP GET.", envelope: .status,
        evidence: .inferred("that operations are posted is documented; no refusal was ever shown"))
    static let readOnly = ErrorBody(
        "admin.read-only", 500, "The site is in read-only mode.", envelope: .status,
        evidence: .inferred("the mode is documented; no refusal was ever shown"))
    static let storeReadOnly = ErrorBody(
        "admin.store-read-only", 500, "The identity store of type '‹›' is read only.", envelope: .status,
        evidence: .inferred("that the operations are not supported is documented; no refusal was ever shown"))
    static let storeUnreachable = ErrorBody(
        "admin.store-unreachable", 500, "Could not connect to the identity store of type '‹›'.", envelope: .status,
        evidence: .inferred("no body was ever shown"))
    static let machineBusy = ErrorBody(
        "admin.machine-busy", 500,
        "Server machine '‹›' is currently being configured by another administrative operation. Please try again later.",
        envelope: .status, evidence: .captured("docs/reference/admin.md#a21, the words; the code is inferred"))
    static let lastMachine = ErrorBody(
        "admin.last-machine", 500, "Server machine '‹›' is the only one of the site and cannot be unregistered.",
        envelope: .status, evidence: .inferred("no body was ever shown"))
    static let joinFailed = ErrorBody(
        "admin.join-failed", 500, "Failed to join the site. Could not connect to the site '‹›' as an administrator.",
        envelope: .status, evidence: .inferred("no body was ever shown"))
    static let fileType = ErrorBody(
        "admin.file-type", 500, "Files of the type '‹›' are not allowed to be uploaded.", envelope: .status,
        evidence: .inferred("the list of types is documented; no refusal was ever shown"))
    static let upgraded = ErrorBody(
        "admin.upgraded", 404, "The site does not require an upgrade.", envelope: .status,
        evidence: .reported("docs/reference/admin.md#a14, the code; the words are inferred"))
    static let undecryptable = ErrorBody(
        "admin.undecryptable", 500, "The value of the parameter '‹›' could not be decrypted.", envelope: .status,
        evidence: .inferred("the encryption is documented; no refusal was ever shown"))
    static let invalidItem = ErrorBody(
        "admin.invalid-item", 500, "The data item '‹›' could not be validated.", envelope: .status,
        evidence: .inferred("no body was ever shown"))
    static let jobOver = ErrorBody(
        "admin.job-over", 500, "The job '‹›' has ended and cannot be cancelled.", envelope: .status,
        evidence: .inferred("documented that only a submitted or an executing job can be; no body was ever shown"))
    static let notFederated = ErrorBody(
        "admin.not-federated", 500, "Failed to import GIS services as items within portal.", envelope: .status,
        evidence: .inferred("docs/reference/admin.md#b20: the sentence of the log"))
    static let certificateUnreadable = ErrorBody(
        "admin.certificate-unreadable", 500, "Failed to process the certificate '‹›'.", envelope: .status,
        evidence: .inferred("no body was ever shown"))
    static let certificateOtherKey = ErrorBody(
        "admin.certificate-other-key", 500, "Public keys in reply and keystore don't match", envelope: .status,
        evidence: .inferred("the words of Java's keytool, whose keystore a site has; of a server never shown"))
    static let notCommitted = ErrorBody(
        "admin.not-committed", 500, "The uploaded item '‹›' has no such part, or is not committed.",
        envelope: .status, evidence: .inferred("no body was ever shown"))
}

extension Administration {
    static let serverErrorBodies: [ErrorBody] = [
        ErrorBodies.notGiven, ErrorBodies.notJSON, ErrorBodies.badValue, ErrorBodies.nameTaken,
        ErrorBodies.nameUnknown, ErrorBodies.postOnly, ErrorBodies.readOnly, ErrorBodies.storeReadOnly,
        ErrorBodies.storeUnreachable, ErrorBodies.machineBusy, ErrorBodies.lastMachine, ErrorBodies.joinFailed,
        ErrorBodies.fileType, ErrorBodies.upgraded, ErrorBodies.undecryptable, ErrorBodies.invalidItem,
        ErrorBodies.notCommitted, ErrorBodies.notFederated,
        ErrorBodies.certificateUnreadable, ErrorBodies.certificateOtherKey, ErrorBodies.jobOver,
    ]
}
