// SPDX-License-Identifier: Apache-2.0

internal import Trust

/// A log that is a stream of Redis or Valkey.
package final class EngineLog: SharedLog {
    private let address: EngineAddress
    private let authority: String?
    /// A connection for each thread; its lock is held while it is waited for.
    private let writing = Lock<EngineConnection?>(nil)
    private let reading = Lock<EngineConnection?>(nil)
    /// One for snapshots, which are large.
    private let keeping = Lock<EngineConnection?>(nil)

    /// The digest of the first entry, once it was read.
    private let known = Lock<[UInt8]?>(nil)

    /// Creates a log that connects when it is used.
    ///
    /// `authority` is what the engine's certificate is checked against, in PEM; `nil`: what the machine trusts.
    package init(_ address: EngineAddress, authority: String? = nil) {
        self.address = address
        self.authority = authority
    }

    /// The address without secrets.
    package var description: String { address.description }

    package func begin(_ bytes: [UInt8]) throws(EngineFailure) -> [UInt8] {
        let made = try use(writing) { connection throws(EngineFailure) in
            try connection.ask(words("XADD", address.key, LogPosition.beginning.description, "b") + [bytes])
        }
        // A position that is not after the last one is refused: somebody else has begun.
        if case .error(let text) = made {
            if !text.contains("equal or smaller") { throw EngineFailure(.refused, text) }
        } else {
            // One of a log that was deleted.
            _ = try use(writing) { connection throws(EngineFailure) in try connection.ask(["DEL", place]) }
        }
        guard let first = try beginning() else {
            throw EngineFailure(.lost, "the first entry of \"\(address.key)\" is not there any more")
        }
        return first
    }

    /// The key of the snapshot.
    private var place: String { "\(address.key):snapshot" }

    package func beginning() throws(EngineFailure) -> [UInt8]? {
        let first = try use(writing) { connection throws(EngineFailure) in
            try connection.ask(["XRANGE", address.key, "-", "+", "COUNT", "1"])
        }
        if case .error(let text) = first { throw EngineFailure(.refused, text) }
        guard let entry = Self.entries(first).first else { return nil }
        let bytes = entry.position == .beginning ? entry.bytes : try kept()?.beginning
        guard let bytes else {
            throw EngineFailure(.lost, "the first entry of \"\(address.key)\" is not there any more")
        }
        known.withLock { $0 = Digest.sha256(bytes) }
        return bytes
    }

    package func milliseconds() throws(EngineFailure) -> Int64 {
        let reply = try use(writing) { connection throws(EngineFailure) in try connection.ask(["TIME"]) }
        let parts = reply.elements.compactMap { $0.text.flatMap { Int64($0) } }
        guard parts.count == 2 else { throw EngineFailure(.refused, "the engine does not tell the time") }
        return parts[0] * 1000 + parts[1] / 1000
    }

    package func append(_ bytes: [UInt8]) throws(EngineFailure) {
        let reply = try use(writing) { connection throws(EngineFailure) in
            try connection.send(words("XADD", address.key, "*", "b") + [bytes])
            // An engine that was stopped goes on where it was.
            for _ in 0..<10 {
                if let reply = try connection.receive() { return reply }
            }
            throw EngineFailure(.gone, "the engine does not answer")
        }
        if case .error(let text) = reply { throw EngineFailure(.refused, text) }
    }

    package func entries(after position: LogPosition) throws(EngineFailure) -> [LogEntry] {
        let replies = try use(
            reading,
            isNew: { connection throws(EngineFailure) in
                try check(connection, after: position)
            }
        ) { connection throws(EngineFailure) in
            try connection.send(
                words(
                    "XREAD", "COUNT", "256", "BLOCK", "400", "STREAMS", address.key, position.description))
            // Asked afterwards: what the snapshot says is forgotten was perhaps not there to be read.
            try connection.send(words("GETRANGE", place, "0", "\(LogSnapshot.Head.size - 1)"))
            var replies: [EngineReply] = []
            for _ in 0..<20 {
                if let reply = try connection.receive() { replies.append(reply) }
                if replies.count == 2 { return replies }
            }
            throw EngineFailure(.gone, "the engine does not answer")
        }
        if case .bytes(let bytes) = replies[1], let head = LogSnapshot.Head(bytes), head.trimmed > position,
            head.beginning == known.withLock({ $0 })
        {
            throw EngineFailure(.behind, "the entries after \(position) were forgotten")
        }
        let reply = replies[0]
        if case .error(let text) = reply { throw EngineFailure(.refused, text) }
        return reply.elements.first.map { Self.entries($0.elements.last ?? .null) } ?? []
    }

    // MARK: Snapshots

    package func snapshot() throws(EngineFailure) -> LogSnapshot? {
        guard let kept = try kept(), let first = try beginning(), kept.beginning == first else { return nil }
        return kept
    }

    /// Returns the snapshot that is kept, of whatever log.
    private func kept() throws(EngineFailure) -> LogSnapshot? {
        let reply = try use(keeping) { connection throws(EngineFailure) in
            try connection.ask(["GET", place], patience: Self.longest)
        }
        guard case .bytes(let bytes) = reply else { return nil }
        return try? LogSnapshot(bytes)
    }

    package func keep(_ snapshot: LogSnapshot) throws(EngineFailure) -> Bool {
        try use(keeping) { connection throws(EngineFailure) in
            // What another replica keeps meanwhile is newer.
            _ = try connection.ask(["WATCH", place])
            let known = try connection.ask(["GETRANGE", place, "0", "\(LogSnapshot.Head.size - 1)"])
            var older: LogSnapshot.Head?
            if case .bytes(let bytes) = known { older = LogSnapshot.Head(bytes) }
            let (bytes, head) = snapshot.bytes(after: older)
            if let older, older.beginning == head.beginning, older.position >= head.position {
                _ = try connection.ask(["UNWATCH"])
                return false
            }
            _ = try connection.ask(["MULTI"])
            _ = try connection.ask(words("SET", place) + [bytes], patience: Self.longest)
            let done = try connection.ask(["EXEC"], patience: Self.longest)
            if case .error(let text) = done { throw EngineFailure(.refused, text) }
            guard case .status? = done.elements.first else {
                if case .error(let text)? = done.elements.first { throw EngineFailure(.refused, text) }
                return false
            }
            let trimmed = try connection.ask(
                ["XTRIM", address.key, "MINID", "~", head.trimmed.description], patience: Self.longest)
            if case .error(let text) = trimmed { throw EngineFailure(.refused, text) }
            return true
        }
    }

    package func beside(_ name: String) -> any SharedLog {
        EngineLog(address.beside(name), authority: authority)
    }

    package func forget() throws(EngineFailure) {
        let reply = try use(keeping) { connection throws(EngineFailure) in
            try connection.ask(["DEL", address.key, place])
        }
        if case .error(let text) = reply { throw EngineFailure(.refused, text) }
    }

    /// The seconds that a snapshot may take on its way.
    private static let longest = 60

    /// Checks that an engine that came back still has what it had confirmed.
    private func check(_ connection: EngineConnection, after position: LogPosition) throws(EngineFailure) {
        guard position > .beginning else { return }
        let reply = try connection.ask(["XREVRANGE", address.key, "+", "-", "COUNT", "1"])
        // An engine that is still reading its file says so, and is asked again.
        if case .error(let text) = reply { throw EngineFailure(.gone, text) }
        guard let last = Self.entries(reply).first, last.position >= position else {
            throw EngineFailure(
                .lost,
                "the engine came back without what it had confirmed, up to \(position): it keeps no file, or not always"
            )
        }
    }

    /// Runs commands on a connection, which is made if there is none and given up if something goes wrong.
    private func use<Result>(
        _ place: Lock<EngineConnection?>,
        isNew: (EngineConnection) throws(EngineFailure) -> Void = { _ in },
        _ body: (EngineConnection) throws(EngineFailure) -> Result
    ) throws(EngineFailure) -> Result {
        try place.withLock { kept throws(EngineFailure) in
            do throws(EngineFailure) {
                let connection: EngineConnection
                if let known = kept {
                    connection = known
                } else {
                    connection = try EngineConnection(address, authority: authority)
                    try isNew(connection)
                    kept = connection
                }
                return try body(connection)
            } catch {
                kept = nil
                throw error
            }
        }
    }

    private func words(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

    /// Reads a list of entries: each a position and a list of names and values.
    private static func entries(_ reply: EngineReply) -> [LogEntry] {
        reply.elements.compactMap { entry in
            let parts = entry.elements
            guard parts.count == 2, let position = parts[0].text.flatMap(LogPosition.init),
                case .bytes(let bytes)? = parts[1].elements.last
            else { return nil }
            return LogEntry(position, bytes)
        }
    }
}
