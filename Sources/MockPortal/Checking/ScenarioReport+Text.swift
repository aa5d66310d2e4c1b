// SPDX-License-Identifier: Apache-2.0

import Facts

extension ScenarioReport {
    /// Returns the report as text: one line if every step passed, otherwise every step up to the failed one.
    package func text(isVerbose: Bool) -> String {
        let cannotRun = steps.count { $0.outcome == .cannotRun }
        if count == 0 { return "none  \(name) (no steps: nothing is checked)\n" }
        if !hasFailed, !isVerbose { return "ok    \(name) (\(count) steps)\n" }
        var text = "\(hasFailed ? "FAIL" : "ok  ")  \(name)  \(title)\n"
        for (number, step) in steps.enumerated() {
            let word =
                switch step.outcome {
                case .passed: seed == nil ? "agree " : "passed"
                case .failed: seed == nil ? "differ" : "failed"
                case .cannotRun: step.outcome.rawValue
                }
            text += "  \(word)  \(number + 1). \(step.say)\n"
            guard step.outcome == .failed else { continue }
            text += "          at        \(step.file):\(step.position.line):\(step.position.column)\n"
            for difference in step.differences {
                text += "          \(difference.what)\n"
                text += "            expected  \(difference.expected)\n"
                text += "            got       \(difference.got)\n"
            }
            if let answer = step.answer { text += "          answer    \(answer)\n" }
            if step.answer != nil || step.verdict != nil {
                text += "          because   \(step.verdict ?? "of no rule: nothing refused or shaped it")\n"
            }
            guard let curl = step.curl else { continue }
            text += "          request   \(curl)\n"
            if let seed { text += "          served by mock-portal serve \(name) --seed \(seed) --ca-file CA.pem\n" }
        }
        let left = count - steps.count
        if left > 0 { text += "  \(left) further step\(left == 1 ? " was" : "s were") not run\n" }
        if cannotRun > 0 {
            text +=
                seed == nil
                ? "  \(cannotRun) steps cannot run against another deployment, or depend on one that differs, and do not count\n"
                : "  \(cannotRun) step\(cannotRun == 1 ? " depends" : "s depend") on one that failed\n"
        }
        return text
    }
}
