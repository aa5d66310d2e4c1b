import MockPortal

enum Schema {
    static func run(_ words: [String]) throws(Exit) {
        _ = try Arguments(words)
        Console.out(Reference.schema())
    }
}
