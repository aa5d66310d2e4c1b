// SPDX-License-Identifier: Apache-2.0

/// The bytes of a value in the place where it lies: its own numbers, and references to the storage of all else.
///
/// As long as somebody holds a copy of the value, a change to it, however deep, has to make new storage, so that a
/// reference here is another one. Whoever only reads leaves all bytes as they are.
struct ValueBytes {
    private let bytes: [UInt8]

    init<Value>(of value: inout Value) { bytes = unsafe withUnsafeBytes(of: &value) { unsafe Array($0) } }

    /// Returns whether a value has these bytes.
    func areThose<Value>(of value: inout Value) -> Bool {
        unsafe withUnsafeBytes(of: &value) { unsafe $0.elementsEqual(bytes) }
    }
}
