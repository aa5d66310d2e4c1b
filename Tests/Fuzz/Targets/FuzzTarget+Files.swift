// SPDX-License-Identifier: Apache-2.0

import Enterprise
import MockPortal
import Recording

extension FuzzTarget {
    /// Files of somebody else's that are opened.
    static let files: [FuzzTarget] = [
        FuzzTarget(
            "scenario",
            words: [
                "{ portal: {", "servers: [{", "users: [{", "extends: \"start/federated\"", "layers: [{", "steps: [{",
                "request: {",
                "response: {", "faults: [{", "when: {", "then: {", "version: \"11.4\"", "$matches:", "{token}",
                "percent: 5",
            ]
        ) { bytes in
            let (scenario, findings) = ScenarioLoader.load(FuzzFiles.name, files: FuzzFiles(bytes))
            precondition(scenario != nil || !findings.isEmpty, "nothing was loaded, and nothing said")
            guard let scenario else { return }
            _ = Deployment.grow(scenario, seed: 1)
        },
        FuzzTarget(
            "recording",
            words: [
                "{\"log\":{\"entries\":[",
                "\"request\":{\"method\":\"GET\",\"url\":\"https://gis.example.com/arcgis/rest/info?f=json\"",
                "\"response\":{\"status\":200,\"content\":{\"text\":\"", "interactions:\n- request:\n", "    uri: ",
                "curl 'https://gis.example.com/",
                "generateToken", "\"postData\":{\"text\":", "!!binary ", "&a ", "*a",
            ]
        ) { bytes in
            // Whole or in small pieces, it is the same recording.
            let whole = try? RecordingReader.read(ByteSource(bytes), file: "f")
            let pieces = try? RecordingReader.read(ByteSource(bytes, by: 3), file: "f")
            precondition(whole?.exchanges.count == pieces?.exchanges.count, "a recording depends on its pieces")
            guard let whole else { return }
            _ = try? ImportRun(whole, path: "f", options: .init())
        },
    ]
}
