/// A request target: the text as sent, and its path and query as they stand in it (still percent-coded).
package struct Target: Sendable, Hashable {
    package var raw: String

    package init(_ raw: String) {
        self.raw = raw
    }
}
