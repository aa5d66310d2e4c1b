// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@Suite("Sizes of JSON")
struct JSONSizeTests {
    @Test(
        "every value counts once",
        arguments: [
            ("1", 1), ("[]", 1), ("[1,2,3]", 4), (#"{"a":1,"b":[null,{}]}"#, 5), (#"[[[["x"]]]]"#, 5),
            (#"[{"a":[1,2],"b":{"c":true}},7]"#, 8),
        ])
    func count(_ text: String, _ count: Int) throws {
        let json = try JSONReader.read(Array(text.utf8))
        #expect(json.hasMore(than: count - 1))
        #expect(!json.hasMore(than: count))
        #expect(!json.hasMore(than: count + 100))
        #expect(json.hasMore(than: 0))
    }
}
