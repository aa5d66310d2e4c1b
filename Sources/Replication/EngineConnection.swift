// SPDX-License-Identifier: Apache-2.0

internal import Engine
internal import Trust

/// A connection to the engine, for one thread.
final class EngineConnection {
    private let client: Client
    private let reader: ReplyReader

    /// Connects, and says who is there and which database is meant.
    ///
    /// `authority` is what the engine's certificate is checked against, in PEM; `nil`: what the machine trusts.
    init(_ address: EngineAddress, authority: String?) throws(EngineFailure) {
        reader = try ReplyReader()
        do {
            switch address.place {
            case .host(let host, let port):
                var trust: ClientContext?
                if address.isSecure { trust = try ClientContext(authority: authority) }
                client = try Client(host: host, port: port, trust: trust, timeout: Self.patience)
            case .socket(let path): client = try Client(socket: path, timeout: Self.patience)
            }
        } catch let failure as Client.Failure {
            throw EngineFailure(.gone, failure.description)
        } catch {
            throw EngineFailure(.setup, "\(error)")
        }
        if let password = address.password {
            let words = ["AUTH"] + (address.user.map { [$0] } ?? []) + [password]
            if case .error(let text) = try ask(words) {
                throw EngineFailure(.setup, "the engine refuses user and password: \(Self.kind(text))")
            }
        }
        if address.database != 0, case .error(let text) = try ask(["SELECT", "\(address.database)"]) {
            throw EngineFailure(.setup, "the engine has no database \(address.database): \(text)")
        }
    }

    /// How long a read waits, in milliseconds, before somebody looks whether all is well.
    static let patience: Int32 = 1000

    /// The first word of an error, which says what kind it is and repeats nothing that was sent.
    private static func kind(_ text: String) -> Substring { text.prefix { $0 != " " } }

    func send(_ words: [[UInt8]]) throws(EngineFailure) {
        guard client.send(ReplyReader.command(words)) else { throw EngineFailure(.gone, "the connection ended") }
    }

    /// Returns the next reply, or `nil` if none came for a while.
    func receive() throws(EngineFailure) -> EngineReply? {
        while true {
            if let reply = try reader.next() { return reply }
            switch client.receive() {
            case .bytes(let bytes): reader.receive(bytes)
            case .ended(.timeout): return nil
            case .ended: throw EngineFailure(.gone, "the connection ended")
            }
        }
    }

    /// Asks, and waits for the reply, as many seconds as `patience` says.
    func ask(_ words: [String], patience: Int = 5) throws(EngineFailure) -> EngineReply {
        try ask(words.map { Array($0.utf8) }, patience: patience)
    }

    func ask(_ words: [[UInt8]], patience: Int = 5) throws(EngineFailure) -> EngineReply {
        try send(words)
        for _ in 0..<patience {
            if let reply = try receive() { return reply }
        }
        throw EngineFailure(.gone, "the engine does not answer")
    }
}
