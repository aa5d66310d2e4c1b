import MockPortal

enum Fidelity {
    static func run(_ words: [String]) throws(Exit) {
        _ = try Arguments(words)
        Console.out(Reference.fidelity())
    }
}
