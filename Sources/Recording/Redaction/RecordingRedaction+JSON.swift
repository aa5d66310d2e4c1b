// SPDX-License-Identifier: Apache-2.0

import Formats

/// Bodies: JSON, forms, pages.
extension RecordingRedaction {
    /// Returns JSON with aliases. `name`: the nearest name above.
    mutating func redact(_ json: JSON, named name: String = "", depth: Int = 0) -> JSON {
        switch json {
        case .null, .bool: return json
        case .number(let spelling):
            let isSecret = Vocabulary.isSecret(name) && name.lowercased() != "code"
            return .number(isSecret ? denied(spelling) : number(spelling, named: name) ?? spelling)
        case .string(let text): return .string(value(text, named: name, depth: depth))
        case .array(let elements): return .array(elements.map { redact($0, named: name, depth: depth) })
        case .object(let members):
            return .object(
                members.map { member in
                    // What a place is made of are numbers below it: x and y, and the lists of rings.
                    let isInside = Vocabulary.isPlace(name) && !Vocabulary.isCount(member.name)
                    return JSON.Member(
                        key(member.name),
                        redact(
                            member.value, named: isInside && Vocabulary.isPlace(member.name) ? name : member.name,
                            depth: depth))
                })
        }
    }

    private mutating func key(_ name: String) -> String {
        if Vocabulary.has(name: name) || options.kept.contains(name.lowercased()) || isShortNumber(name) { return name }
        return denied(name)
    }

    /// Returns the name of a parameter.
    mutating func parameter(_ name: String) -> String {
        Vocabulary.has(name: name) || Vocabulary.has(word: name) ? name : denied(name)
    }

    /// Returns a query or a form.
    mutating func pairs(_ text: some StringProtocol, depth: Int = 0) -> String {
        text.split(separator: "&", omittingEmptySubsequences: false).prefix(Form.limit).map { pair -> String in
            guard let equals = pair.firstIndex(of: "=") else {
                return Percent.encode(value(Percent.decode(pair, plusIsSpace: true), named: "", depth: depth))
            }
            let name = Percent.decode(pair[..<equals], plusIsSpace: true)
            let plain = Percent.decode(pair[pair.index(after: equals)...], plusIsSpace: true)
            let written = Percent.encode(value(plain, named: name, depth: depth))
            return "\(Percent.encode(parameter(name)))=\(written)"
        }.joined(separator: "&")
    }

    /// Returns a body of a media type; nothing of what is no text.
    mutating func body(_ bytes: [UInt8], _ type: String) -> [UInt8] {
        guard !bytes.isEmpty, Self.isText(bytes) else { return [] }
        let media = MediaType(type)
        if media?.essence == "application/x-www-form-urlencoded" {
            return Array(pairs(String(decoding: bytes, as: UTF8.self)).utf8)
        }
        if media?.essence == "multipart/form-data", let boundary = media?["boundary"] {
            return multipart(bytes, boundary)
        }
        if let json = try? JSONReader.read(bytes) { return JSONWriter.json(redact(json)) }
        let text = String(decoding: bytes, as: UTF8.self)
        if let call = text.wholeMatch(of: /\s*([\w.$]+)\(([\s\S]*)\)\s*;?\s*/),
            let json = try? JSONReader.read(Array(call.2.utf8))
        {
            return Array(denied(call.1).utf8) + [40] + JSONWriter.json(redact(json)) + [41, 59]
        }
        return Array(message(text).utf8)
    }

    /// Returns the parts of a form that are text; the boundary is replaced.
    private mutating func multipart(_ bytes: [UInt8], _ boundary: String) -> [UInt8] {
        guard let parts = try? Multipart.parse(bytes, boundary: boundary) else { return [] }
        let pairs = parts.map { part in
            (
                parameter(part.name),
                part.fileName != nil || !Self.isText(part.body)
                    ? "" : value(String(decoding: part.body, as: UTF8.self), named: part.name)
            )
        }
        return Array(Form.encode(pairs).utf8)
    }
}
