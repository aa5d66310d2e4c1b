// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats
package import Trust

/// What is asked of a service, after the door was passed.
///
/// The service itself is handed beside it. Handling a request changes two things of it: ids are drawn from the generator,
/// and quirks that were asked are remembered.
package struct ServiceRequest: Sendable, Codable {
    /// A parameter with its lowercase name and its value as sent.
    package struct Parameter: Sendable, Codable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
    }

    /// A file of a multipart body.
    package struct File: Sendable, Codable {
        /// The name of the parameter.
        package var name: String
        package var fileName: String
        package var type: String
        package var bytes: [UInt8]

        package init(name: String, fileName: String, type: String, bytes: [UInt8]) {
            (self.name, self.fileName, self.type, self.bytes) = (name, fileName, type, bytes)
        }
    }

    /// The name of the service that is asked, with its folder.
    package var serviceName: String
    package var kind: ServiceKind
    package var version: Version
    /// The parameters; the first of several with the same name counts. They are few, so searching them is cheaper than
    /// hashing.
    package var parameters: [Parameter]
    /// The lowercase value of `f`; `html` if it is missing.
    package var format: String
    /// The values of the placeholders in the resource's path.
    package var names: [String: String] = [:]
    package var method = "GET"
    package var files: [File] = []
    /// The server as the client addressed it: `https://host:port/arcgis`.
    package var server = ""
    /// The token in the request's parameters. Services repeat it in URLs.
    package var token: String?
    /// The caller, or `nil` for no particular user.
    package var user: String?
    /// A Boolean value that indicates whether the caller may keep what a locator finds.
    package var mayStorePlaces = true
    /// The time of the deployment's clock.
    package var now = Instant(milliseconds: 0)
    /// The deployment's generator: ids created here come from it.
    package var generator = Generator(seed: 0)
    /// The behaviors that were consulted and that a quirk of the scenario changed.
    package private(set) var quirks: [Behavior] = []
    private let profile: Profile

    /// Creates a request. `profile` defaults to the release's own.
    package init(
        of serviceName: String, kind: ServiceKind, version: Version, parameters: [Parameter], format: String,
        profile: Profile? = nil
    ) {
        self.serviceName = serviceName
        self.kind = kind
        self.version = version
        self.parameters = parameters
        self.format = format
        self.profile = profile ?? Profile(version)
    }

    /// Returns the service's choice for a behavior, and records a quirk for the header.
    mutating func choice(_ behavior: Behavior) -> Choice {
        let setting = profile[behavior]
        if setting.isQuirk, !quirks.contains(behavior) { quirks.append(behavior) }
        return setting.choice
    }

    /// Returns whether a quirk of the scenario sets a behavior otherwise than the release has it.
    func isQuirk(_ behavior: Behavior) -> Bool { profile[behavior].isQuirk }

    /// A Boolean value that indicates whether every behavior is the release's own.
    var hasNoQuirks: Bool { profile.hasNoQuirks }

    /// The service's URL, as the client addressed it.
    var url: String { "\(server)/rest/services/\(serviceName)/\(kind.rawValue)" }

    /// Returns a parameter's value unless it is missing or empty: clients send `time=` and `inSR=` without a value.
    func given(_ name: String) -> String? {
        for index in parameters.indices where parameters[index].name == name {
            return parameters[index].value.isEmpty ? nil : parameters[index].value
        }
        return nil
    }

    /// Returns whether a parameter is `true`, in any case.
    func isTrue(_ name: String, default given: Bool = false) -> Bool {
        guard let value = self.given(name) else { return given }
        return ASCII.equal(value, "true")
    }
}
