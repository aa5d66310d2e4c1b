// SPDX-License-Identifier: Apache-2.0

/// A part of what is tried, where sanitizers make each try tens of times slower.
public enum Sample {
    /// Returns all of a list; under sanitizers each one of so many.
    public static func of<List: Collection>(_ list: List, each step: Int) -> [List.Element] {
        guard StackUse.isSanitized else { return Array(list) }
        return list.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element)
    }
}
