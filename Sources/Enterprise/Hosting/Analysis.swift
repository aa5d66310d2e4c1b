// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `content/features/analyze` and `generate`: what is in a file, and its rows as a feature collection, without an item.
enum Analysis {
    /// Returns the `publishParameters` of a file, and its first rows.
    static func analyze(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        source(&deployment, &context) { deployment, context, source throws(ServiceError) in
            let map = model(source)
            let about = try HostedResource.json("{layer}", of: map, [], &deployment, context, server: nil)
            let set = try HostedResource.json(
                "{layer}/query", of: map, all + [("returnGeometry", "false")], &deployment, context, server: nil)
            let rows = (set["features"]?.elements ?? []).prefix(10).map { row in
                JSON.array((row["attributes"]?.members ?? []).map(\.value))
            }
            return .object([
                .init("fileSize", .int(source.bytes.count)), .init("fileUrl", .null),
                .init("publishParameters", parameters(source, about)), .init("records", .array(Array(rows))),
            ])
        }
    }

    /// Returns the layers of a file with their rows.
    static func generate(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        source(&deployment, &context) { deployment, context, source throws(ServiceError) in
            let map = model(source)
            var layers: [JSON] = []
            for layer in map.layers {
                let about = try HostedResource.json(
                    "{layer}", layer: layer.id, of: map, [], &deployment, context, server: nil)
                let set = try HostedResource.json(
                    "{layer}/query", layer: layer.id, of: map, all, &deployment, context, server: nil)
                layers.append(.object([.init("layerDefinition", about), .init("featureSet", set)]))
            }
            return .object([.init("featureCollection", .object([.init("layers", .array(layers))]))])
        }
    }

    private static let all = [("where", "1=1"), ("outFields", "*"), ("f", "json")]

    private struct Source {
        var name: String
        var format: UploadedLayers.Format
        var bytes: [UInt8]
        var layers: [Layer]
    }

    private static func model(_ source: Source) -> ServiceModel {
        var map = ServiceModel(name: source.name, layers: source.layers, hasFeatureServer: true)
        map.runtime = .hosted
        return map
    }

    /// What `publish` takes; of a CSV file also how its columns are read (documented).
    private static func parameters(_ source: Source, _ about: JSON) -> JSON {
        var members: [JSON.Member] = [
            .init("type", .string(source.format.rawValue)), .init("name", .string(source.name)),
            .init("useBulkInserts", .bool(true)), .init("sourceUrl", .string("")),
        ]
        if source.format == .csv {
            let text = DelimitedText(source.bytes)
            let place = about["geometryType"]?.text == nil ? nil : text.coordinates
            members.append(.init("locationType", .string(place == nil ? "none" : "coordinates")))
            members.append(.init("maxRecordCount", .int(1000)))
            if let place {
                members.append(.init("latitudeFieldName", .string(text.names[place.latitude])))
                members.append(.init("longitudeFieldName", .string(text.names[place.longitude])))
            }
            members.append(.init("columnDelimiter", .string(String(text.delimiter))))
            members.append(.init("qualifier", .string("\"")))
        } else {
            members.append(.init("maxRecordCount", .int(1000)))
        }
        let degrees = JSON.object([.init("wkid", .int(4326)), .init("latestWkid", .int(4326))])
        return .object(
            members + [.init("targetSR", degrees), .init("sourceSR", degrees), .init("layerInfo", about)])
    }

    /// Reads the file, the text or the item of the request, for a member.
    private static func source(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Source) throws(ServiceError) -> JSON
    ) -> Outcome {
        ItemEdits.posted(&context) { context in
            SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
                guard caller != .anonymous else { return SharingDoor.required("content/features", context) }
                let owner = deployment.name(of: caller) ?? ""
                guard let asked = PublishRequest(deployment, context, index, owner) else {
                    return Item.missing(context.parameters.given("itemid") ?? "", "\(owner) has none", context)
                }
                guard !asked.type.isEmpty else { return ItemEdits.notGiven("filetype", context) }
                guard let format = asked.format else { return ItemPublication.notPublishable(asked, context) }
                let layers: [Layer]
                do throws(UploadedLayers.Failure) {
                    layers = try UploadedLayers.read(
                        asked.bytes, format, name: asked.name, asked.parameters ?? .null)
                } catch {
                    return unreadable(asked, error.reason, context)
                }
                do throws(ServiceError) {
                    return .json(
                        try body(
                            &deployment, context,
                            Source(name: asked.name, format: format, bytes: asked.bytes, layers: layers)))
                } catch {
                    return .refused(error.body, error.verdict)
                }
            }
        }
    }

    private static func unreadable(_ request: PublishRequest, _ reason: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Hosting.ErrorBodies.unreadable.about(reason),
            verdict: Verdict(
                Hosting.Rules.unreadable, facts: [.init("fileType", request.type), .init("reason", reason)],
                wouldPass: "a file of the type \(request.type)"), context
        ).outcome
    }
}
