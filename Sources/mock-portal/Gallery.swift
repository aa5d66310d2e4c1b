import MockPortal

enum Gallery {
    static func run(_ words: [String]) throws(Exit) {
        _ = try Arguments(words)
        Console.out(Reference.gallery())
    }
}
