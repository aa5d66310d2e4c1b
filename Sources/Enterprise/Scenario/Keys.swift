/// The keys of one kind of object in a scenario file. Validation, findings and `schema.json` read these tables, so they
/// cannot disagree.
struct Keys: Sendable {
    struct Key: Sendable {
        var name: String
        var kind: Kind
        var about: String
        var isRequired = false

        init(_ name: String, _ kind: Kind, _ about: String, isRequired: Bool = false) {
            self.name = name
            self.kind = kind
            self.about = about
            self.isRequired = isRequired
        }
    }

    /// What a value may be.
    indirect enum Kind: Sendable {
        case string
        case boolean
        case integer(ClosedRange<Int>)
        case null
        /// One of these words.
        case word([String])
        case object(Keys)
        /// Any names, with values of one kind.
        case map(Kind)
        case list(Kind)
        case either([Kind])
        /// Anything at all.
        case any
        /// In the format, and not emulated by this version: an error that says so, not silence.
        case notYet

        /// In words, for "expected … , found …".
        var name: String {
            switch self {
            case .string: "a string"
            case .boolean: "true or false"
            case .integer: "a whole number"
            case .null: "null"
            case .word(let words): "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
            case .object, .map: "an object"
            case .list: "a list"
            case .either(let kinds): kinds.map(\.name).joined(separator: " or ")
            case .any, .notYet: "anything"
            }
        }
    }

    /// What the object is, for messages: "a server".
    var what: String
    var list: [Key]
}
