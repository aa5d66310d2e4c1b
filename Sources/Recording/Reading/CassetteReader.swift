// SPDX-License-Identifier: Apache-2.0

internal import CYAML
import Facts
import Formats

/// Cassettes of VCR for Ruby and of vcrpy, in YAML or JSON.
enum CassetteReader {
    static func read(_ bytes: [UInt8], _ name: String) throws(UnreadableRecording) -> RecordedFile {
        let json = try json(bytes, name)
        var file = RecordedFile(.cassette)
        guard let list = (json["http_interactions"] ?? json["interactions"])?.elements else {
            throw UnreadableRecording(name, "this cassette has no http_interactions and no interactions")
        }
        for (index, interaction) in list.enumerated() {
            guard let exchange = exchange(interaction, number: index + 1) else {
                file.findings.append(
                    Finding(
                        .warning, file: name, position: Position(line: 1, column: 1),
                        message: "interaction \(index + 1) is left out: it has no request with a URL"))
                continue
            }
            file.add(exchange)
        }
        return file
    }

    private static func json(_ bytes: [UInt8], _ name: String) throws(UnreadableRecording) -> JSON {
        if let json = try? JSONReader.read(bytes) { return json }
        var (length, line, column) = (0, 0, 0)
        var why: UnsafePointer<CChar>?
        let text = unsafe mp_yaml_json(
            bytes, bytes.count, Int32(Nesting.deepest - 2), bytes.count * 16 + 65_536, &length, &why, &line, &column)
        guard let text = unsafe text else {
            throw UnreadableRecording(
                name, Position(line: line, column: column),
                unsafe why.map { unsafe String(cString: $0) } ?? "it is no YAML")
        }
        defer { unsafe mp_yaml_free(text) }
        let written = unsafe UnsafeRawBufferPointer(start: text, count: length)
        do {
            return try JSONReader.read(unsafe Array(written))
        } catch {
            throw UnreadableRecording(name, "it is no YAML: \(error.reason)")
        }
    }

    private static func exchange(_ json: JSON, number: Int) -> RecordedExchange? {
        guard let request = json["request"], let url = (request["uri"] ?? request["url"])?.text.flatMap(WebURL.init)
        else { return nil }
        var exchange = RecordedExchange(
            number: number, method: (request["method"]?.text ?? "GET").uppercased(), url: url,
            fields: fields(request["headers"]), body: body(request["body"]))
        let response = json["response"]
        let status =
            response?["status"]?["code"]?.integer ?? response?["status"]?.integer
            ?? response?["status_code"]?.integer
        guard let status, (100...999).contains(status) else { return exchange }
        var answer = RecordedAnswer(
            status: status, fields: fields(response?["headers"]), body: body(response?["body"]))
        if answer.body.starts(with: [0x1F, 0x8B]) {
            answer.body = Compression.gzip.expand(answer.body, limit: RecordedFile.longestBody * 8) ?? []
        }
        exchange.answer = answer
        return exchange
    }

    private static func fields(_ json: JSON?) -> [Response.Field] {
        (json?.members ?? []).prefix(200).flatMap { member in
            let values = member.value.elements?.compactMap(\.text) ?? [member.value.text].compactMap { $0 }
            return values.map { Response.Field(member.name, $0) }
        }
    }

    /// A text, or an object with the text; bytes are in base64.
    private static func body(_ json: JSON?) -> [UInt8] {
        guard let json else { return [] }
        if let text = json.text { return Array(text.utf8) }
        if let coded = (json["$binary"] ?? json["base64_string"])?.text {
            return Base64.decode(coded.filter { !$0.isWhitespace }) ?? []
        }
        return body(json["string"])
    }
}
