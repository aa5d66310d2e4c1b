// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Reads what somebody recorded, in any of the formats.
package enum RecordingReader {
    /// The largest file that is read at once; archives may be larger.
    package static let largest = 64 << 20

    /// Reads a file, or throws where and why it cannot be read.
    package static func read(
        _ source: ByteSource, file name: String, as format: RecordingFormat? = nil
    ) throws(UnreadableRecording) -> RecordedFile {
        var beginning: [UInt8] = []
        while beginning.count < 65_536 {
            guard let piece = source.next() else { throw UnreadableRecording(name, "this file cannot be read") }
            if piece.isEmpty { break }
            beginning += piece
        }
        guard beginning.contains(where: { $0 > 32 }) else { throw UnreadableRecording(name, "the file is empty") }
        let format = format ?? RecordingFormat.of(beginning)
        if format == .har {
            var stream = JSONStream(source, after: beginning, file: name)
            var file = try HARReader.read(&stream, name)
            file.sort()
            return file
        }
        while true {
            guard let piece = source.next() else { throw UnreadableRecording(name, "this file cannot be read") }
            if piece.isEmpty { break }
            beginning += piece
            guard beginning.count <= largest else {
                throw UnreadableRecording(
                    name, "the file is larger than \(largest >> 20) MiB; only HTTP archives may be")
            }
        }
        return try read(whole: beginning, name, as: format)
    }

    private static func read(
        whole bytes: [UInt8], _ name: String, as format: RecordingFormat
    ) throws(UnreadableRecording) -> RecordedFile {
        var file: RecordedFile
        switch format {
        case .har, .description:
            var stream = JSONStream(ByteSource([]), after: bytes, file: name)
            file = try DescriptionReader.read(&stream, name)
        case .cassette: file = try CassetteReader.read(bytes, name)
        case .postman:
            var stream = JSONStream(ByteSource([]), after: bytes, file: name)
            file = try PostmanReader.read(&stream, name)
        case .curl: file = CurlReader.read(String(decoding: bytes, as: UTF8.self))
        case .log: file = LogReader.read(String(decoding: bytes, as: UTF8.self))
        }
        guard !file.exchanges.isEmpty else {
            throw UnreadableRecording(name, "\(format.about) without a request: no URL and no error of ArcGIS in it")
        }
        return file
    }
}

extension UnreadableRecording {
    init(_ file: String, _ message: String) { self.init(file, Position(line: 1, column: 1), message) }
}
