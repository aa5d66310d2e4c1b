// SPDX-License-Identifier: Apache-2.0

import Facts

/// The parameters of generateRenderer (documented: generate-renderer).
extension Maps {
    static let classParameters: [OperationParameter] = {
        let renderer = OperationParameter.Rows(operation: "0/generateRenderer", kind: .mapServer)
        let bad = OperationParameter.Reading.refused(Rules.badParameter.id)
        let breaks = #"{"type":"classBreaksDef","classificationField":"ELEVATION","breakCount":3}"#
        return [
            renderer.acts(
                "classificationDef", breaks,
                [
                    "x": bad, "{}": bad, #"{"type":"classBreaksDef","classificationField":"NOPE"}"#: bad,
                    #"{"type":"classBreaksDef","classificationField":"ELEVATION","breakCount":0}"#: bad,
                ], need: .required),
            renderer.acts("where", "ELEVATION < 100", ["=": .refused(Queries.Rules.badWhere.id)]),
            renderer.ignores("gdbVersion", "SDE.DEFAULT", "there is one version of the rows"),
        ]
    }()
}
