// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `publish`: a hosted feature service of the data of an item (docs/reference/sharing.md#s16).
///
/// The answer comes before the work is done: the service answers when its job has ended on the deployment's clock.
enum ItemPublication {
    static func publish(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        HostedService.published("publish", &deployment, &context, refuse: refuse) { deployment, context, place in
            let asked = PublishRequest(deployment, context, place.portal, place.owner)
            guard let request = asked else { return Item.missing("", "\(place.owner) has none", context) }
            let publishing = deployment.portals[place.portal].content.publishing
            let packed = publishing.layers(ofPackage: [request.fileName, request.item?.name, request.item?.title])
            guard packed != nil || request.format != nil else { return notPublishable(request, context) }
            var features = HostedFeatures(request.name, request.parameters ?? .null)
            let taken = deployment.servers[place.server].services.firstIndex {
                $0.name == features.fullName && $0.running != .missing
            }
            if let taken, !(request.overwrites && deployment.mayReplace(taken, place)) {
                return entry(of: request, taken: features.name, context)
            }
            let failure: ContentJob.Failure?
            do throws(UploadedLayers.Failure) {
                features.layers = try layers(request, packed)
                failure = planned(publishing)
            } catch {
                failure = ContentJob.Failure(
                    message: publishing.failure ?? ItemPublication.failed, reason: error.reason)
            }
            features.due = context.now.advanced(milliseconds: publishing.duration)
            let id: String
            if failure != nil, taken == nil {
                let (service, made) = deployment.unmade(features, at: place)
                id = made
                deployment.addItem(of: service, made, at: place) { describe(&$0, request, context) }
            } else if let taken {
                id = deployment.replace(taken, features, place, context, keeps: failure != nil)
            } else {
                let itemID = context.parameters.given("itemidtocreate")
                id = deployment.add(features, at: place, asked: itemID) { describe(&$0, request, context) }
            }
            let job = deployment.begin(.publish, of: id, portal: place.portal, context, failure: failure)
            deployment.note(request, publishedAs: id, place.portal, context)
            if request.deletesSource, failure == nil, let source = request.item?.id {
                deployment.delete(item: source, portal: place.portal)
            }
            return answer(request, deployment.url(ofHosted: features.name, place, context), id, job)
        }
    }

    /// What a portal says in the end of a publication that fails (docs/reference/sharing.md#i14).
    private static let failed =
        "ERROR 001369: Failed to create the service. Failed to execute (PublishServiceDefinition).  Failed to execute (Publish Portal Service). Failed."

    private static func planned(_ publishing: Publishing) -> ContentJob.Failure? {
        if let message = publishing.failure {
            return .init(message: message, reason: "publishing.failure of the portal in the scenario")
        }
        guard publishing.dataStore == .broken else { return nil }
        return .init(message: failed, reason: "the data store is broken")
    }

    private static func layers(
        _ request: PublishRequest, _ packed: [Layer]?
    ) throws(UploadedLayers.Failure) -> [Layer] {
        if let packed { return packed }
        guard let format = request.format else { return [] }
        var layers = try UploadedLayers.read(
            request.bytes, format, name: request.name, request.parameters ?? .null)
        guard let target = request.parameters?["targetSR"], target.members != nil else { return layers }
        for number in layers.indices where !layers[number].project(to: target) {
            throw UploadedLayers.Failure("targetSR is no spatial reference that is known, or the file's is none")
        }
        return layers
    }

    /// The item has title, tags and texts of its source.
    private static func describe(_ item: inout ContentItem, _ request: PublishRequest, _ context: RequestContext) {
        item.title = request.item?.title ?? request.name
        item.tags = request.item?.tags ?? []
        (item.snippet, item.description) = (request.item?.snippet, request.item?.description)
        (item.created, item.modified) = (context.now, context.now)
    }

    private static func answer(_ request: PublishRequest, _ url: String, _ id: String, _ job: String) -> Outcome {
        .json(
            .object([
                .init(
                    "services",
                    .array([
                        .object([
                            .init("type", .string("Feature Service")), .init("serviceurl", .string(url)),
                            .init("size", .int(request.bytes.count)), .init("jobId", .string(job)),
                            .init("serviceItemId", .string(id)),
                        ])
                    ]))
            ]))
    }

    // MARK: refusals

    /// Returns the refusal of a request without a source, a type or parameters; a service definition needs none.
    private static func refuse(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ owner: String
    ) -> Outcome? {
        guard let request = PublishRequest(deployment, context, index, owner) else {
            return Item.missing(context.parameters.given("itemid") ?? "", "\(owner) has none", context)
        }
        guard !request.type.isEmpty else { return ItemEdits.notGiven("filetype", context) }
        let isPackage = ASCII.equal(request.type, "serviceDefinition")
        return request.parameters?.members != nil || isPackage ? nil : noParameters(request, context)
    }

    private static func noParameters(_ request: PublishRequest, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Hosting.ErrorBodies.noParameters,
            verdict: Verdict(
                Hosting.Rules.noParameters,
                facts: [
                    .init("fileType", request.type),
                    .init("publishParameters", context.parameters["publishparameters"] ?? "absent"),
                ], wouldPass: "publishParameters={\"name\":\"\(request.name)\"}"), context
        ).outcome
    }

    static func notPublishable(_ request: PublishRequest, _ context: RequestContext) -> Outcome {
        let known = UploadedLayers.Format.allCases.map(\.rawValue).joined(separator: ", ")
        let file = request.fileName ?? request.item?.title ?? request.name
        return SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notEmulated.about("publish of \(request.type)"),
            verdict: Verdict(
                Hosting.Rules.notPublishable, facts: [.init("fileType", request.type), .init("file", file)],
                wouldPass:
                    "one of \(known), or publishing: { packages: [{ name: \"\(file)\", layers: […] }] } of the portal"),
            context
        ).outcome
    }

    /// The name is taken: what fails is an entry of the list.
    private static func entry(of request: PublishRequest, taken name: String, _ context: RequestContext) -> Outcome {
        let body = Hosting.ErrorBodies.nameTaken.about(["name": name, "portal": PortalState.organizationID])
        let entry = JSON.object([
            .init("type", .string("Feature Service")), .init("success", .bool(false)),
            .init("error", body.json["error"] ?? .null),
        ])
        return Outcome(
            body: .json(.object([.init("services", .array([entry]))])),
            verdict: [
                Verdict(
                    Hosting.Rules.nameTaken,
                    facts: [.init("name", name), .init("overwrite", "\(request.overwrites)")],
                    wouldPass: "a name that no service has, or overwrite=true for one of the member's own")
            ])
    }
}
