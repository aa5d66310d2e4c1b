// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// Makes a scenario of what a real site said: an archive, a cassette, a log.
enum ImportCommand {
    static func run(_ words: [String]) throws(Exit) {
        let words = words.map { $0 == "-o" ? "--out" : $0 }
        let arguments = try Arguments(words, options: ["--out", "--redact", "--keep"])
        guard arguments.rest.count == 1 else { throw .usage("import needs one file") }
        let options = try options(arguments)
        let run: ImportRun
        do throws(ImportRun.Failure) {
            run = try ImportRun(arguments.rest[0], options: options)
        } catch {
            throw Exit(2, error.description)
        }
        try write(run, arguments)
    }

    /// What is hidden and what is kept, in the words of the arguments.
    static func options(_ arguments: Arguments) throws(Exit) -> ImportRun.Options {
        var options = ImportRun.Options()
        for what in (arguments["--redact"] ?? "").split(separator: ",") {
            guard what == "coordinates" else {
                throw .usage(
                    "--redact takes coordinates, not \"\(what)\"; everything else is redacted anyway",
                    suggestion: Arguments.nearest(String(what), ["coordinates"]))
            }
            options.hidesCoordinates = true
        }
        options.kept = (arguments["--keep"] ?? "").split(separator: ",").map(String.init)
        return options
    }

    /// Writes the scenario to the file, and the report to standard output; without a file, the scenario goes there.
    static func write(_ run: ImportRun, _ arguments: Arguments) throws(Exit) {
        guard let out = arguments["--out"] else {
            Console.error(run.report.text)
            return Console.out(run.scenario)
        }
        try Exit.unlessWritten { () throws(Files.Failure) in try Files.replace(out, with: run.scenario) }
        Console.out(run.report.text)
    }
}
