// SPDX-License-Identifier: Apache-2.0

import MockPortal
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Standard output and standard error, unbuffered.
enum Console {
    static func out(_ text: String) { write(1, text) }

    /// Writes a line to standard error.
    static func error(_ text: String) { write(2, text.hasSuffix("\n") ? text : text + "\n") }

    /// A Boolean value that indicates whether the command runs on a terminal.
    static var isTerminal: Bool { isTerminal(0) && isTerminal(1) }

    /// Returns whether a stream is a terminal.
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Asks a question and returns the answer, or `standard` if it is empty.
    static func ask(_ question: String, _ standard: String) -> String {
        out("\(question) [\(standard)]: ")
        return readLine()?.split(separator: " ").first.map(String.init) ?? standard
    }

    /// Ends the process as it is: nothing waits to be written, and threads may still be within libraries whose own end
    /// `exit` would begin.
    static func exit(_ code: Int32) -> Never {
        _exit(code)
    }

    private static func write(_ descriptor: Int32, _ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let rest = Array(bytes)
            let count = unsafe Platform.write(descriptor, rest, rest.count)
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
