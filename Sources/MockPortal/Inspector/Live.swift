// SPDX-License-Identifier: Apache-2.0

import Trust

/// Those who listen to a deployment, and what each has not been told yet.
///
/// To tell costs a lock, and nothing more where nobody listens. A listener keeps numbers, not answers, and of those a
/// bounded list: who does not read loses the oldest, and learns how many.
final class Live: Sendable {
    /// The most who listen at once. A person has one window open, or a few.
    static let limit = 32
    /// The most who may only read: the others' places are for those with the control token, whoever came before.
    static let readers = 24

    /// Held weakly: a listener is gone with its connection.
    private struct Ear {
        weak var listening: Listening?
    }

    private let ears = Lock<[Ear]>([])

    /// Tells everybody who listens. On any thread, and while locks are held.
    func tell(_ news: News) {
        let listening = ears.withLock { ears in ears.isEmpty ? [] : ears.compactMap(\.listening) }
        for one in listening { one.hear(news) }
    }

    /// Adds a listener, or returns `false` if there are too many.
    func add(_ listening: Listening) -> Bool {
        ears.withLock { ears in
            ears.removeAll { $0.listening == nil }
            guard ears.count < Live.limit else { return false }
            let readers = ears.count { $0.listening?.isFull == false }
            guard listening.isFull || readers < Live.readers else { return false }
            ears.append(Ear(listening: listening))
            return true
        }
    }
}
