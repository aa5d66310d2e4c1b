// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The exact text of an error body, with its evidence.
///
/// The tables are `Tokens+ErrorBodies`, `Sharing+ErrorBodies` and so on: one constant per body, so that each can be
/// checked separately.
package struct ErrorBody: Sendable, Hashable, Codable {
    /// The value of `details`.
    package enum Details: Sendable, Hashable, Codable {
        case none
        case list([String])
        /// A server's `tokens/generateToken` has a bare string (captured).
        case text(String)
    }

    /// The object around the message.
    package enum Envelope: Sendable, Hashable, Codable {
        /// `{"error":{"code":…,"message":…,"details":[…]}}`
        case error
        /// `{"error":{"message":…}}`: what `createService` says beside `success` (captured).
        case message
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
        /// `{"code":…,"extendedCode":…,"description":…}`: what one edit of several says.
        case edit
        /// `{"errorCode":…,"description":…}`: what `validateSQL` says.
        case validation
    }

    /// What answers so.
    package enum System: String, Sendable, Hashable, CaseIterable, Codable {
        case server = "ArcGIS Server"
        /// ArcGIS Server's services in the runtime of ArcGIS Pro.
        case pro = "ArcGIS Pro runtime"
        /// Hosted services, on ArcGIS Online and on a portal's hosting server.
        case hosted = "hosted"
        case online = "ArcGIS Online"
    }

    /// Where a body belongs: which operations answer it, on which systems, in which releases.
    package struct Scope: Sendable, Hashable, Codable {
        /// The family of operations: `query`, `edit`, `map`.
        package var family: String
        package var systems: [System]
        /// The first release, and the first that has it no more; `nil`: no bound is known.
        package var since: Version?
        package var until: Version?
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
    /// A Boolean value that indicates whether the message comes before the code: one answer of ArcGIS Online (captured).
    package let isMessageFirst: Bool
    package internal(set) var details: Details
    package internal(set) var envelope: Envelope
    /// The HRESULT behind the code: edits that are rolled back say it (documented).
    package internal(set) var extendedCode: Int?
    /// `nil`: it belongs to a door, whose slice says the rest.
    package let scope: Scope?
    package let evidence: Evidence

    /// A body of a service, which belongs to operations of some systems.
    package init(
        _ id: String, _ code: Int, _ message: String, details: Details = .list([]), extendedCode: Int? = nil,
        envelope: Envelope = .error, family: String, of systems: [System], since: Version? = nil,
        until: Version? = nil, evidence: Evidence
    ) {
        self.init(
            id, code, message, details: details, extendedCode: extendedCode, envelope: envelope,
            scope: Scope(
                family: family, systems: systems, since: since, until: until), evidence: evidence)
    }

    package init(
        _ id: String, _ code: Int, _ message: String, details: Details = .list([]), messageCode: String? = nil,
        subcode: Int? = nil, isMessageCodeLast: Bool = false, extendedCode: Int? = nil, envelope: Envelope = .error,
        isMessageFirst: Bool = false, scope: Scope? = nil, evidence: Evidence
    ) {
        self.id = id
        self.code = code
        self.messageCode = messageCode
        self.message = message
        self.subcode = subcode
        self.isMessageCodeLast = isMessageCodeLast
        self.isMessageFirst = isMessageFirst
        self.details = details
        self.extendedCode = extendedCode
        self.envelope = envelope
        self.scope = scope
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
            subcode: subcode, isMessageCodeLast: isMessageCodeLast, extendedCode: extendedCode, envelope: envelope,
            scope: scope, evidence: evidence)
    }

    /// Returns the body with another code or other details.
    package func with(code: Int? = nil, extendedCode: Int? = nil, details: [String]? = nil) -> ErrorBody {
        ErrorBody(
            id, code ?? self.code, message, details: details.map(Details.list) ?? self.details,
            messageCode: messageCode, subcode: subcode, isMessageCodeLast: isMessageCodeLast,
            extendedCode: extendedCode ?? self.extendedCode, envelope: envelope, scope: scope, evidence: evidence)
    }

    /// Returns the body for systems without message codes.
    package var withoutMessageCode: ErrorBody {
        ErrorBody(
            id, code, message, details: details, subcode: subcode, extendedCode: extendedCode, envelope: envelope,
            scope: scope,
            evidence: evidence)
    }

    /// The same as systems say it that tell no HRESULT.
    package var withoutExtendedCode: ErrorBody {
        ErrorBody(
            id, code, message, details: details, messageCode: messageCode, subcode: subcode,
            isMessageCodeLast: isMessageCodeLast, envelope: envelope, scope: scope, evidence: evidence)
    }

    /// What stands under `details`, as a list.
    package var detailList: [String] {
        switch details {
        case .none: []
        case .list(let list): list
        case .text(let text): [text]
        }
    }

    /// The body, with keys in the captured order.
    package var json: JSON {
        switch envelope {
        case .message: return .object([.init("error", .object([.init("message", .string(message))]))])
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
        case .edit:
            var members: [JSON.Member] = [.init("code", .number(String(code)))]
            if let extendedCode { members.append(.init("extendedCode", .number(String(extendedCode)))) }
            members.append(.init("description", .string(message)))
            return .object(members)
        case .validation:
            return .object([.init("errorCode", .number(String(code))), .init("description", .string(message))])
        case .error, .oauth:
            var members: [JSON.Member] = [.init("code", .number(String(code)))]
            if let extendedCode { members.append(.init("extendedCode", .number(String(extendedCode)))) }
            if case .oauth(let word) = envelope {
                members.append(.init("error", .string(word)))
                members.append(.init("error_description", .string(message)))
            }
            if let subcode { members.append(.init("subcode", .number(String(subcode)))) }
            let coded = messageCode.map { JSON.Member("messageCode", .string($0)) }
            if let coded, !isMessageCodeLast { members.append(coded) }
            members.insert(.init("message", .string(message)), at: isMessageFirst ? 0 : members.count)
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
