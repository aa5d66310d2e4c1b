// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// What the double would answer to the steps of a scenario if it behaved otherwise, one behavior after the other.
///
/// So a step says by itself which behaviors it shows: those whose change it notices. And what a real site answers otherwise
/// names the quirk that would make the double answer so, where there is one.
struct QuirkTrials {
    /// A behavior with what it is set to.
    struct Setting: Hashable, Sendable {
        var behavior: Behavior
        var choice: Choice
        /// The quirk as scenario files write it.
        var text: String { "\"\(behavior.rawValue)\": \"\(choice.rawValue)\"" }
    }

    /// What a step expected and did not get.
    struct Miss: Hashable {
        var what: String
        var got: String
    }

    private let scenario: Scenario
    private let own: [Behavior: Choice]
    private let plain: [Int: Set<Miss>]
    /// The same of the releases that the site says it is of.
    private let releases: [(version: Version, misses: [Int: Set<Miss>])]
    private let trials: [(setting: Setting, misses: [Int: Set<Miss>])]
    /// The steps that the double fails without the scenario's faults.
    private let faulty: Set<Int>
    /// The steps to which the double itself answers that there is no such thing.
    private let absent: Set<Int>

    /// `releases`: what the site says of itself, where the scenario may be of another one.
    init(_ scenario: Scenario, releases: [String] = []) {
        self.scenario = scenario
        var absent: Set<Int> = []
        let plain = Self.misses(scenario) { index, received in
            if Self.isMissing(received) { absent.insert(index) }
        }
        (self.plain, self.absent) = (plain, absent)
        if scenario.faults.isEmpty {
            faulty = []
        } else {
            var other = scenario
            other.faults = []
            faulty = Set(Self.misses(other).filter { $0.value != plain[$0.key] }.keys)
        }
        // Portals count otherwise: `2024.2`.
        let versions = Set(releases.filter { Int($0.prefix { $0 != "." }) ?? 0 < 100 }.compactMap(Version.nearest))
            .sorted()
        self.releases = versions.map { version in
            var other = scenario
            for index in other.portals.indices where version.hasPortal { other.portals[index].version = version.name }
            for index in other.servers.indices { other.servers[index].version = version.name }
            return (version, Self.misses(other))
        }
        let own = Self.settings(scenario)
        self.own = own
        trials = Behavior.allCases.flatMap { behavior in
            behavior.choices.filter { own[behavior] != $0 }.map { Setting(behavior: behavior, choice: $0) }
        }.map { setting in
            var other = scenario
            other.quirks[setting.behavior] = setting.choice
            return (setting, Self.misses(other))
        }
    }

    /// What the behaviors are set to; not those in which the sites of the scenario differ.
    private static func settings(_ scenario: Scenario) -> [Behavior: Choice] {
        let profiles = (scenario.portals.map(\.release) + scenario.servers.map(\.release)).map {
            Profile($0, quirks: scenario.quirks)
        }
        var settings: [Behavior: Choice] = [:]
        for behavior in Behavior.allCases {
            let choices = Set(profiles.map { $0.choice(behavior) })
            if choices.count == 1 { settings[behavior] = choices.first }
        }
        return settings
    }

    /// Returns whether a step's answer is made by a fault.
    func isOfFault(_ step: Int) -> Bool { faulty.contains(step) }

    /// Returns whether the double, too, answers to a step that there is no such thing.
    func isAbsent(_ step: Int) -> Bool { absent.contains(step) }

    /// Returns the behaviors that a step shows, with what the scenario has them at.
    func shown(by step: Int) -> [Setting] {
        // Without the answer before it a step shows nothing.
        let noticed = trials.filter { trial in
            trial.misses[step].map { $0 != plain[step] && !$0.contains(Self.unasked) } ?? false
        }.map(\.setting.behavior)
        return Behavior.allCases.filter(noticed.contains).compactMap { behavior in
            own[behavior].map { Setting(behavior: behavior, choice: $0) }
        }
    }

