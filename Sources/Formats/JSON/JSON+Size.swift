// SPDX-License-Identifier: Apache-2.0

extension JSON {
    /// Returns whether there are more than so many values in it; counting ends there.
    package func hasMore(than count: Int) -> Bool {
        var left = count
        return !isWithin(&left)
    }

    /// Counts down, and returns whether anything is left.
    private func isWithin(_ left: inout Int) -> Bool {
        left -= 1
        guard left >= 0 else { return false }
        switch self {
        case .null, .bool, .number, .string: return true
        case .array(let elements):
            guard elements.count <= left else { return false }
            for element in elements where !element.isWithin(&left) { return false }
            return true
        case .object(let members):
            guard members.count <= left else { return false }
            for member in members where !member.value.isWithin(&left) { return false }
            return true
        }
    }
}
