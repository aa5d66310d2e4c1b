// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum CheckCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(
            words, options: ["--against", "--junit", "--report", "--color"], flags: ["--json", "--keep-going"])
        let (out, errors) = (try Paint(arguments, descriptor: 1), try Paint(arguments, descriptor: 2))
        let (ready, authority) = try other(arguments["--against"])
        if arguments["--report"] != nil, ready == nil {
            throw .usage("--report is what another deployment says: it needs --against")
        }
        let names = try names(arguments.rest)
        var run = CheckRun(keepsGoing: arguments.has("--keep-going"))
        let isText = !arguments.has("--json")
        run.check(names, against: ready, certificateAuthority: authority) { told in
            guard isText else { return }
            if told.isBroken { Console.error(errors.findings(told.text)) } else { Console.out(out.check(told.text)) }
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

    /// Returns the ready file of another deployment, and the certificates that it names.
    static func other(_ file: String?) throws(Exit) -> (ready: String?, authority: String?) {
        guard let file else { return (nil, nil) }
        guard let text = Files.read(file) else { throw .usage("cannot read \(file)") }
        if let flaw = CheckRun.flaw(ofReady: text) {
            throw .usage("nothing was checked: \(file) is not a ready file: \(flaw)")
        }
        guard let path = CheckRun.authorityFile(ready: text) else { return (text, nil) }
        guard let pem = Files.read(path) else { throw .usage("cannot read the CA file \(path) that \(file) names") }
        return (text, pem)
    }

    /// Returns the scenarios that the arguments stand for: a theme and a folder stand for all that are in them.
    static func names(_ rest: [String]) throws(Exit) -> [String] {
        guard !rest.isEmpty else { return BuiltInScenarios.names }
        var names: [String] = []
        for name in rest {
            let theme = BuiltInScenarios.names(theme: name)
            if BuiltInScenarios.names.contains(name) {
                names.append(name)
            } else if !theme.isEmpty {
                names += theme
            } else if let files = ScenarioFolder.files(in: name) {
                guard !files.isEmpty else { throw .usage("nothing was checked: no file in \(name) ends in .json5") }
                names += files
            } else {
                names.append(name)
            }
        }
        return names
    }
}
