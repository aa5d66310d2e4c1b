// SPDX-License-Identifier: Apache-2.0

extension CheckRun {
    /// The reports as JUnit XML: one suite per scenario, one case per step.
    package var junit: String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        for report in reports {
            let failures = report.steps.count { $0.outcome == .failed }
            let skipped = report.steps.count { $0.outcome == .cannotRun } + report.count - report.steps.count
            text += "  <testsuite name=\"\(JUnit.escaped(report.name))\" tests=\"\(report.count)\" "
            text += "failures=\"\(failures)\" skipped=\"\(skipped)\">\n"
            for step in report.steps { text += CheckRun.junit(step, report.name) }
            text += "  </testsuite>\n"
        }
        for finding in findings {
            text += "  <testsuite name=\"findings\" tests=\"1\" errors=\"1\"><testcase name=\"load\">"
            text += "<error message=\"\(JUnit.escaped(finding))\"/></testcase></testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private static func junit(_ step: StepReport, _ suite: String) -> String {
        let seconds = "\(step.milliseconds / 1000).\(String(1000 + step.milliseconds % 1000).dropFirst())"
        let (suite, say) = (JUnit.escaped(suite), JUnit.escaped(step.say))
        let start = "    <testcase classname=\"\(suite)\" name=\"\(say)\" time=\"\(seconds)\""
        switch step.outcome {
        case .passed: return start + "/>\n"
        case .cannotRun: return start + "><skipped/></testcase>\n"
        case .failed:
            let what = step.differences.map { "\($0.what): expected \($0.expected), got \($0.got)" }
            let verdict = (step.answer.map { "\nanswer \($0)" } ?? "") + (step.verdict.map { "\nbecause \($0)" } ?? "")
            return start + "><failure message=\"\(JUnit.escaped(what.first ?? ""))\">"
                + JUnit.escaped(what.joined(separator: "\n") + verdict) + "</failure></testcase>\n"
        }
    }
}
