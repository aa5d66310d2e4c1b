// SPDX-License-Identifier: Apache-2.0

import Facts

/// The parameters of tasks (documented: execute-gp-task, submit-gp-job). The inputs have the names that the task gives them.
extension Geoprocessing {
    static let parameters: [OperationParameter] = ["Quick/execute", "Slow/submitJob"].flatMap { operation in
        let rows = OperationParameter.Rows(operation: operation, kind: .gpServer)
        return [
            rows.ignores("env:outSR", "3857", "results are the scenario's"),
            rows.ignores("env:processSR", "3857", "results are the scenario's"),
            rows.ignores("returnZ", "true", "results are the scenario's"),
            rows.ignores("returnM", "true", "results are the scenario's"),
            rows.ignores("context", "{}", "results are the scenario's"),
            rows.ignores("Nonsense", "1", "a task takes no notice of what it does not know"),
        ]
    }
}
