// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// Stands in front of real sites until a signal comes, and writes what passed as a scenario.
enum RecordCommand {
    static func run(_ words: [String]) throws(Exit) {
        let words = words.filter { $0 != "--" }.map { $0 == "-o" ? "--out" : $0 }
        let arguments = try Arguments(
            words,
            options: [
                "--upstream", "--port", "--host", "--ca-file", "--upstream-ca", "--client-cert", "--client-key",
                "--out",
                "--redact", "--keep",
            ])
        guard arguments.rest.isEmpty else { throw .usage("record takes no file; sites are named by --upstream") }
        let upstreams = arguments.all("--upstream")
        guard !upstreams.isEmpty else { throw .usage("record needs --upstream: the URL of a portal or a server") }
        let options = try ImportCommand.options(arguments)
        var authority: String?
        if let file = arguments["--upstream-ca"] {
            guard let pem = Files.read(file) else { throw .usage("cannot read \(file)") }
            authority = pem
        }
        let certificate = try certificate(arguments)
        let port = try arguments.number("--port", as: UInt16.self) ?? 8443
        Signals.block()
        let run: RecordRun
        do throws(ImportRun.Failure) {
            run = try RecordRun(
                upstreams: upstreams, hosts: arguments["--host"].map { [$0] } ?? ["127.0.0.1", "::1"],
                port: port, authority: authority, certificate: certificate)
        } catch {
            throw Exit(3, "mock-portal: \(error.description)")
        }
        if let file = arguments["--ca-file"] {
            try Exit.unlessWritten { () throws(Files.Failure) in
                try Files.replace(file, with: run.certificateAuthority)
            }
        }
        for place in run.places { Console.error("recording: \(place)") }
        Console.error("recording: press Control-C to end")
        Signals.wait()
        let made: ImportRun
        do throws(ImportRun.Failure) {
            made = try run.end(options: options)
        } catch {
            throw Exit(2, error.description)
        }
        try ImportCommand.write(made, arguments)
    }

    /// Returns the client certificate with its key, which may stand in one file.
    private static func certificate(_ arguments: Arguments) throws(Exit) -> (certificate: String, key: String)? {
        guard let file = arguments["--client-cert"] else {
            guard arguments["--client-key"] == nil else { throw .usage("--client-key is of --client-cert") }
            return nil
        }
        guard let certificate = Files.read(file) else { throw .usage("cannot read \(file)") }
        guard let other = arguments["--client-key"] else { return (certificate, certificate) }
        guard let key = Files.read(other) else { throw .usage("cannot read \(other)") }
        return (certificate, key)
    }
}
