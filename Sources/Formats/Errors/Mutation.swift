// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A mutation of one byte in one error body, to verify that a test notices it: `make mutate`. In debug builds only.
///
/// `MOCK_PORTAL_MUTATE=<id of the body>:<mutation>` in the environment selects it. Applying it twice has the effect of
/// once, because bodies are derived from bodies.
enum Mutation: String {
    case message
    case messageEnd = "message-end"
    case code
    case messageCode = "message-code"
    case subcode
    case extendedCode = "extended-code"
    case details
    case detailsEnd = "details-end"
    /// The error code of the OAuth envelope.
    case error

    #if DEBUG
        private static let asked: (id: String, mutation: Mutation?)? = unsafe getenv("MOCK_PORTAL_MUTATE").map { text in
            let parts = unsafe String(cString: text).split(separator: ":", maxSplits: 1).map(String.init)
            return (parts.first ?? "", parts.count > 1 ? Mutation(rawValue: parts[1]) : .message)
        }

        static func of(_ id: String) -> Mutation? { asked?.id == id ? asked?.mutation : nil }
    #else
        static func of(_ id: String) -> Mutation? { nil }
    #endif

    static func start(_ text: String) -> String { "~\(text.dropFirst())" }
    static func end(_ text: String) -> String { "\(text.dropLast())~" }
    /// No code ends in 7.
    static func digit(_ number: Int) -> Int { number / 10 * 10 + 7 }
}

extension ErrorBody {
    mutating func spoil(_ mutation: Mutation) {
        switch mutation {
        case .message: message = Mutation.start(message)
        case .messageEnd: message = Mutation.end(message)
        case .code: code = Mutation.digit(code)
        case .messageCode: messageCode = messageCode.map(Mutation.end)
        case .subcode: subcode = subcode.map(Mutation.digit)
        case .extendedCode: extendedCode = extendedCode.map(Mutation.digit)
        case .details: spoilDetails(0, Mutation.start)
        case .detailsEnd: spoilDetails(-1, Mutation.end)
        case .error: if case .oauth(let word) = envelope { envelope = .oauth(Mutation.start(word)) }
        }
    }

    /// Mutates the first of the details, or the last for -1.
    private mutating func spoilDetails(_ index: Int, _ spoilt: (String) -> String) {
        switch details {
        case .none: break
        case .text(let text): details = .text(spoilt(text))
        case .list(var list):
            guard !list.isEmpty else { return }
            let at = index < 0 ? list.count - 1 : index
            list[at] = spoilt(list[at])
            details = .list(list)
        }
    }
}
