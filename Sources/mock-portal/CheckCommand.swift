// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum CheckCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, options: ["--against", "--junit", "--report"], flags: ["--json"])
        var ready: String?
        var authority: String?
        if let file = arguments["--against"] {
            guard let text = Files.read(file) else { throw .usage("cannot read \(file)") }
            if let flaw = CheckRun.flaw(ofReady: text) {
                throw .usage("nothing was checked: \(file) is not a ready file: \(flaw)")
            }
            ready = text
            if let path = CheckRun.authorityFile(ready: text) {
                guard let pem = Files.read(path) else {
                    throw .usage("cannot read the CA file \(path) that \(file) names")
                }
                authority = pem
            }
        }
        if arguments["--report"] != nil, ready == nil {
            throw .usage("--report is what another deployment says: it needs --against")
        }
        let names =
            arguments.rest.isEmpty
            ? BuiltInScenarios.names
            : arguments.rest.flatMap { name in
                BuiltInScenarios.names.contains(name) || BuiltInScenarios.names(theme: name).isEmpty
                    ? [name] : BuiltInScenarios.names(theme: name)
            }
        var run = CheckRun()
        let isText = !arguments.has("--json")
        run.check(names, against: ready, certificateAuthority: authority) { told in
            guard isText else { return }
            if told.isBroken { Console.error(told.text) } else { Console.out(told.text) }
        }
        if isText, let against = run.against { Console.out(against.text) }
        if let file = arguments["--junit"] {
            try Exit.unlessWritten { () throws(Files.Failure) in try Files.replace(file, with: run.junit) }
        }
        if let file = arguments["--report"] {
            try Exit.unlessWritten { () throws(Files.Failure) in try Files.replace(file, with: run.attestation) }
        }
        Console.out(arguments.has("--json") ? run.json : run.summary)
        if run.isBroken { throw Exit(2, "") }
        if run.hasFailed { throw Exit(1, "") }
    }
}
