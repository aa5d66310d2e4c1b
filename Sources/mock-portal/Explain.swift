import MockPortal

enum Explain {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words)
        guard let id = arguments.rest.first else { return Console.out(Reference.rules()) }
        guard let text = Reference.explain(id) else {
            throw .usage("there is no rule \"\(id)\"", suggestion: Reference.nearestRule(to: id))
        }
        Console.out(text)
    }
}
