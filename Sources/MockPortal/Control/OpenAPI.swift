// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// The OpenAPI 3.1 document of the control endpoints, generated from their table.
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
                    .init("title", .string("MockPortal control")), .init("version", .string(MockEnterprise.version)),
                    .init(
                        "description",
                        .string(
                            "The control endpoints, with which a test configures and inspects mock-portal.")),
                ])),
            .init("servers", .array([.object([.init("url", .string("/_mock"))])])),
            .init("security", .array([.object([]), .object([.init("token", .array([]))])])),
            .init("paths", .object(paths)),
            .init(
                "components",
                .object([
                    .init("schemas", .object(components.schemas)),
                    .init(
                        "responses", .object(unreadable.map { .init($0.code, answer($0.about, failed)) })),
                    .init(
                        "securitySchemes",
                        .object([
                            .init(
                                "token",
                                .object([
                                    .init("type", .string("http")), .init("scheme", .string("bearer")),
                                    .init("description", .string("Required if serve has --control-token.")),
                                ]))
                        ])),
                ])),
        ])
    }()

    /// The objects with names, including those nested in others.
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
                schemas.append(.init(name, Schema.object(keys, components: location)))
            }
            for key in keys.list { add(key.kind) }
        }
    }

    private static let location = "#/components/schemas/"

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
        let words = ([endpoint.method.rawValue] + endpoint.path.split { "/.{}-".contains($0) }.map(String.init))
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

    private static func parameter(_ key: Keys.Key, _ location: String) -> JSON {
        .object([
            .init("name", .string(key.name)), .init("in", .string(location)),
            .init("required", .bool(location == "path")), .init("description", .string(key.about)),
            .init("schema", Schema.kind(key.kind)),
        ])
    }

    static func content(_ kind: Keys.Kind, _ type: String) -> JSON {
        .object([.init(type, .object([.init("schema", Schema.kind(kind, components: location))]))])
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
