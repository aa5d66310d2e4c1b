// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

extension MockEnterprise.Scenario {
    /// The scenario as files of the format give it; `nil` if a finding is an error.
    func loaded() -> (Enterprise.Scenario?, [Finding]) {
        if isPlain, let base {
            let files = DiskFiles()
            return MockEnterprise.load(MockEnterprise.isPath(base) ? files.resolve(base, from: location.file) : base)
        }
        var findings: [Finding] = []
        var data: [String: [UInt8]] = [:]
        let root = node(&findings, &data)
        guard findings.isEmpty else { return (nil, findings) }
        return ScenarioLoader.load(root, as: location.file, files: WrittenFiles(data: data))
    }
}
