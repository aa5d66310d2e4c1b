// SPDX-License-Identifier: Apache-2.0

package import Formats

extension Fault {
    /// As a scenario would write it, for `GET /_mock/faults`; a body that is no text is given in Base64.
    package var json: JSON {
        .object([.init("when", when.json), .init("then", .object([then.json]))])
    }
}

extension Fault.When {
    var json: JSON {
        var members: [JSON.Member] = []
        func add(_ name: String, _ value: JSON?) {
            if let value { members.append(.init(name, value)) }
        }
        add("path", path.map { .string($0.text) })
        add("method", method.map(JSON.string))
        add("door", door.map { .string($0.rawValue) })
        add("user", user.map(JSON.string))
        let parameters = query.map { JSON.Member($0.name, $0.value.map { .string($0.text) } ?? .null) }
        add("query", parameters.isEmpty ? nil : .object(parameters))
        add("longerThan", longerThan.map(JSON.int))
        add("nth", nth.map(JSON.int))
        add("from", from.map(JSON.int))
        add("times", times.map(JSON.int))
        add("per", per.map { .string(ISO8601.format(duration: $0)) })
        add("percent", percent.map(JSON.int))
        return .object(members)
    }
}

extension Fault.Then {
    var json: JSON.Member {
        switch self {
        case .delay(let milliseconds): .init("delay", .string(ISO8601.format(duration: milliseconds)))
        case .stall(let stage): .init("stall", .string(stage.rawValue))
        case .reset(let stage): .init("reset", .string(stage.rawValue))
        case .dribble(let rate): .init("dribble", .object([.init("bytesPerSecond", .int(rate))]))
        case .truncate(let count): .init("truncate", .object([.init("afterBytes", .int(count))]))
        case .contentLength(let by): .init("contentLength", .string(by > 0 ? "+\(by)" : "\(by)"))
        case .answer(let canned): .init("answer", canned.json)
        case .gzip(let how): .init("gzip", .string(how.rawValue))
        case .handshake(let how): .init("handshake", .string(how.rawValue))
        case .event(let event): .init("event", event.json)
        case .error(let code, let message, let details):
            .init(
                "error",
                .object([
                    .init("code", .int(code)), .init("message", .string(message)),
                    .init("details", .array(details.map(JSON.string))),
                ]))
        }
    }
}

extension Fault.Canned {
    var json: JSON {
        var fields: [JSON.Member] = []
        for header in headers {
            let value = JSON.string(header.value)
            guard let index = fields.firstIndex(where: { $0.name == header.name }) else {
                fields.append(.init(header.name, value))
                continue
            }
            fields[index].value = .array((fields[index].value.elements ?? [fields[index].value]) + [value])
        }
        let text = String(validating: body, as: UTF8.self)
        return .object([
            .init("status", .int(status)), .init("headers", .object(fields)),
            text.map { .init("body", .string($0)) } ?? .init("bodyBase64", .string(Base64.encode(body))),
        ])
    }
}
