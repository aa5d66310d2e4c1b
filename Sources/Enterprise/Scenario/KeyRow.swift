// SPDX-License-Identifier: Apache-2.0

import Formats

/// A key of a part of a scenario: its name, its notation, a sentence, and where Swift stores its value. Validation, the
/// schema, the loader and the writer of scenarios created in Swift all read this row.
struct KeyRow<Owner>: Sendable {
    typealias Path<Value> = WritableKeyPath<Owner, Value> & Sendable

    let key: Keys.Key
    /// Reads the key from a tree.
    let read: @Sendable (Node, inout Owner, inout ScenarioLoader) -> Void
    /// Returns what to write, or `nil` for nothing.
    let write: @Sendable (Owner, inout TreeWriter) -> Node?

    init(
        _ key: Keys.Key, read: @escaping @Sendable (Node, inout Owner, inout ScenarioLoader) -> Void,
        write: @escaping @Sendable (Owner, inout TreeWriter) -> Node? = { _, _ in nil }
    ) {
        (self.key, self.read, self.write) = (key, read, write)
    }

    /// Creates a row for an optional key, which is `nil` if absent.
    init<Value>(_ name: String, _ notation: Notation<Value>, _ about: String, _ path: any Path<Value?>) {
        self.init(
            Keys.Key(name, notation.kind, about),
            read: { node, owner, loader in
                if let value = notation.read(node, &loader) { owner[keyPath: path] = value }
            },
            write: { owner, writer in owner[keyPath: path].map { notation.write($0, &writer) } })
    }

    /// Creates a row for a key that is always written; unless it is required, Swift's initial value is its default.
    init<Value>(
        _ name: String, _ notation: Notation<Value>, _ about: String, isRequired: Bool = false,
        always path: any Path<Value>
    ) {
        self.init(
            Keys.Key(name, notation.kind, about, isRequired: isRequired),
            read: { node, owner, loader in
                if let value = notation.read(node, &loader) { owner[keyPath: path] = value }
            },
            write: { owner, writer in notation.write(owner[keyPath: path], &writer) })
    }

    /// A key that files alone have: what Swift begins with is its default.
    init<Value>(_ name: String, _ notation: Notation<Value>, _ about: String, loaded path: any Path<Value>) {
        self.init(
            Keys.Key(name, notation.kind, about),
            read: { node, owner, loader in
                if let value = notation.read(node, &loader) { owner[keyPath: path] = value }
            })
    }

    /// A list that may be absent: empty then.
    init<Value>(_ name: String, listOf notation: Notation<Value>, _ about: String, _ path: any Path<[Value]>) {
        let list = Notation<[Value]>.list(notation)
        self.init(
            Keys.Key(name, list.kind, about),
            read: { node, owner, loader in owner[keyPath: path] = list.read(node, &loader) ?? [] },
            write: { owner, writer in
                owner[keyPath: path].isEmpty ? nil : list.write(owner[keyPath: path], &writer)
            })
    }

    /// An object in the file whose values Swift keeps in the owner itself; Swift writes none of them.
    init(_ name: String, _ table: KeyTable<Owner>, _ about: String) {
        self.init(
            Keys.Key(name, .object(table.keys), about),
            read: { node, owner, loader in table.read(node, into: &owner, &loader) })
    }

    /// A key that the loader reads elsewhere, with others: only what it may be stands here.
    init(_ name: String, _ kind: Keys.Kind, _ about: String, isRequired: Bool = false) {
        self.init(Keys.Key(name, kind, about, isRequired: isRequired), read: { _, _, _ in })
    }
}
