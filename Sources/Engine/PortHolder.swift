// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The process that listens on a port, as far as Linux shows it, for the message that the port is in use.
enum PortHolder {
    /// Returns ` by name (process 123)`, or an empty string.
    static func describe(_ port: UInt16) -> String {
        guard let inode = inode(port) else { return "" }
        for process in names(in: "/proc") where process.allSatisfy(\.isNumber) {
            for descriptor in names(in: "/proc/\(process)/fd") {
                guard link("/proc/\(process)/fd/\(descriptor)") == "socket:[\(inode)]" else { continue }
                let name = text("/proc/\(process)/comm").split(separator: "\n").first ?? "a process"
                return " by \(name) (process \(process))"
            }
        }
        return ""
    }

    private static func inode(_ port: UInt16) -> String? {
        let wanted = String(port, radix: 16, uppercase: true)
        let padded = ":" + String(repeating: "0", count: 4 - wanted.count) + wanted
        for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
            for line in text(table).split(separator: "\n").dropFirst() {
                let words = line.split(separator: " ")
                // State 0A is LISTEN; the tenth column is the socket's inode.
                if words.count > 9, words[1].hasSuffix(padded), words[3] == "0A" { return String(words[9]) }
            }
        }
        return nil
    }

    private static func text(_ path: String) -> String {
        let descriptor = unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while case let count = unsafe read(descriptor, &chunk, chunk.count), count > 0 {
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func link(_ path: String) -> String {
        var bytes = [CChar](repeating: 0, count: 256)
        let count = unsafe readlink(path, &bytes, 255)
        return count > 0 ? String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
    }

    private static func names(in path: String) -> [String] {
        guard let directory = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
