// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `createService`: a feature service of the hosting server, and its item.
enum HostedService {
    static func create(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        published("createService", &deployment, &context) { _, context, _, _ in
            name(context).isEmpty ? ItemEdits.notGiven("createParameters", context) : nil
        } body: { deployment, context, place in
            let (given, name) = (parameters(context), name(context))
            guard !deployment.isTaken(name, "Feature Service", ofPortal: place.portal) else {
                return taken(name, context)
            }
            if deployment.portals[place.portal].content.publishing.dataStore == .broken {
                return broken(name, deployment.portals[place.portal].version, context)
            }
            let asked = context.parameters.given("itemidtocreate") ?? given["itemIdToCreate"]?.text
            let isView = given["isView"]?.truth ?? ASCII.equal(context.parameters["isview"] ?? "", "true")
            var features = HostedFeatures(name, given)
            features.isView = isView
            let id = deployment.add(features, at: place, asked: asked) { item in
                item.change(context)
                if isView, !item.typeKeywords.contains("View Service") { item.typeKeywords.append("View Service") }
                item.title = context.parameters.given("title") ?? name
                item.type = "Feature Service"
            }
            let url = JSON.string(deployment.url(ofHosted: name, place, context))
            return .json(
                .object([
                    .init("success", .bool(true)), .init("encodedServiceURL", url), .init("itemId", .string(id)),
                    .init("name", .string(name)), .init("serviceItemId", .string(id)), .init("serviceurl", url),
                    .init("size", .int(-1)), .init("type", .string("Feature Service")), .init("isView", .bool(isView)),
                ]))
        }
    }

    private static func parameters(_ context: RequestContext) -> JSON {
        (try? JSONReader.read(Array((context.parameters.given("createparameters") ?? "").utf8))) ?? .null
    }

    private static func name(_ context: RequestContext) -> String {
        parameters(context)["name"]?.text ?? context.parameters.given("name") ?? ""
    }

    /// Where a hosted service goes: its server, and whose item in which folder of the portal.
    struct Place: Sendable {
        var portal: Int
        var server: Int
        var owner: String
        var folder: String?
    }

    /// Runs `body` for a POST of a member who may publish, where there is a hosting server; `refuse` returns the refusal of
    /// a request that could not be carried out by any.
    static func published(
        _ operation: String, _ deployment: inout Deployment, _ context: inout RequestContext,
        refuse: (Deployment, RequestContext, Int, String) -> Outcome?,
        body: (inout Deployment, inout RequestContext, Place) -> Outcome
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, caller, owner in
                if let refused = PrivilegeDoor.refuse(
                    &deployment, &context, index, caller, needs: Privileges.publishing)
                {
                    return refused
                }
                let folder = context.names["folder"].map { UserContent.named($0, deployment.portals[index], owner) }
                if let id = context.names["folder"], folder == .some(nil) {
                    return UserContent.noFolder(id, deployment.portals[index], owner, context)
                }
                if let refused = refuse(deployment, context, index, owner) { return refused }
                guard let host = deployment.host(ofPortal: index) else {
                    return noHost(operation, deployment.portals[index].name, context)
                }
                return body(
                    &deployment, &context, Place(portal: index, server: host, owner: owner, folder: folder ?? nil))
            }
        }
    }

    private static func taken(_ name: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Hosting.ErrorBodies.nameTaken.about([
                "name": name, "portal": PortalState.organizationID,
            ]),
            verdict: Verdict(
                Hosting.Rules.nameTaken, facts: [.init("name", name)], wouldPass: "a name that no service has"), context
        ).outcome
    }

    /// The words changed between 10.3.1 and 2018 (docs/reference/sharing.md#i16).
    private static func broken(_ name: String, _ version: Version, _ context: RequestContext) -> Outcome {
        let verdict = Verdict(
            Hosting.Rules.dataStore, facts: [.init("name", name), .init("dataStore", "broken")],
            wouldPass: "a hosting server whose data store works")
        if version < .v10_5 {
            return SharingDoor.Refused(errorBody: Hosting.ErrorBodies.dataStore, verdict: verdict, context).outcome
        }
        let error = Hosting.ErrorBodies.dataStoreLater.about(name).json.members ?? []
        return Outcome(
            body: .json(.object([.init("success", .bool(false))] + error + [.init("isView", .bool(false))])),
            verdict: [verdict])
    }

    private static func noHost(_ operation: String, _ portal: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notEmulated.about("\(operation) without a hosting server"),
            verdict: Verdict(
                Hosting.Rules.noHost, facts: [.init("portal", portal)],
                wouldPass: "a federated server with hosting: true in the scenario"), context
        ).outcome
    }
}
