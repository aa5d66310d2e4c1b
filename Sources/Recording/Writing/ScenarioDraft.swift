// SPDX-License-Identifier: Apache-2.0

import Formats

/// The scenario that a recording becomes: a deployment, what the double cannot say by itself, and a step an exchange.
package struct ScenarioDraft: Sendable {
    package let recognition: Recognition
    package let urls: SiteURLs
    package var steps: [DraftStep]
    /// A Boolean value that indicates whether roots and layers are described, which a release may refuse.
    package var describesServices = true
    private let signIns: Set<Int>
    /// The resources that answered in one way alone.
    private let constant: Set<String>

    package init(_ recognition: Recognition) {
        self.recognition = recognition
        urls = SiteURLs(recognition)
        constant = ResultWriter.constant(recognition.exchanges)
        var writer = RecordedSteps(recognition, urls)
        steps = writer.steps()
        signIns = writer.signIns
        steps = signIns.sorted().map { SignIn.step(recognition.sites[$0], recognition) } + steps
    }

    /// The file.
    package var text: String {
        var members: [JSON.Member] = [
            .init("title", .string(title)), .init("report", report), .init("seed", .int(1)),
        ]
        members += DeploymentWriter(self).members
        let faults = FaultWriter(self).faults
        if !faults.isEmpty { members.append(.init("faults", .array(faults))) }
        members.append(.init("steps", .array(steps.flatMap(\.json))))
        return JSON5Text.write(.object(members)) + "\n"
    }

    /// Returns whether an exchange's body can be given as a result of its resource.
    package func canGiveResult(_ exchange: RecordedExchange) -> Bool {
        guard let index = recognition.site(of: exchange.url) else { return false }
        return constant.contains(ResultWriter.place(exchange))
            && ResultWriter.canGive(exchange, at: recognition.sites[index])
    }

    private var title: String {
        let sites = recognition.sites.map { site in
            "\(site.kind == .portal ? "a portal" : "a server")\(site.version.map { " \($0)" } ?? "")"
        }
        return "A recording of \(sites.isEmpty ? "no site" : sites.joined(separator: " and "))"
    }

    private var report: JSON {
        var members: [JSON.Member] = []
        if let version = recognition.sites.compactMap(\.version).first {
            members.append(.init("version", .string(version)))
        }
        return .object(members + [.init("confidence", .string("captured"))])
    }
}
