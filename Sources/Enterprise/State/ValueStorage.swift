// SPDX-License-Identifier: Apache-2.0

/// The storage of arrays, dictionaries and sets.
enum ValueStorage {
    /// Returns whether two values of one word refer to the same storage.
    static func isShared<Value>(_ one: Value, _ other: Value) -> Bool {
        unsafe withUnsafeBytes(of: one) { one in
            unsafe withUnsafeBytes(of: other) { other in unsafe one.elementsEqual(other) }
        }
    }
}
