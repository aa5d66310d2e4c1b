// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

extension Fault {
    /// The effect of a fault.
    public struct Effect: Sendable {
        let own: any FaultEffect

        init(_ own: some FaultEffect) { self.own = own }

        /// All kinds of effects.
        static let kinds: [any FaultEffect.Type] = [
            DelayEffect.self, StallEffect.self, ResetEffect.self, DribbleEffect.self, TruncateEffect.self,
            ContentLengthEffect.self, AnswerEffect.self, ErrorEffect.self, GzipEffect.self, HandshakeEffect.self,
            EventEffect.self,
        ]
    }
}

extension Fault.Effect: Hashable {
    /// Returns whether two effects are equal.
    public static func == (one: Self, other: Self) -> Bool { AnyHashable(one.own) == AnyHashable(other.own) }

    /// Hashes the effect.
    public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(own)) }
}

extension Fault.Effect {
    /// The part of the rule's id after `fault.`.
    package var kind: String { Self.kind(type(of: own)) }

    /// The stage at which it strikes.
    package var stage: Fault.Stage { own.stage }

    /// The stage, if it strikes before there is a request.
    package var connectionStage: Fault.Stage? { stage == .accept || stage == .handshake ? stage : nil }

    package var event: Event? { own.event }
    package var delay: Int64? { own.delay }
    package var misencoding: Misencoding? { own.misencoding }
    package var delivery: (@Sendable (inout Delivery) -> Void)? { own.delivery }
    package var connection: (fault: ConnectionFault, told: String)? { own.connection }

    /// Returns the kind in rule ids: `contentLength` becomes `content-length`.
    static func kind(_ type: any FaultEffect.Type) -> String {
        type.name.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
    }
}

extension Notation<Fault.Effect> {
    /// An object whose only key is the effect's.
    static var effect: Self {
        Self(
            kind: .object(Keys(what: "a then", list: Fault.Effect.kinds.map { key($0) })),
            read: { node, loader in
                guard node.entries.count == 1, let entry = node.entries.first else {
                    let names = node.entries.map { "\"\($0.name)\"" }.joined(separator: " and ")
                    loader.fail(
                        node, names.isEmpty ? "\"then\" needs one effect" : "\"then\" has one effect, not \(names)")
                    return nil
                }
                let kind = Fault.Effect.kinds.first { $0.name == entry.name }
                return kind.flatMap { read($0, entry.node, &loader) }
            },
            write: { write($0.own, &$1) })
    }

    private static func key<Own: FaultEffect>(_ type: Own.Type) -> Keys.Key {
        Keys.Key(type.name, type.notation.kind, type.about)
    }

    private static func read<Own: FaultEffect>(
        _ type: Own.Type, _ node: Node, _ loader: inout ScenarioLoader
    ) -> Fault.Effect? {
        type.notation.read(node, &loader).map { Fault.Effect($0) }
    }

    private static func write<Own: FaultEffect>(_ effect: Own, _ writer: inout TreeWriter) -> Node {
        let value = Own.notation.write(effect, &writer)
        return writer.node(.object([writer.member(Own.name, value)]))
    }
}
