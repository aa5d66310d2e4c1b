// SPDX-License-Identifier: Apache-2.0

internal import Trust

/// A log that is a stream of Redis or Valkey.
package final class EngineLog: SharedLog {
    private let address: EngineAddress
    private let authority: String?
    /// A connection for each of the two threads; its lock is held while it is waited for.
    private let writing = Lock<EngineConnection?>(nil)
    private let reading = Lock<EngineConnection?>(nil)

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
        if case .error(let text) = made, !text.contains("equal or smaller") { throw EngineFailure(.refused, text) }
        guard let first = try beginning() else {
            throw EngineFailure(.lost, "the first entry of \"\(address.key)\" is not there any more")
        }
        return first
    }

    package func beginning() throws(EngineFailure) -> [UInt8]? {
        let first = try use(writing) { connection throws(EngineFailure) in
            try connection.ask(["XRANGE", address.key, "-", "+", "COUNT", "1"])
        }
        if case .error(let text) = first { throw EngineFailure(.refused, text) }
        guard let entry = Self.entries(first).first else { return nil }
        guard entry.position == .beginning else {
            throw EngineFailure(.lost, "the first entry of \"\(address.key)\" is not there any more")
        }
        return entry.bytes
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
        let reply = try use(
            reading,
            isNew: { connection throws(EngineFailure) in
                try check(connection, after: position)
            }
        ) { connection throws(EngineFailure) in
            try connection.send(
                words(
                    "XREAD", "COUNT", "256", "BLOCK", "400", "STREAMS", address.key, position.description))
            for _ in 0..<10 {
                if let reply = try connection.receive() { return reply }
            }
            throw EngineFailure(.gone, "the engine does not answer")
        }
        if case .error(let text) = reply { throw EngineFailure(.refused, text) }
        return reply.elements.first.map { Self.entries($0.elements.last ?? .null) } ?? []
    }

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
