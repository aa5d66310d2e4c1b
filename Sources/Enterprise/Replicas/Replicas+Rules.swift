// SPDX-License-Identifier: Apache-2.0

package import Facts

/// What replicas of one deployment refuse: a change that cannot be made the change of all.
package enum Replicas {
    static let engineGone = Rule(
        "replicas.engine-gone", "The engine that keeps what replicas share does not answer; nothing was changed.",
        advice: "Start the engine that --state names, or wait for it; what only reads goes on meanwhile.",
        evidence: .inferred("the double's own, of no real system: docs/decisions/0048-one-portal-many-replicas.md"))
    static let unconfirmed = Rule(
        "replicas.unconfirmed",
        "The engine took the change and has not confirmed it: it is made if it came in time, or never.",
        advice: "Ask what has come of it before it is sent again.",
        evidence: .inferred("the double's own, of no real system: docs/decisions/0048-one-portal-many-replicas.md"))

    static let rules: [Rule] = [engineGone, unconfirmed]

    /// Returns why a change is not made. `engine` is what is known of the engine, without secrets.
    package static func verdict(isHandedOver: Bool, engine: String) -> Verdict {
        Verdict(
            isHandedOver ? unconfirmed : engineGone, facts: [.init("engine", engine)],
            wouldPass: isHandedOver
                ? "the same request while the engine answers; look first what has come of this one"
                : "the same request once the engine answers")
    }
}

extension Deployment {
    /// Refuses a request whose change could not be shared, in the form of its door.
    package mutating func refuse(unshared call: Call, _ verdict: Verdict) -> Answer {
        let destination = destination(of: call)
        return refuse(
            call, at: destination, 503, "The deployment's replicas cannot agree on a change now.", [verdict.wouldPass],
            verdict)
    }

    /// Returns whether a connection has a handshake of NTLM under way.
    package func isShaking(_ connection: UInt64) -> Bool { handshakes[connection] != nil }
}
