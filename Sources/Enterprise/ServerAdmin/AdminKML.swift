// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/kml`: KMZ files made of KML in JSON, which are uploads from then on.
enum AdminKML {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    static let routes: [Route] = [
        Administration.resource("kml", "The KMZ files.", .documented("\(manual)kml.htm")) {
            deployment, _, index throws(AdminRefusal) in
            let items = deployment.sites[index].uploads.filter { $0.name.hasSuffix(".kmz") }.map { item in
                JSON.object([
                    .init("itemID", .string(item.id)), .init("itemName", .string(item.name)),
                    .init("description", item.description.map(JSON.string) ?? .null),
                    .init(
                        "pathOnServer", .string("/opt/arcgis/server/usr/directories/arcgissystem/kml/\(item.name)")),
                    .init("date", .null),
                ])
            }
            return .json(.object([.init("items", .array(items))]))
        },
        Administration.operation(
            "kml/createKmz", "Makes a KMZ file of KML in JSON.", .publisher,
            .documented("\(manual)createkmz; the answer is inferred: as an upload's")
        ) { deployment, context, index throws(AdminRefusal) in
            let kml = try context.object("kml", "{\"kml\":\"https://earth.google.com/kml/2.2\",\"NetworkLink\":{…}}")
            let link = kml["NetworkLink"] ?? kml["Document"]
            let name = link?["name"]?.text ?? "doc"
            var item = ServerUpload(
                id: "i\(AdminIdentifier.uuid(&deployment))", name: "\(name).kmz",
                description: link?["description"]?.text, date: context.now)
            item.bytes = ZIPWriter.archive(name: "doc.kml", Array(document(kml).utf8))
            deployment.sites[index].uploads.append(item)
            return .json(Administration.success.merging([.init("item", AdminUploads.entry(item))]))
        },
    ]

    /// Returns the document: `kml` is the namespace, members are elements.
    private static func document(_ json: JSON) -> String {
        let space = json["kml"]?.text ?? "http://www.opengis.net/kml/2.2"
        let rest = (json.members ?? []).filter { $0.name != "kml" }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"\(Page.escape(space))\">"
            + rest.map(element).joined() + "</kml>\n"
    }

    @Sendable private static func element(_ member: JSON.Member) -> String {
        // A name that is no element's is left out.
        guard !member.name.isEmpty,
            member.name.utf8.allSatisfy({ ASCII.isDigit($0) || $0 | 32 >= 97 && $0 | 32 <= 122 })
        else { return "" }
        let content: String
        switch member.value {
        case .object(let members): content = members.map(element).joined()
        case .array(let list): return list.map { element(.init(member.name, $0)) }.joined()
        case .string(let text): content = Page.escape(text)
        case .number(let text): content = text
        case .bool(let truth): content = truth ? "1" : "0"
        case .null: content = ""
        }
        return "<\(member.name)>\(content)</\(member.name)>"
    }
}
