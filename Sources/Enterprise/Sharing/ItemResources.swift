// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The resources below `content/items/{id}`: data, description, thumbnail, groups, relations, resources.
enum ItemResources {
    /// Returns the data as they are, regardless of `f`. An item without data answers with no bytes (Esri/arcgis-rest-js
    /// reads it so).
    static func data(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, _, _, item in
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
        Item.answer(&deployment, &context) { deployment, context, _, _, item in
            let file = context.names["file"] ?? ""
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
        let fields: [(String, String?)] = [
            ("name", item.name), ("title", item.title), ("type", item.type),
            ("typekeywords", item.typeKeywords.joined(separator: ",")), ("description", item.description),
            ("tags", item.tags.joined(separator: ",")), ("snippet", item.snippet), ("url", item.url),
            ("spatialreference", item.spatialReference), ("accessinformation", item.accessInformation),
            ("licenseinfo", item.licenseInfo),
        ]
        let root = XMLElement(
            "ESRI_ItemInformation", [("culture", item.culture ?? "en-us")],
            fields.map { XMLElement($0.0, text: $0.1 ?? "") })
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root.xml)"
    }

    /// Returns the groups with which it is shared, by the caller's role in them; the three arrays are documented.
    static func groups(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { deployment, context, index, caller, item in
            let shared = deployment.portals[index].groups.filter {
                item.groups.contains($0.id) && deployment.maySee($0, caller)
            }
            func list(_ roles: [PortalState.Group.Role]) -> JSON {
                .array(
                    shared.filter { roles.contains($0.role(of: deployment.name(of: caller))) }
                        .map { CommunityGroup.json($0, deployment, context, index, caller) })
            }
            return .json(
                .object([
                    .init("admin", list([.owner, .admin])), .init("member", list([.member])),
                    .init("other", list([.nonmember])),
                ]))
        }
    }

    static func related(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { _, _, _, _, _ in
            .json(.object([.init("total", .int(0)), .init("relatedItems", .array([]))]))
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

    static func resources(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        Item.answer(&deployment, &context) { _, _, _, _, _ in
            .json(
                .object([
                    .init("total", .int(0)), .init("start", .int(1)), .init("num", .int(0)),
                    .init("nextStart", .int(-1)), .init("resources", .array([])),
                ]))
        }
    }
}
