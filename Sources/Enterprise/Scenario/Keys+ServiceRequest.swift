// SPDX-License-Identifier: Apache-2.0

package import Facts
package import Formats

extension Keys.Kind {
    /// Reads JSON or JSON5, checks it against the table, and returns the tree or the findings.
    ///
    /// `what` describes the text in messages: "the scenario".
    package func read(_ bytes: [UInt8], file: String, what: String) -> (Node?, [Finding]) {
        let (root, found) = JSON5Reader.read(bytes, file: file)
        guard let root, found.isEmpty else { return (nil, found) }
        let wrong = findings(root, what)
        return wrong.isEmpty ? (root, []) : (nil, wrong)
    }

    /// Returns the findings about a value.
    package func findings(_ node: Node, _ what: String) -> [Finding] {
        var validator = Validator()
        validator.check(node, self, what)
        return validator.findings
    }
}
