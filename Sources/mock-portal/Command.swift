// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// The subcommands, in the order `--help` lists them.
@main
enum Command {
    static let all: [String: @Sendable ([String]) throws(Exit) -> Void] = [
        "serve": ServeCommand.run, "check": CheckCommand.run, "attest": AttestCommand.run,
        "list": ListCommand.run, "show": ShowCommand.run,
        "routes": RoutesCommand.run,
        "schema": SchemaCommand.run, "explain": ExplainCommand.run, "fidelity": FidelityCommand.run,
        "gallery": GalleryCommand.run, "new": NewCommand.run, "find": FindCommand.run, "health": HealthCommand.run,
        "import": ImportCommand.run, "record": RecordCommand.run, "completions": CompletionsCommand.run,
    ]

    static func main() {
        Installation.prepare()
        let words = Array(CommandLine.arguments.dropFirst())
        do {
            try run(words)
            Console.exit(0)
        } catch {
            if !error.message.isEmpty { Console.error(error.message) }
            Console.exit(error.code)
        }
    }

    private static func run(_ words: [String]) throws(Exit) {
        guard let first = words.first else {
            Console.out(Usage.text)
            return
        }
        switch first {
        case "--help", "-h", "help": Console.out(Usage.text)
        case "--version", "-V", "version": Console.out("mock-portal \(VersionCommand.number)\n")
        default:
            guard let command = all[first] else {
                throw Exit.usage(
                    "there is no command \"\(first)\"", suggestion: Arguments.nearest(first, Array(all.keys).sorted()))
            }
            if words.contains("--help") || words.contains("-h") {
                Console.out(Usage.text(of: first))
                return
            }
            try command(Array(words.dropFirst()))
        }
    }
}
