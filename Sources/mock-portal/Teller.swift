// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// What `serve` says besides its log: in the log where that is JSON, so that every line of it is, else to people.
struct Teller {
    let log: Log?
    let paint: Paint

    func tell(_ message: String, _ severity: String) {
        if let log, log.isJSON { log.tell(message, severity) } else { Console.error(message) }
    }

    func tell(_ findings: [Finding]) {
        if let log, log.isJSON {
            // All of them, however slowly they are read, unless nobody does.
            var isRead = true
            for finding in findings {
                log.tell(finding.description, finding.severity.rawValue, finding: finding)
                if isRead { isRead = log.finish() }
            }
        } else {
            for line in Finding.lines(findings) { Console.error(paint.findings(line)) }
        }
    }
}
