// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

/// Bytes changed at random must be read or refused; a crash would end a user's test run.
@Suite("Random bytes")
struct RandomTests {
    @Test("JSON and JSON5")
    func json() {
        var dice = SeededGenerator(seed: 1)
        let texts = [
            "{a: [1, 'x\\u00e9', {b: null}], /* c */ d: 0x1F, // e\n f: -.5e+3, 'g h': \"\\x41\\\n\"}",
            #"{"type":"Feature","properties":{"a":1.5e3,"b":[true,false,null]},"geometry":{"coordinates":[1,2]}}"#,
            "{ portal: { users: [{ username: 'anna', password: 'pw' }] }, steps: [{ advance: 'PT1S' }] }",
        ]
        for _ in 0..<10_000 {
            let bytes = dice.changed(texts)
            let (node, findings) = JSON5Reader.read(bytes, file: "f")
            #expect(node != nil || !findings.isEmpty)
            #expect(findings.allSatisfy { $0.position.line > 0 && $0.position.column > 0 })
            // Read without places, or piecemeal, it is the same.
            #expect((try? JSONReader.read(json5: bytes)) == node?.json)
            var given: [JSON] = []
            let rest = try? JSONReader.read(json5: bytes, giving: "a", begins: { _ in true }) { given.append($0) }
            #expect(rest.map { RandomTests.joined($0, given) } == node?.json)
            guard let json = try? JSONReader.read(bytes) else { continue }
            #expect((try? JSONReader.read(JSONWriter.json(json))) == json)
        }
    }

    /// An object with the elements back in the list that they were given away from.
    private static func joined(_ rest: JSON, _ given: [JSON]) -> JSON {
        guard case .object(var members) = rest,
            let index = members.firstIndex(where: { $0.name == "a" && $0.value.elements != nil })
        else { return rest }
        members[index].value = .array(given)
        return .object(members)
    }

    @Test("forms, parts, cookies, media types, targets, tokens")
    func bodies() {
        var dice = SeededGenerator(seed: 2)
        let texts = [
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\nContent-Type: text/plain\r\n\r\njson\r\n--b--\r\n",
            "a=1&b=%C3%A9+c&&=&where=1%3D1", "agstoken=abc==; esri_auth=\"%7B%7D\"; lonely",
            "multipart/form-data; boundary=\"a;b\"",
            "/a/b%20c/?x=1#y", "https://[::1]:8443/x?y",
            "oG0IkSgjpfblo64deE4CJ1cA3XiWGRj7AaotxcrDpXiXkaeswKDfrktux1XkTS3Q",
            "PT1H1M1.001S", "2016-01-26T17:29:00.5+01:00",
        ]
        for _ in 0..<10_000 {
            let bytes = dice.changed(texts, upTo: 200)
            let text = String(decoding: bytes, as: UTF8.self)
            _ = try? Multipart.parse(bytes, boundary: "b")
            #expect(Form.parse(bytes).count <= bytes.count)
            _ = Cookie.parse(text)
            _ = MediaType(text)?["boundary"]
            _ = Target(text).segments
            _ = WebURL(text)?.resolve(text)
            if let decoded = EsriAlphabet.decode(text) { #expect(EsriAlphabet.encode(decoded) == text) }
            _ = ISO8601.instant(text)
            _ = ISO8601.milliseconds(ofDuration: text)
            var response = ResponseReader(isHead: false)
            response.receive(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8) + bytes)
            _ = response.next(ended: true)
        }
    }
}
