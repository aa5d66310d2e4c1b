// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// Writes a first scenario from flags, or from answers given on a terminal.
enum NewCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, options: ["--version", "--login", "--symptom"])
        guard arguments.rest.count < 2 else { throw .usage("new takes one name") }
        let asks = Console.isTerminal && words.isEmpty
        let name = arguments.rest.first ?? (asks ? Console.ask("Name", "my-report") : "my-report")
        let versions = Starters.versions
        let version = try choose(
            "--version", arguments, asks, "Release", versions.map { ($0, "") }, Version.newest.name,
            nearest: Starters.nearest)
        let logins = Starters.logins(version)
        let login = try choose("--login", arguments, asks, "Login", logins, logins[0].0)
        let symptoms = Starters.symptoms
        let symptom = try choose("--symptom", arguments, asks, "Symptom", symptoms, symptoms[0].0)
        guard let text = Starters.text(name: name, version: version, login: login, symptom: symptom) else {
            throw .usage("there is no such scenario")
        }
        let path = name.hasSuffix(".json5") ? name : "\(name).json5"
        guard Files.read(path) == nil else { throw Exit(2, "mock-portal: \(path) already exists") }
        try Exit.unlessWritten { () throws(Files.Failure) in try Files.replace(path, with: text) }
        Console.out("\(path) written; check it with: mock-portal check ./\(path)\n")
    }

    private static func choose(
        _ option: String, _ arguments: Arguments, _ asks: Bool, _ title: String, _ choices: [(String, String)],
        _ standard: String, nearest: (String) -> String? = { _ in nil }
    ) throws(Exit) -> String {
        if asks {
            for (word, about) in choices { Console.out("  \(word)\(about.isEmpty ? "" : "  \(about)")\n") }
        }
        let chosen = arguments[option] ?? (asks ? Console.ask(title, standard) : standard)
        let words = choices.map(\.0)
        guard words.contains(chosen) else {
            throw .usage(
                "\(option) must be one of \(words.joined(separator: ", ")), not \"\(chosen)\"",
                suggestion: nearest(chosen) ?? Arguments.nearest(chosen, words))
        }
        return chosen
    }
}
