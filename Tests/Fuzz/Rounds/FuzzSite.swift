// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import FuzzTargets

/// A built-in scenario's deployment, and what its steps ask: requests that reach further than words at random.
struct FuzzSite {
    /// A request of the scenario's.
    struct Asked {
        var path: String
        var form: [(String, String)]
        var isMultipart: Bool
        /// Another body than a form, and its media type.
        var body: (text: String, type: String)?
    }

    let name: String
    let deployment: Deployment
    let asked: [Asked]
    /// Tokens of its people, and one that nobody issued.
    let tokens: [String]

    /// Grows all scenarios that can be grown.
    static func all() -> [FuzzSite] {
        let files = EmbeddedScenarios()
        return files.builtInNames.sorted().compactMap { name in
            guard let path = files.builtIn(name), let scenario = ScenarioLoader.load(path, files: files).0 else {
                return nil
            }
            return FuzzSite(name, scenario)
        }
    }

    init(_ name: String, _ scenario: Scenario) {
        self.name = name
        var deployment = Deployment.grow(scenario, seed: 1)
        deployment.bindShared(http: 80, https: 443)
        asked = scenario.steps.compactMap { step in
            guard case .request(let request) = step.action, request.raw == nil else { return nil }
            return Asked(request)
        }
        var tokens = ["rubbish"]
        for user in scenario.portals.flatMap(\.users) {
            tokens.append(FuzzSite.token("/portal/sharing/rest/generateToken", user, &deployment))
        }
        for server in scenario.servers {
            for user in server.users + [server.siteAdministrator].compactMap(\.self) {
                tokens.append(FuzzSite.token("/arcgis/tokens/generateToken", user, &deployment))
                tokens.append(FuzzSite.token("/arcgis/admin/generateToken", user, &deployment))
            }
        }
        self.tokens = tokens.filter { !$0.isEmpty }
        self.deployment = deployment
    }

    private static func token(_ path: String, _ user: Scenario.User, _ deployment: inout Deployment) -> String {
        let form = [
            ("username", user.username), ("password", user.password), ("client", "requestip"), ("expiration", "600"),
            ("f", "json"),
        ]
        let answer = FuzzTarget.answer(FuzzTarget.post(path, form), of: &deployment, at: FuzzTarget.now)
        return (try? JSONReader.read(answer.body))?["token"]?.text ?? ""
    }
}

extension FuzzSite.Asked {
    init?(_ request: Scenario.Request) {
        var url = request.url
        for (place, path) in [("{portal", "/portal"), ("{server", "/arcgis"), ("{idp", "/idp")]
        where url.hasPrefix(place) {
            guard let end = url.firstIndex(of: "}") else { return nil }
            url = path + url[url.index(after: end)...]
        }
        guard url.hasPrefix("/") else { return nil }
        let parts = url.split(separator: "?", maxSplits: 1)
        path = String(parts[0])
        form = request.query + (parts.count > 1 ? Form.parse(String(parts[1])).map { ($0.name, $0.value) } : [])
        isMultipart = false
        switch request.body {
        case .none: break
        case .form(let fields): form += fields
        case .multipart(let fields): (form, isMultipart) = (form + fields, true)
        case .json(let json): body = (String(decoding: JSONWriter.json(json), as: UTF8.self), "application/json")
        case .text(let text): body = (text, "text/plain")
        }
    }
}
