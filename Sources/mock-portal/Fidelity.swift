import MockPortal

enum Fidelity {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, flags: ["--bodies"])
        Console.out(arguments.has("--bodies") ? Reference.bodyList() : Reference.fidelity())
    }
}
