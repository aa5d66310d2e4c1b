import MockPortal

enum Routes {
    static func run(_ words: [String]) throws(Exit) {
        _ = try Arguments(words)
        Console.out(Reference.routes())
    }
}
