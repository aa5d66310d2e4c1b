// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// Asks a real site what scenarios read, and says fact by fact whether it agrees.
enum AttestCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(
            words, options: ["--against", "--rate", "--report", "--by", "--color"], flags: ["--json"])
        let (out, errors) = (try Paint(arguments, descriptor: 1), try Paint(arguments, descriptor: 2))
        guard arguments["--against"] != nil else {
            throw .usage("attest asks another deployment: it needs --against FILE")
        }
        let rate = Int(try arguments.number("--rate", as: UInt16.self) ?? 30)
        guard rate > 0 else { throw .usage("--rate must be at least 1 request a minute") }
        let (ready, authority) = try CheckCommand.other(arguments["--against"])
        let names = try CheckCommand.names(arguments.rest)
        Console.error(CheckRun.plan(names, rate: rate))
        var run = CheckRun(rate: rate)
        run.verifier = arguments["--by"]
        run.check(names, against: ready, certificateAuthority: authority) { told in
            if told.isBroken { Console.error(errors.findings(told.text)) }
        }
        if let file = arguments["--report"] {
            try Exit.unlessWritten { () throws(Files.Failure) in try Files.replace(file, with: run.attestation) }
        }
        if arguments.has("--json") {
            Console.out(run.attestation)
        } else {
            Console.out(out.check(run.attestedText))
            if let against = run.against { Console.out(against.text) }
            Console.out(run.attestedSummary)
        }
        if run.isBroken { throw Exit(2, "") }
        if run.hasFailed { throw Exit(1, "") }
    }
}
