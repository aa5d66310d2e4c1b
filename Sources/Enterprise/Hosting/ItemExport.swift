// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `export` of a hosted layer: an item with its rows as a file, once its job has ended (docs/reference/sharing.md#s17).
enum ItemExport {
    private enum Format: String, CaseIterable {
        case geoJSON = "GeoJson"
        case csv = "CSV"

        var fileType: String { self == .csv ? "csv" : "geojson" }
    }

    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, _, owner in
                let id = context.parameters.given("itemid") ?? ""
                guard let item = deployment.item(id, ofPortal: index, context), item.owner == owner else {
                    return Item.missing(id, "\(owner) has none", context)
                }
                guard let place = deployment.service(ofItem: id, index), place.type == "FeatureServer" else {
                    return notExportable("itemId", item.type, "the item of a feature service", context)
                }
                let asked = context.parameters.given("exportformat") ?? ""
                guard let format = Format.allCases.first(where: { ASCII.equal($0.rawValue, asked) }) else {
                    return notEmulated(asked, context)
                }
                deployment.lookThrough(server: place.server, service: place.service)
                let map = deployment.servers[place.server].services[place.service].map
                guard let layer = layer(map, context) else {
                    return notExportable("layers", "none", "a service with a layer that has rows", context)
                }
                let bytes: [UInt8]
                do throws(ServiceError) {
                    bytes = try file(format, layer, map, &deployment, context, place.server)
                } catch {
                    return .refused(error.body, error.verdict)
                }
                return add(bytes, format, of: item, index, &deployment, context)
            }
        }
    }

    /// The first layer of `exportParameters`, else the first with rows.
    private static func layer(_ map: ServiceModel, _ context: RequestContext) -> Layer? {
        let text = context.parameters.given("exportparameters") ?? ""
        let given = (try? JSONReader.read(Array(text.utf8)))?["layers"]?.elements?.first?["id"]
        let id = given?.integer ?? given?.text.flatMap { Int($0) }
        return map.layers.first { $0.data != nil && (id == nil || $0.id == id) }
    }

    private static func file(
        _ format: Format, _ layer: Layer, _ map: ServiceModel, _ deployment: inout Deployment,
        _ context: RequestContext, _ server: Int
    ) throws(ServiceError) -> [UInt8] {
        let all = [("where", "1=1"), ("outFields", "*")]
        switch format {
        case .geoJSON:
            return try HostedResource.read(
                "{layer}/query", layer: layer.id, of: map, all + [("f", "geojson")], &deployment, context,
                server: server)
        case .csv:
            let set = try HostedResource.json(
                "{layer}/query", layer: layer.id, of: map, all + [("f", "json")], &deployment, context, server: server)
            return Array(csv(set).utf8)
        }
    }

    /// The rows with the names of their fields, and points with x and y, as ArcGIS exports them.
    private static func csv(_ set: JSON) -> String {
        let names = (set["fields"]?.elements ?? []).compactMap { $0["name"]?.text }
        let hasPoints = set["geometryType"]?.text == "esriGeometryPoint"
        func written(_ value: JSON?) -> String {
            switch value {
            case .null?, nil: ""
            case .string(let text)?:
                text.contains { ",\"\r\n".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
            case let other?: String(decoding: JSONWriter.json(other), as: UTF8.self)
            }
        }
        let head = names + (hasPoints ? ["x", "y"] : [])
        let rows = (set["features"]?.elements ?? []).map { row in
            let place = hasPoints ? [row["geometry"]?["x"], row["geometry"]?["y"]] : []
            return (names.map { row["attributes"]?[$0] } + place).map(written)
        }
        return ([head] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private static func add(
        _ bytes: [UInt8], _ format: Format, of item: ContentItem, _ index: Int, _ deployment: inout Deployment,
        _ context: RequestContext
    ) -> Outcome {
        let given = context.parameters
        let title = given.given("title") ?? item.title
        let name = "\(title.replacing(" ", with: "_")).\(format.fileType)"
        var made = ContentItem(id: deployment.newID(), title: title, type: format.rawValue)
        (made.owner, made.folder, made.created, made.modified) = (item.owner, item.folder, context.now, context.now)
        (made.name, made.access, made.tags) = (name, .owner, given.given("tags").map(ItemEdits.list) ?? item.tags)
        made.typeKeywords = ContentItem.keywords(ofType: made.type)
        made.data = .file(bytes, type: FileType.of(name))
        deployment.portals[index].items.append(made)
        let job = deployment.begin(.export, of: made.id, portal: index, context)
        return .json(
            .object([
                .init("type", .string(format.rawValue)), .init("size", .int(bytes.count)),
                .init("jobId", .string(job)), .init("exportItemId", .string(made.id)),
                .init("serviceItemId", .string(item.id)), .init("exportFormat", .string(format.rawValue)),
            ]))
    }

    private static func notExportable(
        _ name: String, _ value: String, _ wouldPass: String, _ context: RequestContext
    ) -> Outcome {
        SharingDoor.Refused(
            errorBody: Hosting.ErrorBodies.notExported,
            verdict: Verdict(Hosting.Rules.notExportable, facts: [.init(name, value)], wouldPass: wouldPass), context
        ).outcome
    }

    private static func notEmulated(_ format: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notEmulated.about("export to \(format)"),
            verdict: Verdict(
                Hosting.Rules.exportFormat, facts: [.init("exportFormat", format)],
                wouldPass: Format.allCases.map(\.rawValue).joined(separator: " or ")), context
        ).outcome
    }
}
