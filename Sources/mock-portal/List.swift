import MockPortal

enum List {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(words)
        guard let theme = arguments.rest.first else { return Console.out(Shelf.list(Shelf.names)) }
        let names = Shelf.names(theme: theme)
        guard !names.isEmpty else {
            throw .usage("there is no theme \"\(theme)\"", suggestion: Arguments.nearest(theme, Shelf.themes))
        }
        Console.out(Shelf.list(names))
    }
}
