// SPDX-License-Identifier: Apache-2.0

internal import CHiredis

/// A reply of the engine.
enum EngineReply: Sendable, Hashable {
    case status(String)
    case bytes([UInt8])
    case integer(Int64)
    case list([EngineReply])
    case null
    case error(String)

    init(_ reply: UnsafePointer<redisReply>) {
        let count = unsafe reply.pointee.len
        let bytes =
            unsafe reply.pointee.str.map { text in
                unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) { start in
                    unsafe Array(UnsafeBufferPointer(start: start, count: count))
                }
            } ?? []
        switch unsafe reply.pointee.type {
        case REDIS_REPLY_STRING: self = .bytes(bytes)
        case REDIS_REPLY_STATUS: self = .status(String(decoding: bytes, as: UTF8.self))
        case REDIS_REPLY_ERROR: self = .error(String(decoding: bytes, as: UTF8.self))
        case REDIS_REPLY_INTEGER: self = unsafe .integer(reply.pointee.integer)
        case REDIS_REPLY_ARRAY:
            var list: [EngineReply] = []
            for index in unsafe 0..<reply.pointee.elements {
                if let element = unsafe mp_redis_element(reply, index) { unsafe list.append(EngineReply(element)) }
            }
            self = .list(list)
        default: self = .null
        }
    }

    var text: String? {
        switch self {
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .status(let text): text
        default: nil
        }
    }

    var elements: [EngineReply] { if case .list(let list) = self { list } else { [] } }
}
