// SPDX-License-Identifier: Apache-2.0

extension JSON {
    /// Returns whether there are more than so many values in it; counting ends there.
    package func hasMore(than count: Int) -> Bool {
        var left = count - 1
        return left < 0 || !isWithin(&left)
    }

    /// Counts down what is in it, and returns whether anything is left. Most values are scalars, which are counted with
    /// their list and not looked into.
    private func isWithin(_ left: inout Int) -> Bool {
        switch self {
        case .null, .bool, .number, .string: return true
        case .array(let elements):
            left -= elements.count
            guard left >= 0 else { return false }
            for index in elements.indices where elements[index].isList && !elements[index].isWithin(&left) {
                return false
            }
            return true
        case .object(let members):
            left -= members.count
            guard left >= 0 else { return false }
            for index in members.indices where members[index].value.isList && !members[index].value.isWithin(&left) {
                return false
            }
            return true
        }
    }

    private var isList: Bool {
        switch self {
        case .array, .object: true
        case .null, .bool, .number, .string: false
        }
    }
}
