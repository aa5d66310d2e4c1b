// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The exact text of an error body, with its evidence.
///
/// The tables are `Tokens+ErrorBodies`, `Sharing+ErrorBodies` and so on: one constant per body, so that each can be
/// checked separately.
package struct ErrorBody: Sendable, Hashable {
    /// The value of `details`.
    package enum Details: Sendable, Hashable {
        case none
        case list([String])
        /// A server's `tokens/generateToken` has a bare string (captured).
        case text(String)
    }

    /// The object around the message.
    package enum Envelope: Sendable, Hashable {
        /// `{"error":{"code":…,"message":…,"details":[…]}}`
        case error
        /// `{"status":"error","messages":[…],"code":…}`: the administrator directory.
        case status
        /// The same with `"acceptLanguage":null` at the end.
        case statusWithLanguage
        /// `{"status":"error","messages":[…]}`: what answers in front of an unreachable site gives no code.
        case statusWithoutCode
        /// `{"status":"error","isUpgrade":true,"messages":[…]}`: a portal that is not upgraded.
        case statusUpgrade
        /// `{"error":{"code":…,"error":…,"error_description":…,"message":…,"details":[]}}`, with the OAuth error code.
        case oauth(String)
    }

    package let id: String
    package internal(set) var code: Int
    package internal(set) var messageCode: String?
    package internal(set) var message: String
    /// The code by which the JS API recognizes a refusal of plain HTTP (4).
    package internal(set) var subcode: Int?
    /// A Boolean value that indicates whether `messageCode` comes after `message`, as in hosted services; a portal has
    /// it before.
    package let isMessageCodeLast: Bool
    package internal(set) var details: Details
    package internal(set) var envelope: Envelope
    package let evidence: Evidence

    package init(
        _ id: String, _ code: Int, _ message: String, details: Details = .list([]), messageCode: String? = nil,
        subcode: Int? = nil, isMessageCodeLast: Bool = false, envelope: Envelope = .error, evidence: Evidence
    ) {
        self.id = id
        self.code = code
        self.messageCode = messageCode
        self.message = message
        self.subcode = subcode
        self.isMessageCodeLast = isMessageCodeLast
        self.details = details
        self.envelope = envelope
        self.evidence = evidence
        if let mutation = Mutation.of(id) { spoil(mutation) }
    }

    /// Returns the body with `subject` in place of `‹›` in the message and the details.
    package func about(_ subject: String) -> ErrorBody {
        let filled: Details =
            switch details {
            case .none: .none
            case .list(let list): .list(list.map { $0.replacing("‹›", with: subject) })
            case .text(let text): .text(text.replacing("‹›", with: subject))
            }
        return ErrorBody(
            id, code, message.replacing("‹›", with: subject), details: filled, messageCode: messageCode,
            subcode: subcode, isMessageCodeLast: isMessageCodeLast, envelope: envelope, evidence: evidence)
    }

    /// Returns the body with another code or other details.
    package func with(code: Int? = nil, details: [String]? = nil) -> ErrorBody {
        ErrorBody(
            id, code ?? self.code, message, details: details.map(Details.list) ?? self.details,
            messageCode: messageCode, subcode: subcode, isMessageCodeLast: isMessageCodeLast, envelope: envelope,
            evidence: evidence)
    }

    /// Returns the body for systems without message codes.
    package var withoutMessageCode: ErrorBody {
        ErrorBody(id, code, message, details: details, subcode: subcode, envelope: envelope, evidence: evidence)
    }

    /// The body, with keys in the captured order.
    package var json: JSON {
        switch envelope {
        case .statusWithoutCode, .statusUpgrade:
            var members: [JSON.Member] = [.init("status", .string("error"))]
            if envelope == .statusUpgrade { members.append(.init("isUpgrade", .bool(true))) }
            members.append(.init("messages", .array([.string(message)])))
            return .object(members)
        case .status, .statusWithLanguage:
            var members: [JSON.Member] = [
                .init("status", .string("error")), .init("messages", .array([.string(message)])),
                .init("code", .number(String(code))),
            ]
            if envelope == .statusWithLanguage { members.append(.init("acceptLanguage", .null)) }
            return .object(members)
        case .error, .oauth:
            var members: [JSON.Member] = [.init("code", .number(String(code)))]
            if case .oauth(let word) = envelope {
                members.append(.init("error", .string(word)))
                members.append(.init("error_description", .string(message)))
            }
            if let subcode { members.append(.init("subcode", .number(String(subcode)))) }
            let coded = messageCode.map { JSON.Member("messageCode", .string($0)) }
            if let coded, !isMessageCodeLast { members.append(coded) }
            members.append(.init("message", .string(message)))
            if let coded, isMessageCodeLast { members.append(coded) }
            switch details {
            case .none: break
            case .list(let list): members.append(.init("details", .array(list.map(JSON.string))))
            case .text(let text): members.append(.init("details", .string(text)))
            }
            return .object([.init("error", .object(members))])
        }
    }
}
