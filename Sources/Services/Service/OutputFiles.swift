// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The files of a server's output directory, drawn when they are fetched.
package struct OutputFiles: Sendable {
    fileprivate struct File: Sendable {
        var name: String
        var write: Write
        var at: Instant

        func isThere(at now: Instant) -> Bool { now.milliseconds <= at.milliseconds + OutputFiles.life }
    }

    private struct SymbolFile: Sendable, Codable {
        var name: String
        var image: [UInt8]
    }

    private var files: [File] = []

    /// Makes the file.
    typealias Write = @Sendable () -> FileResponse

    /// The lifetime of a file: servers delete them after ten minutes (documented).
    private static let life: Int64 = 600_000
    /// The largest number of files; no client has so many open.
    private static let limit = 1000

    mutating func put(_ name: String, now: Instant, _ write: @escaping Write) {
        files.removeAll { !$0.isThere(at: now) }
        if files.count >= OutputFiles.limit { files.removeFirst() }
        files.append(File(name: name, write: write, at: now))
    }

    /// The symbols that answers name, oldest first.
    private var symbols: [SymbolFile] = []

    mutating func put(symbol image: [UInt8], _ name: String) {
        guard symbol(name) == nil else { return }
        if symbols.count >= OutputFiles.limit { symbols.removeFirst() }
        symbols.append(SymbolFile(name: name, image: image))
    }

    func symbol(_ name: String) -> [UInt8]? { symbols.first { $0.name == name }?.image }

    func file(_ name: String, now: Instant) -> Write? {
        files.last { $0.name == name && $0.isThere(at: now) }?.write
    }
}

/// Files whose time is over are not written.
extension OutputFiles: Codable {
    private enum CodingKeys: CodingKey {
        case files, symbols
    }

    private static let key = CodingUserInfoKey(rawValue: "now")

    /// Returns what the encoder of a record is given: the time.
    package static func userInfo(at now: Instant) -> [CodingUserInfoKey: Any] { key.map { [$0: now] } ?? [:] }

    static func now(_ userInfo: [CodingUserInfoKey: Any]) -> Instant? { key.flatMap { userInfo[$0] as? Instant } }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        files = try values.decode([File].self, forKey: .files)
        symbols = try values.decode([SymbolFile].self, forKey: .symbols)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        let now = OutputFiles.now(encoder.userInfo)
        let kept = files.filter { file in now.map { file.isThere(at: $0) } ?? true }
        try values.encode(kept, forKey: .files)
        try values.encode(symbols, forKey: .symbols)
    }
}

/// A file is drawn to be written.
extension OutputFiles.File: Codable {
    private enum CodingKeys: CodingKey {
        case name, file, at
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        name = try values.decode(String.self, forKey: .name)
        let file = try values.decode(FileResponse.self, forKey: .file)
        write = { file }
        at = try values.decode(Instant.self, forKey: .at)
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(name, forKey: .name)
        try values.encode(write(), forKey: .file)
        try values.encode(at, forKey: .at)
    }
}
