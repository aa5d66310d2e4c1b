// SPDX-License-Identifier: Apache-2.0

import Formats

/// A wrong `Content-Length`.
struct ContentLengthEffect: FaultEffect {
    static let name = "contentLength"
    static let about = "The error of Content-Length: \"+10\", \"-5\"."
    static let notation = Notation<Self>(
        kind: .string,
        read: { node, loader in
            let text = node.text ?? ""
            if let by = Int(text), by != 0, text.first == "+" || text.first == "-" { return Self(by: by) }
            loader.fail(
                node, "\"contentLength\": \"\(text)\" is not a difference",
                suggestion: "+\(Int(text).flatMap { $0 > 0 ? $0 : nil } ?? 10)")
            return nil
        },
        write: { $1.node(.string($0.by < 0 ? "\($0.by)" : "+\($0.by)")) })
    static let rule = (
        summary: "Content-Length does not match the body.", advice: "Do not trust it."
    )

    var by: Int
    var delivery: (@Sendable (inout Delivery) -> Void)? {
        {
            $0.shiftContentLength(by: by)
            $0.ending = .close
        }
    }
}

extension Fault.Effect {
    /// Makes `Content-Length` wrong by this many bytes, which must not be 0.
    public static func contentLength(by: Int) -> Self { Self(ContentLengthEffect(by: by)) }
}

extension Delivery {
    fileprivate mutating func shiftContentLength(by: Int) {
        let lines = String(decoding: bytes[..<headLength], as: UTF8.self).split(
            separator: "\r\n", omittingEmptySubsequences: false)
        let name = "content-length:"
        let written = lines.map { line -> String in
            guard line.lowercased().hasPrefix(name), let length = Int(ASCII.trimmed(line.dropFirst(name.count)))
            else { return String(line) }
            return "\(line.prefix(name.count)) \(max(0, length + by))"
        }
        bytes = Array(written.joined(separator: "\r\n").utf8) + bytes[headLength...]
    }
}