    /// Returns the quirks that make the double miss what a step expects as a site misses it, or nothing if there are none.
    func explanation(of step: Int, _ misses: Set<Miss>) -> [Setting] {
        guard plain[step]?.isEmpty == true, !misses.isEmpty else { return [] }
        if let one = trials.first(where: { $0.misses[step] == misses }) { return [one.setting] }
        // Several at once: each makes a part of the differences, and together they make all.
        var parts: [Behavior: (Setting, Set<Miss>)] = [:]
        for (setting, found) in trials {
            guard let found = found[step], !found.isEmpty, found.isSubset(of: misses) else { continue }
            if parts[setting.behavior].map({ $0.1.count < found.count }) ?? true {
                parts[setting.behavior] = (setting, found)
            }
        }
        let settings = parts.values.map(\.0).sorted { $0.behavior.rawValue < $1.behavior.rawValue }
        guard settings.count > 1 else { return [] }
        var other = scenario
        for setting in settings { other.quirks[setting.behavior] = setting.choice }
        return Self.misses(other)[step] == misses ? settings : []
    }

    /// Returns the release of the site's own at which the double misses what a step expects as the site does, or `nil`.
    func release(explaining step: Int, _ misses: Set<Miss>) -> Version? {
        guard plain[step]?.isEmpty == true, !misses.isEmpty else { return nil }
        return releases.first { $0.misses[step] == misses }?.version
    }

    /// Returns whether an answer says that there is no such thing.
    static func isMissing(_ received: ResponseReader.Received) -> Bool {
        if received.status == 404 { return true }
        guard let error = (try? JSONReader.read(received.body))?["error"] else { return false }
        let message = (error["message"]?.text ?? "").lowercased()
        return error["code"]?.integer == 404 || message.contains("not found") || message.contains("does not exist")
    }

    // MARK: asking the double

    private static let unasked = Miss(what: "nothing could be asked", got: "")

    /// Returns what each step misses, up to the first that the clock or an event does.
    private static func misses(
        _ scenario: Scenario, seen: (Int, ResponseReader.Received) -> Void = { _, _ in }
    ) -> [Int: Set<Miss>] {
        var replay = Replay(scenario)
        var misses: [Int: Set<Miss>] = [:]
        for (index, step) in scenario.steps.enumerated() {
            guard case .request(let request) = step.action else { break }
            let (answer, unsaved) = replay.ask(step)
            guard let answer else {
                misses[index] = [unasked]
                continue
            }
            seen(index, answer)
            let fill = replay.filling(isSecure: request.isSecure)
            var found = Set(
                (step.response.map { Expectation(response: $0, fill: fill).compare(answer) } ?? []).map {
                    Miss(what: $0.what, got: plain($0.got, replay.sites))
                })
            for name in unsaved { found.insert(Miss(what: "save \(name)", got: "nothing there")) }
            misses[index] = found
        }
        return misses
    }

    /// Returns a text in which what differs between any two sites has one spelling: URLs of sites, what was issued, times.
    static func plain(_ text: String, _ sites: Sites) -> String {
        neutral(text, sites).replacing(
            /[A-Za-z0-9_\-+=|*.]{32,}|\b[0-9]{13}\b|\([0-9]+ bytes\)|from character [0-9]+/, with: "…")
    }

    /// Returns a text with placeholders in place of the sites' URLs.
    static func neutral(_ text: String, _ sites: Sites) -> String {
        var pairs: [(String, String)] = []
        for (kind, list) in [("portal", sites.portals), ("server", sites.servers)] {
            for (index, site) in list.enumerated() {
                let name = index == 0 ? "{\(kind)}" : "{\(kind) \(index + 1)}"
                pairs += [(site.url, name), (site.plainURL, name)]
            }
        }
        for url in [sites.https, sites.http] { pairs.append((url, "{origin}")) }
        var text = text
        for (url, name) in pairs.sorted(by: { $0.0.utf8.count > $1.0.utf8.count }) where !url.isEmpty {
            for (url, name) in [(url, name), (Percent.encode(url), name), (url.replacing("/", with: "\\/"), name)] {
                text = text.replacing(url, with: name)
            }
            guard let authority = WebURL(url)?.authority else { continue }
            text = text.replacing(authority, with: "{host}")
        }
        return text
    }
}
