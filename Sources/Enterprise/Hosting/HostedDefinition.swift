// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `addToDefinition` and `updateDefinition` of a hosted feature service, for its owner and administrators.
enum HostedDefinition {
    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        changed(&deployment, &context) { deployment, context, place in
            let text = context.parameters.given("addtodefinition") ?? ""
            let given = try? JSONReader.read(Array(text.utf8))
            guard let given, given["layers"]?.elements != nil || given["tables"]?.elements != nil else {
                return .refused(
                    Hosting.ErrorBodies.notAdded,
                    Verdict(
                        Hosting.Rules.badDefinition, facts: [.init("addToDefinition", String(text.prefix(200)))],
                        wouldPass: "addToDefinition={\"layers\":[…]}"))
            }
            let (layers, tables) = (given["layers"]?.elements ?? [], given["tables"]?.elements ?? [])
            if let (layer, member) = ManagedMembers.first(in: layers + tables) {
                return .refused(
                    ManagedMembers.errorBody,
                    Verdict(
                        Hosting.Rules.managed, facts: [.init("layer", layer), .init("member", member)],
                        wouldPass: "\"\(member)\": []"))
            }
            let server = place.server
            let added = layers.map { ($0, false) } + tables.map { ($0, true) }
            var members: [JSON.Member] = []
            var names: [[JSON]] = [[], []]
            for (json, isTable) in added {
                let used = deployment.servers[server].services[place.service].map.layers.map(\.id)
                let asked = json["id"]?.integer.flatMap { ids.contains($0) && !used.contains($0) ? $0 : nil }
                let id = asked ?? (used.max() ?? -1) + 1
                let made: Layer?
                switch deployment.viewed(json, id, at: place) {
                case .success(let view): made = view ?? Layer(described: identified(json, id), isTable: isTable)
                case .failure(let refused): return refused.outcome
                }
                guard let layer = made else { continue }
                deployment.servers[server].services[place.service].map.layers.append(layer)
                names[isTable ? 1 : 0].append(
                    .object([.init("name", .string(layer.name)), .init("id", .int(id))]))
            }
            members.append(.init("layers", .array(names[0])))
            members.append(.init("tables", .array(names[1])))
            members.append(.init("success", .bool(true)))
            return .json(.object(members))
        }
    }

    /// The numbers that a layer may have.
    private static let ids = 0...Int(Int32.max)

    struct NoSource: Error {
        var outcome: Outcome
    }

    /// A layer's number is the one that it asks for, if it is free.
    private static func identified(_ json: JSON, _ id: Int) -> JSON {
        let members = (json.members ?? []).filter { $0.name != "id" }
        return .object([.init("id", .int(id))] + members)
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        changed(&deployment, &context) { deployment, context, place in
            let text = context.parameters.given("updatedefinition") ?? ""
            guard let given = try? JSONReader.read(Array(text.utf8)), given.members != nil else {
                return notUpdated("updateDefinition", String(text.prefix(200)))
            }
            let version = context.profile.version
            // Later releases take it (reported: Esri/solution.js#594, Esri/solution.js#661).
            let fixed = ["sourceServiceFields"] + (version < .v10_9 ? ["sourceSchemaChangesAllowed"] : [])
            for name in fixed where given[name] != nil {
                return .refused(
                    Hosting.ErrorBodies.notUpdatable.about(name),
                    Verdict(
                        Hosting.Rules.notUpdatable, facts: [.init("member", name)],
                        wouldPass: "a definition without \(name)"))
            }
            if version < .v10_9_1 {
                if given["isView"] != nil { return notUpdated("isView", "a value") }
                if case .null? = given["initialExtent"] { return notUpdated("initialExtent", "null") }
            }
            // Layers in it are accepted and ignored (reported: Esri/arcgis-python-api#247).
            change(&deployment.servers[place.server].services[place.service].map, given)
            return .json(.object([.init("success", .bool(true))]))
        }
    }

    private static func change(_ map: inout ServiceModel, _ given: JSON) {
        map.description = given["serviceDescription"]?.text ?? given["description"]?.text ?? map.description
        map.copyright = given["copyrightText"]?.text ?? map.copyright
        map.maxRecordCount = given["maxRecordCount"]?.integer ?? map.maxRecordCount
        map.feature.capabilities = given["capabilities"]?.text ?? map.feature.capabilities
        map.feature.allowsGeometryUpdates =
            given["allowGeometryUpdates"]?.truth ?? map.feature.allowsGeometryUpdates
    }

    private static func notUpdated(_ member: String, _ value: String) -> Outcome {
        .refused(
            Hosting.ErrorBodies.notUpdated,
            Verdict(
                Hosting.Rules.notUpdated, facts: [.init(member, value)],
                wouldPass: "an object without isView, and without an initialExtent that is null"))
    }

    /// Answers a POST with the result of `body` or, with `async=true`, with where its status is.
    private static func changed(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, HostedAdministration.Place) -> Outcome
    ) -> Outcome {
        HostedAdministration.enter(&deployment, &context) { deployment, context, place in
            guard !context.isGet else { return .json(.object([.init("success", .bool(true))])) }
            let outcome = body(&deployment, context, place)
            guard outcome.verdict.isEmpty, ASCII.equal(context.parameters["async"] ?? "", "true") else {
                return outcome
            }
            return HostedAdministration.later(&deployment, context, place)
        }
    }
}

extension Deployment {
    /// Returns the layer that a definition makes of another service's, if it is of a view; fails if that is not there.
    fileprivate func viewed(
        _ json: JSON, _ id: Int, at place: HostedAdministration.Place
    ) -> Result<Layer?, HostedDefinition.NoSource> {
        guard let view = LayerView(described: json), servers[place.server].services[place.service].map.isView else {
            return .success(nil)
        }
        guard let found = source(of: view, atServer: place.server) else {
            let known = servers[place.server].services.filter {
                $0.types.contains("FeatureServer") && $0.running != .missing
            }
            return .failure(
                HostedDefinition.NoSource(
                    outcome: .refused(
                        Hosting.ErrorBodies.notAdded,
                        Verdict(
                            Hosting.Rules.viewSource,
                            facts: [
                                .init("sourceServiceName", view.service), .init("sourceLayerId", String(view.layer)),
                            ], wouldPass: "one of \(known.map(\.plainName).joined(separator: ", "))"))))
        }
        return .success(
            Layer(view: json, id: id, of: servers[place.server].services[found.service].map.layers[found.layer]))
    }
}
