// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Replication

/// The engine's protocol, by its own library: apt-get install libhiredis0.14.
@Suite("Replies of the engine")
struct ReplyReaderTests {
    @Test("a command is an array of words, whatever bytes they have")
    func command() throws {
        _ = try ReplyReader()
        let words = ["XADD", "key"].map { Array($0.utf8) } + [[0, 13, 10, 255]]
        let expected = Array("*3\r\n$4\r\nXADD\r\n$3\r\nkey\r\n$4\r\n".utf8) + [0, 13, 10, 255, 13, 10]
        #expect(ReplyReader.command(words) == expected)
    }

    @Test("replies of every kind, cut anywhere")
    func replies() throws {
        let bytes = Array("+OK\r\n-ERR no\r\n:42\r\n*2\r\n$3\r\na\r\n\r\n*1\r\n$-1\r\n*-1\r\n".utf8)
        let expected: [EngineReply] = [
            .status("OK"), .error("ERR no"), .integer(42), .list([.bytes([97, 13, 10]), .list([.null])]), .null,
        ]
        for cut in 0...bytes.count {
            let reader = try ReplyReader()
            var heard: [EngineReply] = []
            for part in [bytes[..<cut], bytes[cut...]] {
                reader.receive(Array(part))
                while let reply = try reader.next() { heard.append(reply) }
            }
            #expect(heard == expected, "cut at \(cut)")
        }
    }

    @Test("what is no reply is told")
    func nonsense() throws {
        let reader = try ReplyReader()
        reader.receive(Array("HTTP/1.1 400 Bad Request\r\n".utf8))
        #expect(throws: EngineFailure.self) { try reader.next() }
    }
}
