package import Formats

/// The values that a field may have.
package struct Domain: Sendable, Hashable {
    package enum Values: Sendable, Hashable {
        /// What each code stands for.
        case coded([Code])
        /// From the one to the other, both included.
        case range(JSON, JSON)
    }

    package struct Code: Sendable, Hashable {
        package var name: String
        package var code: JSON

        package init(name: String, code: JSON) { (self.name, self.code) = (name, code) }
    }

    package var name: String
    package var values: Values

    package init(name: String, values: Values) { (self.name, self.values) = (name, values) }

    /// What a code stands for, if it is one of these.
    func name(of code: JSON) -> String? {
        guard case .coded(let codes) = values else { return nil }
        return codes.first { $0.code == code }?.name
    }

    /// Key order as captured: type, name, codedValues or range.
    var json: JSON {
        switch values {
        case .coded(let codes):
            .object([
                .init("type", .string("codedValue")), .init("name", .string(name)),
                .init(
                    "codedValues",
                    .array(codes.map { .object([.init("name", .string($0.name)), .init("code", $0.code)]) })),
            ])
        case .range(let low, let high):
            .object([
                .init("type", .string("range")), .init("name", .string(name)), .init("range", .array([low, high])),
            ])
        }
    }
}
