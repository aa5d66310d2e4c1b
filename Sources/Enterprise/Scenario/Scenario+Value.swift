// SPDX-License-Identifier: Apache-2.0

package import Formats

extension Scenario {
    /// A value of the scenario format, for keys that have no parameter in Swift; written as a literal.
    ///
    /// ```swift
    /// import MockPortal
    ///
    /// let west = MockEnterprise.Scenario.Portal(
    ///     "west", otherKeys: ["org": ["name": "West"], "hosts": ["gis.example"], "state": "upgrading"])
    /// ```
    ///
    /// `mock-portal schema` and `scenarios/schema.json` list the keys. A key that does not exist is an error that names the
    /// line in Swift, with a suggestion, as in a file.
    public struct Value: Sendable, Hashable, Codable {
        package let json: JSON

        package init(_ json: JSON) { self.json = json }

        /// Creates a string.
        public init(_ string: String) { self.init(.string(string)) }
        /// Creates an integer.
        public init(_ integer: Int) { self.init(.int(integer)) }
        /// Creates a list.
        public init(_ list: [Value]) { self.init(.array(list.map(\.json))) }
        /// Creates an object, with its keys in alphabetical order.
        public init(_ object: [String: Value]) {
            self.init(.object(object.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value.json) }))
        }
    }
}

extension Scenario.Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Creates a string.
    public init(stringLiteral value: String) { self.init(.string(value)) }
}

extension Scenario.Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Creates an integer.
    public init(integerLiteral value: Int) { self.init(.int(value)) }
    /// Creates a number.
    public init(floatLiteral value: Double) { self.init(.number("\(value)")) }
}

extension Scenario.Value: ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
    /// Creates a Boolean.
    public init(booleanLiteral value: Bool) { self.init(.bool(value)) }
    /// Creates JSON's null.
    public init(nilLiteral: ()) { self.init(.null) }
}

extension Scenario.Value: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// Creates a list.
    public init(arrayLiteral elements: Scenario.Value...) { self.init(elements) }
    /// Creates an object, with its keys in the order of the literal.
    public init(dictionaryLiteral elements: (String, Scenario.Value)...) {
        self.init(.object(elements.map { JSON.Member($0.0, $0.1.json) }))
    }
}
