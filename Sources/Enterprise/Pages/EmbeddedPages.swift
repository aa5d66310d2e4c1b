// SPDX-License-Identifier: Apache-2.0

import CAssets

/// The files of the inspector, embedded in the library.
package enum EmbeddedPages {
    private static let numbers: [String: Int] = {
        var numbers: [String: Int] = [:]
        for number in 0..<Int(mp_page_count) {
            let page = unsafe mp_page_at(Int32(number))
            numbers[unsafe String(cString: page.name)] = number
        }
        return numbers
    }()

    package static var names: [String] { numbers.keys.sorted() }

    /// Returns the bytes of a file, or `nil` if there is none with that name.
    package static func read(_ name: String) -> [UInt8]? {
        guard let number = numbers[name] else { return nil }
        let page = unsafe mp_page_at(Int32(number))
        return unsafe Array(UnsafeBufferPointer(start: page.bytes, count: Int(page.size)))
    }
}
