// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats
package import Trust

/// A question to a service, asked after the door was passed.
package struct ServiceRequest: Sendable {
    /// The types of service.
    package enum Kind: String, Sendable, CaseIterable {
        case mapServer = "MapServer"
        case featureServer = "FeatureServer"
        case imageServer = "ImageServer"
        case geocodeServer = "GeocodeServer"
        case gpServer = "GPServer"
        case vectorTileServer = "VectorTileServer"
    }

    /// The answer; the caller puts format, envelope and headers on it.
    package indirect enum Result: Sendable {
        case json(JSON)
        /// The same, written already: sets of features are long.
        case written([UInt8])
        /// An answer in which parts were refused: edits that failed beside edits that were made.
        case judged(JSON, [Verdict])
        case bytes([UInt8], type: String)
        /// A file, a tile, a document of OGC: with an HTTP side of its own.
        case reply(Reply)
        /// A page of the real server's own, whatever `f` says.
        case page(title: String, body: String, status: Int)
        case refused(Refused)
        /// Made by a worker; the service is not changed by it.
        case later(@Sendable () -> Result)
    }

    /// An error in the words of the service.
    package struct Refused: Error, Sendable {
        package var code: Int
        package var message: String
        package var details: [String]
        package var extendedCode: Int?
        package var verdict: Verdict
        /// Of the HTTP response.
        package var status = 200

        /// Edits that are rolled back say `extendedCode` (documented).
        package var json: JSON {
            var members: [JSON.Member] = [.init("code", .int(code))]
            if let extendedCode { members.append(.init("extendedCode", .int(extendedCode))) }
            members.append(.init("message", .string(message)))
            members.append(.init("details", .array(details.map(JSON.string))))
            return .object([.init("error", .object(members))])
        }
    }

    /// Its name in small letters, its value as it came.
    package struct Parameter: Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
    }

    /// A file of a multipart body.
    package struct File: Sendable {
        /// The parameter that it came as.
        package var name: String
        package var fileName: String
        package var type: String
        package var bytes: [UInt8]

        package init(name: String, fileName: String, type: String, bytes: [UInt8]) {
            (self.name, self.fileName, self.type, self.bytes) = (name, fileName, type, bytes)
        }
    }

    /// Changed by edits and jobs; the caller keeps it.
    package var service: MapService { didSet { isServiceChanged = true } }
    /// Whether there is anything to keep.
    package private(set) var isServiceChanged = false
    package var kind: Kind
    package var version: Version
    /// Of several of one name the first counts. There are few: looking through them is cheaper than hashing them.
    package var parameters: [Parameter]
    /// The value of `f`, in small letters; `html` if it is missing.
    package var format: String
    /// What the placeholders of the resource's path stand for.
    package var names: [String: String] = [:]
    package var method = "GET"
    package var files: [File] = []
    /// The server as the client called it: `https://host:port/arcgis`.
    package var server = ""
    /// The token in the request's parameters: services repeat it in the URLs that they write.
    package var token: String?
    /// Who asks; `nil`: nobody in particular.
    package var user: String?
    /// The deployment's time.
    package var now = Instant(milliseconds: 0)
    /// The deployment's: ids made here are its own.
    package var generator = Generator(seed: 0)
    /// Behaviors that the scenario set otherwise than the release, and that were asked.
    package private(set) var quirks: [Behavior] = []
    private let profile: Profile

    /// `profile`: the release's own unless given.
    package init(
        service: MapService, kind: Kind, version: Version, parameters: [Parameter], format: String,
        profile: Profile? = nil
    ) {
        self.service = service
        self.kind = kind
        self.version = version
        self.parameters = parameters
        self.format = format
        self.profile = profile ?? Profile(version)
    }

    /// What the service does about a behavior; that a quirk was asked is remembered for the header.
    mutating func choice(_ behavior: Behavior) -> Choice {
        let setting = profile[behavior]
        if setting.isQuirk, !quirks.contains(behavior) { quirks.append(behavior) }
        return setting.choice
    }

    /// Whether every behavior is the release's own.
    var hasNoQuirks: Bool { profile.hasNoQuirks }

    /// The service's own URL, as the client called it.
    var url: String { "\(server)/rest/services/\(service.name)/\(kind.rawValue)" }

    /// A parameter's value unless it is missing or empty: clients send `time=` and `inSR=` empty.
    func given(_ name: String) -> String? {
        for index in parameters.indices where parameters[index].name == name {
            return parameters[index].value.isEmpty ? nil : parameters[index].value
        }
        return nil
    }

    /// `true`, `True`, `TRUE`; anything else is not.
    func isTrue(_ name: String, default given: Bool = false) -> Bool {
        guard let value = self.given(name) else { return given }
        return ASCII.equal(value, "true")
    }
}
