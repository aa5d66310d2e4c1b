// SPDX-License-Identifier: Apache-2.0

internal import CHiredis

/// The protocol of the engine by its own library: bytes to replies, and words to commands.
@safe final class ReplyReader {
    private let reader: UnsafeMutablePointer<redisReader>

    /// Loads the library with the first reader of the process.
    init() throws(EngineFailure) {
        guard mp_redis_load() == 1 else {
            throw EngineFailure(
                .setup, unsafe "the protocol of Redis needs libhiredis: \(String(cString: mp_redis_failure()))")
        }
        guard let reader = unsafe mp_redis_reader_make() else { throw EngineFailure(.gone, "no memory") }
        unsafe self.reader = reader
    }

    deinit { unsafe mp_redis_reader_free(reader) }

    func receive(_ bytes: [UInt8]) { unsafe _ = mp_redis_reader_feed(reader, bytes, bytes.count) }

    /// Returns the next reply; `nil`: more bytes are needed.
    func next() throws(EngineFailure) -> EngineReply? {
        var made: UnsafeMutablePointer<redisReply>?
        let found = unsafe mp_redis_reader_next(reader, &made)
        guard found >= 0 else { throw EngineFailure(.gone, "what came is no reply of Redis or Valkey") }
        guard let reply = unsafe made else { return nil }
        defer { unsafe mp_redis_reply_free(reply) }
        return unsafe EngineReply(reply)
    }

    /// Returns a command as the protocol has it.
    static func command(_ words: [[UInt8]]) -> [UInt8] {
        var length = 0
        let lengths = words.map(\.count)
        guard
            let command = unsafe mp_redis_command(words.flatMap(\.self), lengths, Int32(words.count), &length)
        else { return [] }
        defer { unsafe mp_redis_command_free(command) }
        return unsafe command.withMemoryRebound(to: UInt8.self, capacity: length) { start in
            unsafe Array(UnsafeBufferPointer(start: start, count: length))
        }
    }
}
