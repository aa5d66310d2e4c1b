// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The state of a service: its access, whether it runs, and its map.
struct ServiceState: Sendable, Codable {
    typealias Access = Scenario.Access

    typealias Running = Scenario.Service.State

    /// The name with the folder: `Demographics/Census`.
    var name: String
    /// The types, such as `MapServer` and `FeatureServer`: a map service with feature access has both.
    var types: [String]
    var access: Access
    /// The access of its portal item.
    var itemAccess: Access
    /// The permissions that an administrator of a standalone server set, to which the access amounts.
    var permissions: ServicePermissions? {
        didSet { if let permissions { access = permissions.access } }
    }
    /// What an administrator changed of its description, over what the double makes of it.
    var edited: [JSON.Member] = []
    /// What an administrator changed of its item information.
    var itemInformation: [JSON.Member] = []
    /// The referers that its item's proxy answers; empty allows all.
    var referrers: [String] = []
    /// The credentials that its item keeps for the proxy.
    var credentials = Scenario.Service.StoredCredentials.none
    /// The owner, or `nil` where none is named and the portal has no administrator.
    var owner: String?
    var running: Running {
        didSet { change = nil }
    }
    /// How long a start or a stop takes, in milliseconds.
    var operationTime: Int64 = 0
    /// A Boolean value that indicates whether a start never ends.
    var neverStarts = false
    /// The start or stop that is under way.
    var change: Change?
    var map: ServiceModel {
        didSet { revision = SlowEdit.Revision() }
    }
    /// What tells the state of `map` from every other. Whoever is handed it to change makes another one.
    private(set) var revision = SlowEdit.Revision()

    /// What a view showed last: its own revision then, and those of the sources of its layers.
    private(set) var shown: Shown?

    struct Shown: Sendable, Codable {
        var own: SlowEdit.Revision
        var sources: [SlowEdit.Revision?]
    }

    /// Returns whether a view shows sources as they are in these revisions.
    func shows(_ sources: [SlowEdit.Revision?]) -> Bool {
        guard let shown, shown.own === revision, shown.sources.count == sources.count else { return false }
        return zip(shown.sources, sources).allSatisfy { $0 === $1 }
    }

    mutating func nowShows(_ sources: [SlowEdit.Revision?]) { shown = Shown(own: revision, sources: sources) }

    /// Says that what was done with `map` since a revision was reading.
    mutating func wasOnlyRead(since revision: SlowEdit.Revision) { self.revision = revision }

    /// The folder, or an empty string for the root.
    var folder: String { name.contains("/") ? String(name.prefix { $0 != "/" }) : "" }

    /// A start or a stop that an administrator asked for.
    struct Change: Sendable, Codable {
        /// When it ends; `nil` for never.
        var ends: Instant?

        func isUnderWay(at now: Instant) -> Bool { ends.map { now < $0 } ?? true }
    }

    /// Returns whether requests are answered: the service is started, and a start has ended.
    func answers(at now: Instant) -> Bool { Self.answers(running, during: change, at: now) }

    /// The same of parts of a service, which is large to copy for each request.
    static func answers(_ running: Running, during change: Change?, at now: Instant) -> Bool {
        running == .started && !(change?.isUnderWay(at: now) ?? false)
    }

    /// Starts or stops the service, which takes its time.
    mutating func run(_ state: Running, at now: Instant) {
        let wasHere = running == state
        running = state
        guard !wasHere else { return }
        if state == .started, neverStarts {
            change = Change(ends: nil)
        } else if operationTime > 0 {
            change = Change(ends: Instant(milliseconds: now.milliseconds + operationTime))
        }
    }
}
