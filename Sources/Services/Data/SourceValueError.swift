// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A value of a source that cannot be what it has to be there, and the way to it from the root. Sources are read without
/// places, which cost more than all the rest: only where something is wrong are they looked for.
struct SourceValueError: Error {
    enum Step: Sendable {
        case name(String)
        case index(Int)
    }

    var way: [Step]
    var message: String
    /// The way to a value that came before and is meant by the message: its line is added.
    var earlier: [Step]?

    init(_ way: [Step], _ message: String, earlier: [Step]? = nil) {
        (self.way, self.message, self.earlier) = (way, message, earlier)
    }
}

extension LayerSourceError {
    /// What is wrong, with its place in the file.
    init(_ bad: SourceValueError, in bytes: [UInt8], file: String) {
        var finding = Finding(file: file, position: Position(line: 1, column: 1), message: bad.message)
        if let root = JSON5Reader.read(bytes, file: file).0 {
            finding.position = root.nearest(bad.way).position
            if let earlier = bad.earlier { finding.message += " in line \(root.nearest(earlier).position.line)" }
        }
        self.init(finding)
    }
}

extension Node {
    /// The value at the end of a way, or the last on it that is there.
    fileprivate func nearest(_ way: [SourceValueError.Step]) -> Node {
        var here = self
        for step in way {
            let next: Node? =
                switch (step, here.value) {
                case (.name(let name), _): here[name]
                case (.index(let index), .array(let elements)): elements.indices.contains(index) ? elements[index] : nil
                default: nil
                }
            guard let next else { return here }
            here = next
        }
        return here
    }
}
