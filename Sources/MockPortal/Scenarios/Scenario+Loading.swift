// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts

extension Enterprise.Scenario {
    /// The scenario as files of the format give it; `nil` if a finding is an error.
    func loaded() -> (Enterprise.Scenario?, [Finding]) {
        if isPlain, let base {
            let files = DiskFiles()
            return MockEnterprise.load(MockEnterprise.isPath(base) ? files.resolve(base, from: place.file) : base)
        }
        return ScenarioLoader.load(self) { WrittenFiles(data: $0) }
    }
}
