// SPDX-License-Identifier: Apache-2.0

public import Facts
import Formats

/// A deployment as it is written: portals, servers, users, services, and the steps that prove it. The routes follow.
///
/// In Swift it is the format of scenario files, key by key, and goes through the same checks: what is wrong is told with
/// the line of the Swift file where the value was made. What is `nil` or empty is left to the format's defaults or, with a
/// base, to what the base says. A string literal names a built-in scenario or a file:
///
/// ```swift
/// import MockPortal
///
/// let plain: Scenario = "start/federated"
/// let old = Scenario.federated(version: "10.3.1", quirks: [.tokenRefererMissing(.refuse)])
/// let more = Scenario("start/federated", faults: [.init(.reset(.body), on: .path("/arcgis/**")).nth(2)])
/// ```
public struct Scenario: Sendable, ExpressibleByStringLiteral {
    /// A built-in name or the path of a `.json5` file that this is laid on; `nil`: nothing. Named things (portals,
    /// servers, users, services) merge by their names. A path is relative to the Swift file; that of a string literal,
    /// which knows no file, to the working directory.
    public var base: String?
    /// The portals.
    public var portals: [Portal]
    /// The ArcGIS Servers.
    public var servers: [Server]
    /// Behaviors set otherwise than the release has them.
    package var quirks: [Behavior: Choice]
    /// Failures on purpose.
    public var faults: [Fault]
    /// Where the deployment's clock starts; `nil`: the machine's time.
    package var clock: Instant?
    /// Whether the clock stands until it is moved.
    package var isClockFrozen = false
    /// Same seed, same tokens; `nil`: random.
    public var seed: UInt64?
    /// Whether answers carry `X-Mock-Portal-Because`; `nil`: they do.
    public var explains: Bool?
    /// Further keys of the format, over those of the other properties.
    public var otherKeys: [String: Value]
    package var title = ""
    package var report: Report?
    package var allowedOrigins = ["*"]
    package var steps: [Step] = []
    /// What was found odd about it when it was read, and can be served.
    package var warnings: [Finding] = []
    /// The file it was read from, as the user named it.
    package var file = ""
    package let place: CodeLocation

    /// A built-in name or a path.
    public init(stringLiteral base: String) { self.init(base, file: "scenario", line: 1, column: 1) }

    /// Writes a scenario; findings name `file`, `line` and `column`.
    public init(
        _ base: String? = nil, portals: [Portal] = [], servers: [Server] = [], quirks: [Quirk] = [],
        faults: [Fault] = [], seed: UInt64? = nil, explains: Bool? = nil, otherKeys: [String: Value] = [:],
        file: String = #filePath, line: Int = #line, column: Int = #column
    ) {
        self.base = base
        self.portals = portals
        self.servers = servers
        self.quirks = Dictionary(quirks.map { ($0.behavior, $0.choice) }) { _, last in last }
        self.faults = faults
        self.seed = seed
        self.explains = explains
        self.otherKeys = otherKeys
        place = CodeLocation(file: file, line: line, column: column)
    }

    init(at place: CodeLocation) {
        (portals, servers, quirks, faults, otherKeys) = ([], [], [:], [], [:])
        self.place = place
    }

    /// Whether it says nothing but its base.
    package var isPlain: Bool {
        portals.isEmpty && servers.isEmpty && quirks.isEmpty && faults.isEmpty && clock == nil && !isClockFrozen
            && seed == nil
            && explains == nil && otherKeys.isEmpty
    }
}
