// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// An invalid value of a source, with its path from the root. Sources are read without positions, which cost more than
/// everything else; they are looked up only for errors.
struct SourceValueError: Error {
    enum Step: Sendable {
        case name(String)
        case index(Int)
    }

    var way: [Step]
    var message: String
    /// The path of an earlier value that the message refers to; its line is added.
    var earlier: [Step]?

    init(_ way: [Step], _ message: String, earlier: [Step]? = nil) {
        (self.way, self.message, self.earlier) = (way, message, earlier)
    }
}

extension LayerSourceError {
    /// Creates the error with its position in the file.
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
    /// Returns the value at the end of a path, or the last one that exists.
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
