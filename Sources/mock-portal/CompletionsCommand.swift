// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// Prints what a shell completes: the commands, their options, and the names of scenarios. All of it is read from the
/// text of `--help`.
enum CompletionsCommand {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words)
        switch arguments.rest.first {
        case "bash": Console.out(bash)
        case "zsh": Console.out("autoload -U +X bashcompinit && bashcompinit\n" + bash)
        case "fish": Console.out(fish)
        default: throw .usage("completions needs a shell: bash, zsh or fish")
        }
    }

    private static var bash: String {
        let cases = Usage.commands.map { command in
            "    \(command.name)) words=\"\((command.options + ["--help"]).joined(separator: " "))\"\(scenarios(command) ? " names=1" : "") ;;\n"
        }.joined()
        return """
            _mock_portal() {
              local word=${COMP_WORDS[COMP_CWORD]} words="" names=""
              if [ "$COMP_CWORD" = 1 ]; then
                words="\(Usage.commands.map(\.name).joined(separator: " ")) --help --version"
              else
                case ${COMP_WORDS[1]} in
            \(cases)    esac
              fi
              [ -z "$names" ] || words="$words $(mock-portal list 2>/dev/null | cut -d' ' -f1)"
              COMPREPLY=($(compgen -W "$words" -- "$word"))
              [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))
            }
            complete -F _mock_portal mock-portal

            """
    }

    private static var fish: String {
        var lines = ["complete -c mock-portal -f"]
        for command in Usage.commands {
            lines.append("complete -c mock-portal -n __fish_use_subcommand -a \(command.name) -d '\(command.about)'")
            for option in command.options {
                lines.append(
                    "complete -c mock-portal -n '__fish_seen_subcommand_from \(command.name)' -l \(option.dropFirst(2))"
                )
            }
            if scenarios(command) {
                lines.append(
                    "complete -c mock-portal -n '__fish_seen_subcommand_from \(command.name)' -a "
                        + "'(mock-portal list | string replace -r \" .*\" \"\")' -k -F")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func scenarios(_ command: Usage.Command) -> Bool {
        ["serve", "check", "attest", "show"].contains(command.name)
    }
}
