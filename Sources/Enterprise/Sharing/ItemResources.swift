// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The resources below `content/items/{id}`: data, description, thumbnail, groups, relations, resources.
enum ItemResources {
    /// Returns the data as they are, regardless of `f`. An item without data answers with no bytes (Esri/arcgis-rest-js
    /// reads it so).
    static func data(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, _, item in
            if let unfinished = ItemStatus.unfinished(deployment.portals[index], context, item) { return unfinished }
            switch item.data {
            case .nothing: return Outcome(body: .bytes([], type: "text/plain;charset=utf-8"))
            case .json(let json):
                var outcome = Outcome.json(deployment.filled(json, context))
                outcome.isAlwaysJSON = true
                return outcome
            case .file(let bytes, let type): return Outcome(body: .bytes(bytes, type: type))
            }
        }
    }

    /// `info/iteminfo.xml` and `info/thumbnail/{file}`.
    static func info(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, _, item in
            let file = context.names["file"] ?? ""
            let path = [context.names["folder"], file].compactMap(\.self).joined(separator: "/")
            if let written = deployment.portals[index].content.infoFiles[item.id]?.first(where: { $0.name == path }) {
                return Outcome(body: .bytes(written.bytes, type: written.type))
            }
            if context.names["folder"] == nil, ASCII.equal(file, "iteminfo.xml") {
                return Outcome(body: .bytes(Array(description(item).utf8), type: "text/xml;charset=utf-8"))
            }
            if context.names["folder"] == "thumbnail", let thumbnail = item.thumbnail, thumbnail.name == file {
                return Outcome(body: .bytes(thumbnail.bytes, type: FileType.of(file)))
            }
            return SharingDoor.Refused(
                errorBody: Sharing.ErrorBodies.fileMissing,
                verdict: Verdict(
                    Sharing.Rules.fileMissing, facts: [.init("item", item.id), .init("file", file)],
                    wouldPass: item.thumbnail.map { "info/iteminfo.xml or info/thumbnail/\($0.name)" }
                        ?? "info/iteminfo.xml; the item has no thumbnail"), context
            ).outcome
        }
    }

    private static func description(_ item: ContentItem) -> String {
        func text(_ name: String, _ text: String?) -> XMLElement {
            (text ?? "").isEmpty ? XMLElement(name, []) : XMLElement(name, text: text ?? "")
        }
        func list(_ name: String, _ element: String, _ texts: [String]) -> XMLElement {
            XMLElement(name, texts.map { XMLElement(element, text: $0) })
        }
        let corners = item.extent.map {
            [("xmin", $0.xmin), ("ymin", $0.ymin), ("xmax", $0.xmax), ("ymax", $0.ymax)].map {
                XMLElement($0.0, text: String(decoding: JSONWriter.json(.double($0.1)), as: UTF8.self))
            }
        }
        let elements =
            [text("name", item.name), text("title", item.title)]
            + (item.thumbnail.map { [text("thumbnail", "thumbnail/\($0.name)")] } ?? [])
            + [
                text("type", item.type), list("typekeywords", "typekeyword", item.typeKeywords),
                text("description", item.description), list("tags", "tag", item.tags), text("snippet", item.snippet),
                XMLElement("extent", corners ?? []), text("spatialreference", item.spatialReference),
                text("accessinformation", item.accessInformation), text("licenseinfo", item.licenseInfo),
                text("url", item.url),
            ]
        let root = XMLElement("ESRI_ItemInformation", [("Culture", item.culture ?? "en-us")], elements)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\(root.xml)"
    }

    /// Returns the groups with which it is shared, by the caller's role in them; the three arrays are documented.
    static func groups(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, caller, item in
            // Groups that the caller may not open are listed as well (docs/reference/sharing.md#groups).
            let shared = deployment.portals[index].groups.filter {
                item.groups.contains($0.id) && (caller != .anonymous || deployment.maySee($0, caller))
            }
            func list(_ roles: [PortalState.Group.Role]) -> JSON {
                .array(
                    shared.filter { roles.contains($0.role(of: deployment.name(of: caller))) }
                        .map { CommunityGroup.json($0, deployment, index, caller, in: .search) })
            }
            return .json(
                .object([
                    .init("admin", list([.owner, .admin])), .init("member", list([.member])),
                    .init("other", list([.nonmember])),
                ]))
        }
    }

    /// Returns an empty array, with its name and paging like others.
    static func none(_ name: String) -> Route.Handler {
        { deployment, context in
            Item.answer(&deployment, &context) { _, context, _, _, _ in
                .json(
                    .object(ResultPage(context.parameters, total: 0).members + [.init(name, .array([]))]))
            }
        }
    }

    /// The list of resources. ArcGIS Online of 2018 gives their names alone (docs/reference/sharing.md#s12).
    static func resources(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, _, item in
            let portal = deployment.portals[index]
            let isOld = portal.release.version.isOnline ? portal.year <= 2018 : portal.version < .v10_7
            let list = (portal.resources[item.id] ?? []).map { resource in
                let more: [JSON.Member] =
                    isOld
                    ? []
                    : [
                        .init("created", .time(resource.created)), .init("size", .int(resource.bytes.count)),
                        .init("access", .string("inherit")), .init("type", .string(resource.type)),
                    ]
                return JSON.object([.init("resource", .string(resource.name))] + more)
            }
            let page = ResultPage(context.parameters, total: list.count)
            // Here the number is of those that are returned (docs/reference/sharing.md#g7).
            return .json(
                .object([
                    .init("total", .int(list.count)), .init("start", .int(page.start)),
                    .init("num", .int(page.range.count)),
                    .init("nextStart", .int(page.range.upperBound < list.count ? page.range.upperBound + 1 : -1)),
                    .init("resources", .array(Array(list[page.range]))),
                ]))
        }
    }

    /// A resource as it was sent.
    static func resource(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, _, item in
            let name = [context.names["folder"], context.names["file"]].compactMap(\.self).joined(separator: "/")
            let list = deployment.portals[index].resources[item.id] ?? []
            guard let resource = list.first(where: { $0.name == name }) else {
                return ResourceEdits.missing(name, list, context)
            }
            return Outcome(body: .bytes(resource.bytes, type: resource.type))
        }
    }
}
