// SPDX-License-Identifier: Apache-2.0

import CAssets

/// The guides of the documentation, embedded in the library.
package enum EmbeddedGuides {
    /// The path of each in the repository, and its text as it stands there.
    package static var all: [(path: String, text: String)] {
        (0..<Int(mp_guide_count)).map { number in
            let guide = unsafe mp_guide_at(Int32(number))
            let bytes = unsafe UnsafeBufferPointer(start: guide.bytes, count: Int(guide.size))
            return unsafe (String(cString: guide.name), String(decoding: bytes, as: UTF8.self))
        }
    }
}
