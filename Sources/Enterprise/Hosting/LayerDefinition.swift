// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `addToDefinition`, `updateDefinition`, `deleteFromDefinition` and `truncate` of a hosted layer, and
/// `deleteFromDefinition` of its service.
enum LayerDefinition {
    static func add(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change("addToDefinition", &deployment, &context) { map, layer, json throws(ServiceModel.FieldRefusal) in
            try map.add(json, toLayer: layer)
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change("updateDefinition", &deployment, &context) { map, layer, json throws(ServiceModel.FieldRefusal) in
            try map.update(json, ofLayer: layer)
        }
    }

    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change("deleteFromDefinition", &deployment, &context) { map, layer, json throws(ServiceModel.FieldRefusal) in
            try map.delete(json, fromLayer: layer)
        }
    }

    static func truncate(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        HostedAdministration.change(&deployment, &context) { deployment, context, place in
            let attachmentsOnly = ASCII.equal(context.parameters["attachmentonly"] ?? "", "true")
            do throws(ServiceModel.FieldRefusal) {
                try deployment.servers[place.server].services[place.service].map.truncate(
                    layer: place.layer ?? 0, attachmentsOnly: attachmentsOnly)
                return nil
            } catch {
                return refused("truncate", error, context)
            }
        }
    }

    /// Removes layers and tables of a service, by their ids.
    static func deleteLayers(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        HostedAdministration.change(&deployment, &context) { deployment, context, place in
            let json = definition("deleteFromDefinition", context)
            let named = (json["layers"]?.elements ?? []) + (json["tables"]?.elements ?? [])
            let ids = named.compactMap { one in
                (one["id"] ?? one).integer ?? (one["id"] ?? one).text.flatMap { Int($0) }
            }
            let known = deployment.servers[place.server].services[place.service].map.layers.map(\.id)
            guard !ids.isEmpty, ids.allSatisfy(known.contains) else {
                return refused(
                    "deleteFromDefinition",
                    ServiceModel.FieldRefusal(
                        message: "the service has no layer of such an id", known: known.map(String.init)), context)
            }
            deployment.servers[place.server].services[place.service].map.layers.removeAll { ids.contains($0.id) }
            return nil
        }
    }

    private static func change(
        _ operation: String, _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout ServiceModel, Int, JSON) throws(ServiceModel.FieldRefusal) -> Void
    ) -> Outcome {
        HostedAdministration.change(&deployment, &context) { deployment, context, place in
            let json = definition(operation, context)
            do throws(ServiceModel.FieldRefusal) {
                guard json.members != nil else {
                    throw ServiceModel.FieldRefusal(message: "\(operation) is an object of JSON")
                }
                try body(
                    &deployment.servers[place.server].services[place.service].map, place.layer ?? 0, json)
                return nil
            } catch {
                return refused(operation, error, context)
            }
        }
    }

    private static func definition(_ operation: String, _ context: RequestContext) -> JSON {
        (try? JSONReader.read(Array((context.parameters[operation.lowercased()] ?? "").utf8))) ?? .null
    }

    private static func refused(
        _ operation: String, _ refusal: ServiceModel.FieldRefusal, _ context: RequestContext
    ) -> Outcome {
        let body =
            switch operation {
            case "addToDefinition": Hosting.ErrorBodies.layerNotAdded
            case "updateDefinition": Hosting.ErrorBodies.layerNotUpdated
            default: Hosting.ErrorBodies.layerNotDeleted
            }
        return .refused(
            body.about(refusal.message),
            Verdict(
                Hosting.Rules.badLayerDefinition,
                facts: [.init("operation", operation), .init("reason", refusal.message)],
                wouldPass: refusal.known.isEmpty
                    ? "\(operation)={\"fields\":[{\"name\":\"…\",\"type\":\"esriFieldTypeString\"}]}"
                    : refusal.known.joined(separator: ", ")))
    }
}
