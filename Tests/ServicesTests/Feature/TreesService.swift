// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

@testable import Services

/// A service with a layer of trees and a table of visits to them, to be edited.
struct TreesService {
    var service: ServiceModel
    var version: Version
    var quirks: [Behavior: Choice] = [:]
    var now = Instant(milliseconds: 1_000_000)
    var user: String? = "anna"
    var kind = ServiceKind.featureServer
    private var generator = Generator(seed: 1)

    static let ids = ["{00000000-0000-4000-8000-000000000001}", "{00000000-0000-4000-8000-000000000002}"]

    init(_ version: String = "11.4", capabilities: String = "Create,Delete,Query,Update,Editing") {
        self.version = Version(version) ?? .newest
        let tree = LayerData(
            geometryType: .point,
            fields: [
                Field(name: "OBJECTID", type: .objectID), Field(name: "GlobalID", type: .globalID),
                Field(name: "name", type: .string, length: 10),
                Field(
                    name: "height", type: .smallInteger,
                    domain: Domain(name: "heights", values: .range(.int(0), .int(100)))),
                Field(name: "planted", type: .date), Field(name: "girth", type: .double),
                Field(name: "kept", type: .string, length: 5, isEditable: false),
                Field(name: "state", type: .string, length: 5, isNullable: false, defaultValue: .string("good")),
                Field(name: "created_by", type: .string, length: 50), Field(name: "created_at", type: .date),
                Field(name: "edited_by", type: .string, length: 50), Field(name: "edited_at", type: .date),
            ],
            features: (1...2).map { id in
                Feature(
                    objectID: id,
                    values: [
                        .int(id), .string(TreesService.ids[id - 1]), .string("tree \(id)"), .int(10 * id), .null,
                        .double(0.5),
                        .string("k"), .string("good"), .null, .null, .null, .null,
                    ], geometry: .object([.init("x", .double(Double(id))), .init("y", .double(2))]),
                    envelope: Envelope(xmin: Double(id), ymin: 2, xmax: Double(id), ymax: 2))
            }, extent: Envelope(xmin: 1, ymin: 2, xmax: 2, ymax: 2), displayField: "name")
        let context = LayerData(
            geometryType: nil,
            fields: [
                Field(name: "OBJECTID", type: .objectID), Field(name: "tree", type: .guid),
                Field(name: "words", type: .string, length: 20),
            ],
            features: (1...3).map { id in
                let tree = TreesService.ids[0].dropFirst().dropLast().lowercased()
                return Feature(
                    objectID: id, values: [.int(id), id < 3 ? .string(tree) : .null, .string("visit \(id)")],
                    geometry: nil, envelope: nil)
            }, extent: nil, displayField: "words")
        var trees = Layer(id: 0, name: "Trees", store: FeatureStore(tree))
        trees.hasAttachments = true
        trees.tracking = EditorTracking(
            creationDateField: "created_at", creatorField: "created_by", editDateField: "edited_at",
            editorField: "edited_by", realm: nil)
        trees.relationships = [
            Layer.Relationship(
                id: 0, name: "Visits", relatedID: 1, cardinality: "esriRelCardinalityOneToMany",
                role: "esriRelRoleOrigin", keyField: "GlobalID", relatedKeyField: "tree")
        ]
        service = ServiceModel(
            name: "Grove", layers: [trees, Layer(id: 1, name: "Visits", store: FeatureStore(context))],
            hasFeatureServer: true)
        service.feature.capabilities = capabilities
    }

    /// Asks below the service: `0/addFeatures`.
    mutating func ask(
        _ path: String, _ parameters: [(String, String)] = [], method: String = "POST",
        files: [ServiceRequest.File] = []
    ) -> (json: JSON, rules: [String], refused: ServiceError?) {
        var reading = ServiceQuestion(
            service: service, kind: kind, version: version,
            parameters: parameters.map { .init($0.0.lowercased(), $0.1) }, format: "json",
            profile: Profile(version, quirks: quirks))
        (reading.method, reading.files, reading.now, reading.user) = (method, files, now, user)
        reading.server = "https://h.example/arcgis"
        let segments = path.split(separator: "/").map(String.init)
        guard
            let resource = ServiceCatalog.resources.first(where: { resource in
                let pattern = resource.path.split(separator: "/").map(String.init)
                return resource.kinds.contains(kind) && pattern.count == segments.count
                    && zip(pattern, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
            })
        else { return (.string("no resource"), [], nil) }
        for (name, value) in zip(resource.path.split(separator: "/").map(String.init), segments)
        where name.hasPrefix("{") {
            reading.names[String(name.dropFirst().dropLast())] = value
        }
        reading.generator = generator
        reading.request.settle(&reading.service)
        let result = ServiceQuestion.finished(reading.ask(resource.answer))
        (service, generator) = (reading.service, reading.generator)
        switch result {
        case .success(.json(let json)): return (json, [], nil)
        case .success(.written(let json)): return ((try? JSONReader.read(json)) ?? .null, [], nil)
        case .success(.judged(let json, let verdict)): return (json, verdict.map(\.rule.id), nil)
        case .success(.bytes(let bytes, let type)): return (.array([.string(type), .int(bytes.count)]), [], nil)
        case .success: return (.null, [], nil)
        case .failure(let error): return (error.body.json, [error.verdict.rule.id], error)
        }
    }

    /// The body as it goes over the wire.
    mutating func text(
        _ path: String, _ parameters: [(String, String)] = [], files: [ServiceRequest.File] = []
    ) -> String {
        String(decoding: JSONWriter.json(ask(path, parameters, files: files).json), as: UTF8.self)
    }

    /// The values of one field, of all rows.
    mutating func values(_ field: String, _ clause: String = "1=1") -> [JSON] {
        let json = ask("0/query", [("where", clause), ("outFields", field)]).json
        return json["features"]?.elements?.compactMap { $0["attributes"]?[field] } ?? []
    }
}
