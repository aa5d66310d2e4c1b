// SPDX-License-Identifier: Apache-2.0

import Formats

/// Reads bytes with `RequestReader` in pieces and writes down what came of them.
enum Drip {
    /// The events of these bytes, cut where `cuts` says, as lines of text.
    static func events(_ bytes: [UInt8], cuts: [Int] = [], limits: Limits = Limits()) -> [String] {
        var reader = RequestReader(limits: limits)
        var lines: [String] = []
        var start = 0
        for end in cuts + [bytes.count] {
            reader.receive(bytes[start..<end])
            start = end
            reading: while true {
                switch reader.next() {
                case .needMore: break reading
                // Whether the client has to wait depends on what has come so far, and so on the cut.
                case .continueExpected: break reading
                case .failure(let failure):
                    lines.append("failure \(failure.status): \(failure.reason)")
                    return lines
                case .request(let request): lines.append(line(request))
                }
            }
        }
        if reader.isInside { lines.append("inside") }
        return lines
    }

    private static func line(_ request: Request) -> String {
        let fields = request.fields.list.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
        return "\(request.method) \(request.target.raw) 1.\(request.minorVersion) [\(fields)] "
            + String(decoding: request.body, as: UTF8.self)
    }
}
