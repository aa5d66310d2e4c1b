// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

extension FuzzTarget {
    /// Codecs: bytes in, a value out.
    static let formats: [FuzzTarget] = [
        FuzzTarget(
            "http",
            words: [
                "GET ", "POST ", " HTTP/1.1\r\n", " HTTP/1.0\r\n", "Host: a\r\n", "Content-Length: 3\r\n", "\r\n\r\n",
                "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n", "0\r\n\r\n", "5;a=b\r\n",
            ]
        ) { bytes in
            // However the bytes are cut, the requests are the same.
            let whole = events(bytes, by: max(bytes.count, 1))
            precondition(whole == events(bytes, by: 1), "a request depends on how its bytes came")
            precondition(whole == events(bytes, by: 7), "a request depends on how its bytes came")
        },
        FuzzTarget("json", words: ["{\"a\":", "[", "]", "}", "null", "true", "1e9", "-0.5", "\\u00e9", "\\ud83d"]) {
            bytes in
            guard let json = try? JSONReader.read(bytes) else { return }
            let again = try? JSONReader.read(JSONWriter.json(json))
            precondition(again == json, "what was written is read as another value")
        },
        FuzzTarget(
            "json5", words: ["/*", "*/", "//", "0x1F", "+.5", "Infinity", "NaN", "'", "\\\n", "$a:", "\u{2028}"]
        ) {
            bytes in
            let (node, findings) = JSON5Reader.read(bytes, file: "f")
            precondition(node != nil || !findings.isEmpty, "nothing was read, and nothing said")
            let isPlaced = findings.allSatisfy { $0.position.line > 0 && $0.position.column > 0 }
            precondition(isPlaced, "a finding has no place")
            precondition((try? JSONReader.read(json5: bytes)) == node?.json, "the readers read two values")
        },
        FuzzTarget(
            "multipart",
            words: [
                "--b\r\n", "\r\n--b--", "Content-Disposition: form-data; name=\"f\"", "filename=", "Content-Type: ",
            ]
        ) { bytes in
            let parts = (try? Multipart.parse(bytes, boundary: "b")) ?? []
            precondition(parts.reduce(0) { $0 + $1.body.count } <= bytes.count, "the parts have more than there was")
        },
        FuzzTarget("form", words: ["%20", "%C3%A9", "&&", "=", "a=b;c=\"d\"", "https://[::1]:8/", "; boundary="]) {
            bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            precondition(Form.parse(bytes).count <= bytes.count + 1, "more values than bytes")
            _ = Cookie.parse(text)
            _ = MediaType(text)?["boundary"]
            _ = Target(text).segments
            _ = WebURL(text)?.resolve(text)
            _ = ISO8601.instant(text)
            _ = ISO8601.milliseconds(ofDuration: text)
        },
        FuzzTarget(
            "response", words: ["HTTP/1.1 200 OK\r\n", "Transfer-Encoding: chunked\r\n\r\n", "Content-Length: "]
        ) { bytes in
            for size in [1, max(bytes.count, 1)] {
                var reader = ResponseReader(isHead: false)
                for start in stride(from: 0, to: bytes.count, by: size) {
                    reader.receive(Array(bytes[start..<min(start + size, bytes.count)]))
                }
                _ = reader.next(ended: true)
            }
        },
        FuzzTarget("zip", words: ["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}"]) { bytes in _ = ZIPArchive(bytes) },
        FuzzTarget("pbf") { bytes in _ = FeatureCollection.json(bytes) },
        FuzzTarget(
            "xml",
            words: ["<?xml", "<a xmlns=\"b\">", "</a>", "<![CDATA[", "&#x41;", "<!DOCTYPE", "ds:Signature", "ID="]
        ) {
            bytes in
            _ = try? XMLSignature.read(bytes)
            // Nobody has the key, so nothing may pass.
            let passed = try? XMLSignature.verify(bytes, certificates: [stranger], allowsSHA1: true)
            precondition(passed == nil, "a signature that nobody made was taken")
        },
    ]

    /// A certificate whose key signs nothing here.
    private static let stranger: String = SigningKey.shared(0)?.certificate ?? ""

    /// What a reader made of bytes that came in pieces of a size, as text.
    private static func events(_ bytes: [UInt8], by size: Int) -> [String] {
        var reader = RequestReader()
        var told: [String] = []
        func drain() -> Bool {
            while true {
                switch reader.next() {
                case .needMore: return true
                // Whether it waits depends on what has come.
                case .continueExpected: continue
                case .failure(let failure):
                    told.append("\(failure.status) \(failure.reason)")
                    return false
                case .request(let request):
                    let fields = request.fields.list.map { "\($0.name): \($0.value)" }
                    told.append("\(request.method) \(request.target.raw) \(fields) \(request.body)")
                }
            }
        }
        for start in stride(from: 0, to: bytes.count, by: size) {
            reader.receive(bytes[start..<min(start + size, bytes.count)])
            guard drain() else { break }
        }
        return told
    }
}
