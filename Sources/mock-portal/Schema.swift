import MockPortal

enum Schema {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words, flags: ["--openapi"])
        Console.out(arguments.has("--openapi") ? Reference.openAPI() : Reference.schema())
    }
}
