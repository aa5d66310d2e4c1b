// SPDX-License-Identifier: Apache-2.0

import Facts

/// The parameters of tasks (documented: execute-gp-task, submit-gp-job). The inputs have the names that the task gives them.
extension Geoprocessing {
    static let parameters: [OperationParameter] = ["Quick/execute", "Slow/submitJob"].flatMap { operation in
        let rows = OperationParameter.Rows(operation: operation, kind: .gpServer)
        let isAsked = operation.hasSuffix("submitJob")
        let page = isAsked ? "submit-gp-job" : "execute-gp-task"
        let shown = Evidence.documented("developers.arcgis.com/rest/services-reference/enterprise/\(page)/")
        let own = Evidence.inferred("a limit of this double: results are the scenario's, not computed")
        let executed = isAsked ? own : shown
        return [
            rows.ignores("env:outSR", "3857", "results are the scenario's", evidence: own),
            rows.ignores("env:processSR", "3857", "results are the scenario's", evidence: own),
            rows.ignores("returnZ", "true", "results are the scenario's", evidence: executed),
            rows.ignores("returnM", "true", "results are the scenario's", evidence: executed),
            rows.ignores("context", "{}", "results are the scenario's", evidence: shown),
            rows.ignores(
                "Nonsense", "1", "a task takes no notice of what it does not know",
                evidence: .documented("docs/reference/http.md#rules-of-every-resource, row 0.9")),
        ]
    }
}
