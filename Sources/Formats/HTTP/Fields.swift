/// Header fields as received: order, case and repetition kept.
package struct Fields: Sendable {
    package var list: [Response.Field]

    package init(_ list: [Response.Field] = []) {
        self.list = list
    }

    /// The value of the first field of that name, whatever its case; `nil` if there is none.
    package subscript(name: String) -> String? {
        list.first { $0.name.count == name.count && $0.name.lowercased() == name.lowercased() }?.value
    }
}
