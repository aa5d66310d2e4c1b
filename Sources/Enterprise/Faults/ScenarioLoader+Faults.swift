// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats

/// Reading of faults from a tree that was checked against the tables before.
extension ScenarioLoader {
    /// Reads a fault, or a list of them, from a control request in JSON or JSON5.
    package static func faults(_ bytes: [UInt8], file: String) -> ([Fault], [Finding]) {
        let kind = Keys.Kind.either([.object(.fault), .list(.object(.fault))])
        let (root, found) = kind.read(bytes, file: file, what: "the faults")
        guard let root else { return ([], found) }
        var loader = ScenarioLoader(files: SentFiles())
        let nodes = if case .array(let list) = root.value { list } else { [root] }
        var faults: [Fault] = []
        for node in nodes { faults.append(Fault.read(node, &loader)) }
        return loader.findings.isEmpty ? (faults, []) : ([], loader.findings)
    }

    /// Returns what is wrong with a fault created in Swift, which is checked against the table like files.
    package static func findings(in fault: Fault) -> [Finding] {
        let node = fault.written
        let wrong = Keys.Kind.object(.fault).findings(node, "the fault")
        guard wrong.isEmpty else { return wrong }
        var loader = ScenarioLoader(files: SentFiles())
        _ = Fault.read(node, &loader)
        return loader.findings
    }

    /// Warns of names in braces that are nearly a placeholder: what is none stays as it is, and nobody would notice.
    mutating func faultPlaceholders(_ faults: [Node], _ scenario: Scenario) {
        let texts = faults.compactMap { $0["then"] }.flatMap { then in
            let answer = then["answer"]
            let fields = (answer?["headers"]?.entries ?? []).flatMap { $0.node.text == nil ? $0.node.nodes : [$0.node] }
            return [answer?["body"], then["error"]?["message"]].compactMap(\.self) + fields
                + (then["error"]?["details"]?.nodes ?? [])
        }
        let known = Self.placeholders(of: scenario)
        for node in texts {
            for name in Placeholders.names(in: node.text ?? "") where !known.contains(name) {
                // Of two letters everything is near.
                let nearest = Suggestion.nearest(to: name, among: known.filter { $0.utf8.count > 3 }.sorted())
                guard name.utf8.count > 3, let nearest else { continue }
                warn(node, "{\(name)} is no placeholder, and stays as it is", suggestion: "{\(nearest)}")
            }
        }
    }

    /// Reports users of faults who do not exist, and who therefore never call.
    mutating func faultUsers(_ faults: [Node], _ scenario: Scenario) {
        let nodes = faults.compactMap { $0["when"]?["user"] }
        // Where everybody may join, names come with those who do.
        guard !nodes.isEmpty, !scenario.portals.contains(where: { $0.logins?.saml?.signUpMode == .automatic }) else {
            return
        }
        let known = KnownNames(scenario).callers
        for node in nodes {
            guard let name = node.text, !known.contains(name) else { continue }
            fail(node, "there is no user \"\(name)\"", suggestion: Suggestion.nearest(to: name, among: known))
        }
    }
}
