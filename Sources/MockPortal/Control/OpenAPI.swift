import Enterprise
import Formats

/// The OpenAPI 3.1 document of the control endpoints, made from their table.
enum OpenAPI {
    static let json: JSON = {
        var components = Components()
        for endpoint in Control.endpoints {
            if let body = endpoint.body { components.add(body) }
            if case .json(_, let kind) = endpoint.success { components.add(kind) }
        }
        components.add(.object(failure))
        return .object([
            .init("openapi", .string("3.1.0")),
            .init(
                "info",
                .object([
                    .init("title", .string("MockPortal control")), .init("version", .string(MockPortal.version)),
                    .init(
                        "description",
                        .string(
                            "The endpoints of a running mock-portal about itself: what a test sets, moves and asks.")),
                ])),
            .init("servers", .array([.object([.init("url", .string("/_mock"))])])),
            .init("security", .array([.object([]), .object([.init("token", .array([]))])])),
            .init("paths", .object(paths)),
            .init(
                "components",
                .object([
                    .init("schemas", .object(components.schemas)),
                    .init(
                        "securitySchemes",
                        .object([
                            .init(
                                "token",
                                .object([
                                    .init("type", .string("http")), .init("scheme", .string("bearer")),
                                    .init("description", .string("Where serve has --control-token.")),
                                ]))
                        ])),
                ])),
        ])
    }()

    /// Objects that have a name of their own, those inside others too.
    private struct Components {
        var schemas: [JSON.Member] = []

        mutating func add(_ kind: Keys.Kind) {
            switch kind {
            case .object(let keys): add(keys)
            case .map(let inner), .list(let inner): add(inner)
            case .either(let kinds): for kind in kinds { add(kind) }
            default: break
            }
        }

        private mutating func add(_ keys: Keys) {
            if let name = keys.component {
                if schemas.contains(where: { $0.name == name }) { return }
                schemas.append(.init(name, Schema.object(keys, components: place)))
            }
            for key in keys.list { add(key.kind) }
        }
    }

    private static let place = "#/components/schemas/"

    private static var paths: [JSON.Member] {
        var paths: [JSON.Member] = []
        for endpoint in Control.endpoints {
            let operation = JSON.Member(endpoint.method.rawValue.lowercased(), self.operation(endpoint))
            if let known = paths.firstIndex(where: { $0.name == "/\(endpoint.path)" }) {
                paths[known].value = .object((paths[known].value.members ?? []) + [operation])
            } else {
                paths.append(.init("/\(endpoint.path)", .object([operation])))
            }
        }
        return paths
    }

    private static func operation(_ endpoint: Endpoint) -> JSON {
        let words = ([endpoint.method.rawValue] + endpoint.path.split { "/.{}".contains($0) }.map(String.init))
        let id = words.enumerated().map { $0.offset == 0 ? $0.element.lowercased() : $0.element.capitalizedFirst }
        var members: [JSON.Member] = [
            .init("operationId", .string(id.joined())), .init("summary", .string(endpoint.summary)),
        ]
        let inPath = endpoint.placeholders.map { parameter(Keys.Key($0, .string, "Its id."), "path") }
        let parameters = inPath + endpoint.query.map { parameter($0, "query") }
        if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
        if let body = endpoint.body {
            members.append(
                .init(
                    "requestBody",
                    .object([.init("required", .bool(true)), .init("content", content(body, "application/json"))])))
        }
        members.append(.init("responses", .object(responses(endpoint))))
        return .object(members)
    }

    private static func parameter(_ key: Keys.Key, _ place: String) -> JSON {
        .object([
            .init("name", .string(key.name)), .init("in", .string(place)),
            .init("required", .bool(place == "path")), .init("description", .string(key.about)),
            .init("schema", Schema.kind(key.kind)),
        ])
    }

    private static func content(_ kind: Keys.Kind, _ type: String) -> JSON {
        .object([.init(type, .object([.init("schema", Schema.kind(kind, components: place))]))])
    }

    // MARK: answers

    private static let failure = Keys(
        what: "a failure", component: "Failure",
        list: [
            Keys.Key("error", .object(error), "What is wrong.", isRequired: true),
            Keys.Key("findings", .list(.object(finding)), "What is wrong with the body, place by place."),
        ])

    private static let error = Keys(
        what: "an error",
        list: [
            Keys.Key("code", .string, "In kebab-case.", isRequired: true),
            Keys.Key("message", .string, "For a person to read.", isRequired: true),
        ])

    private static let finding = Keys(
        what: "a finding", component: "Finding",
        list: [
            Keys.Key("file", .string, "The file; (request) is what was sent.", isRequired: true),
            Keys.Key("line", .anyNumber, "From 1.", isRequired: true),
            Keys.Key("column", .anyNumber, "From 1.", isRequired: true),
            Keys.Key("message", .string, "What is wrong there.", isRequired: true),
            Keys.Key("suggestion", .textOrNull, "What was probably meant.", isRequired: true),
        ])

    private static func responses(_ endpoint: Endpoint) -> [JSON.Member] {
        var all: [(status: Int, about: String, content: JSON?)] = []
        switch endpoint.success {
        case .json(let status, let kind): all.append((status, "Done.", content(kind, "application/json")))
        case .text(let type): all.append((200, "Done.", content(.string, type)))
        case .nothing: all.append((204, "Done.", nil))
        }
        var refusals = endpoint.refusals
        refusals += [
            (400, "A parameter or the body cannot be read."), (401, "The control token is missing or wrong."),
            (403, "The Host, the Origin or the peer is foreign."), (405, "Another method is answered here."),
        ]
        if endpoint.body != nil {
            refusals += [(413, "The body is too large."), (422, "The body does not fit, or asks for what cannot be.")]
        }
        let failed = content(.object(failure), "application/json")
        all += refusals.sorted { $0.status < $1.status }.map { ($0.status, $0.about, failed) }
        return all.map { answer in
            var members: [JSON.Member] = [.init("description", .string(answer.about))]
            if let content = answer.content { members.append(.init("content", content)) }
            return .init(String(answer.status), .object(members))
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
