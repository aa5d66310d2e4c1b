package import Facts
package import Formats

/// A question to a map service, asked after the door was passed.
package struct Reading: Sendable {
    package enum Kind: Sendable {
        case mapServer, featureServer
    }

    /// The answer; the caller puts format, envelope and headers on it.
    package enum Result: Sendable {
        case json(JSON)
        case bytes([UInt8], type: String)
        case refused(Refused)
    }

    /// An error in the words of the service.
    package struct Refused: Error, Sendable {
        package var code: Int
        package var message: String
        package var details: [String]
        package var because: Because
    }

    package var service: MapService
    package var kind: Kind
    package var version: Version
    /// Names in small letters, values as they came; of several of one name the first counts. There are few: looking
    /// through them is cheaper than hashing them.
    package var parameters: [(name: String, value: String)]
    /// The value of `f`, in small letters.
    package var format: String

    package init(
        service: MapService, kind: Kind, version: Version, parameters: [(name: String, value: String)], format: String
    ) {
        self.service = service
        self.kind = kind
        self.version = version
        self.parameters = parameters
        self.format = format
    }

    /// A parameter's value unless it is missing or empty: clients send `time=` and `inSR=` empty.
    func given(_ name: String) -> String? {
        guard let value = parameters.first(where: { $0.name == name })?.value, !value.isEmpty else { return nil }
        return value
    }

    /// `true`, `True`, `TRUE`; anything else is not.
    func isTrue(_ name: String, default given: Bool = false) -> Bool {
        guard let value = self.given(name) else { return given }
        return ASCII.equal(value, "true")
    }
}
