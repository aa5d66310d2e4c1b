// SPDX-License-Identifier: Apache-2.0

import Facts

/// The files of a server's output directory, drawn when they are fetched.
package struct OutputFiles: Sendable {
    private var files: [(name: String, write: Write, at: Instant)] = []

    /// Makes the file.
    typealias Write = @Sendable () -> FileResponse

    /// The lifetime of a file: servers delete them after ten minutes (documented).
    private static let life: Int64 = 600_000
    /// The largest number of files; no client has so many open.
    private static let limit = 1000

    mutating func put(_ name: String, now: Instant, _ write: @escaping Write) {
        files.removeAll { $0.at.milliseconds + OutputFiles.life < now.milliseconds }
        if files.count >= OutputFiles.limit { files.removeFirst() }
        files.append((name, write, now))
    }

    /// The symbols that answers name, oldest first.
    private var symbols: [(name: String, image: [UInt8])] = []

    mutating func put(symbol image: [UInt8], _ name: String) {
        guard symbol(name) == nil else { return }
        if symbols.count >= OutputFiles.limit { symbols.removeFirst() }
        symbols.append((name, image))
    }

    func symbol(_ name: String) -> [UInt8]? { symbols.first { $0.name == name }?.image }

    func file(_ name: String, now: Instant) -> Write? {
        files.last { $0.name == name && now.milliseconds <= $0.at.milliseconds + OutputFiles.life }?.write
    }
}
