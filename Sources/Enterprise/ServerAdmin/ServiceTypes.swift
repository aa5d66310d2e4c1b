// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/services/types`: the types of service, and the extensions that were registered.
enum ServiceTypes {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static let extensions = "services/types/extensions"
    private static let evidence = Evidence.reported("docs/reference/admin.md#b18")

    static let routes: [Route] = [
        Administration.resource(
            "services/types", "The types of service.", .documented("\(manual)types; the keys are inferred")
        ) { _, _, _ throws(AdminRefusal) in .json(.object([.init("types", .array(types))])) },
        Administration.resource(
            "services/types/{type}", "A type of service.", .documented("\(manual)type; the keys are inferred")
        ) { _, context, _ throws(AdminRefusal) in
            let asked = context.names["type"] ?? ""
            guard let type = types.first(where: { $0["Name"]?.text == asked }) else {
                throw AdminRefusal.missing(asked, among: types.compactMap { $0["Name"]?.text })
            }
            return .json(type)
        },
        Administration.resource(
            "services/types/providers", "The providers of services.",
            .documented("\(manual)providers; before 10.9.1 inferred")
        ) { _, context, _ throws(AdminRefusal) in
            // The runtime of ArcMap was left with 11.0.
            let version = context.profile.version
            guard version >= .v10_9_1 else {
                return .json(.object([.init("providers", .strings(["ArcObjects", "SDS"]))]))
            }
            let all = ["ArcObjects", "ArcObjects11"]
            return .json(
                .object([
                    .init("providers", .strings(all)),
                    .init("enabledProviders", .strings(version >= .v11_0 ? ["ArcObjects11"] : all)),
                ]))
        },
        Administration.resource(extensions, "The extensions, by file name.", evidence) {
            deployment, _, index throws(AdminRefusal) in
            .json(
                .object(
                    (deployment.sites[index].lists[extensions] ?? []).compactMap { entry in
                        entry["fileName"]?.text.map { .init($0, entry) }
                    }))
        },
        Administration.operation("\(extensions)/register", "Registers an uploaded extension.", evidence) {
            deployment, context, index throws(AdminRefusal) in
            let entry = try uploaded(deployment, context, index)
            let name = entry["fileName"]?.text ?? ""
            var all = deployment.sites[index].lists[extensions] ?? []
            guard !all.contains(where: { $0["fileName"]?.text == name }) else {
                throw AdminRefusal.taken("Extension", name)
            }
            all.append(entry)
            deployment.sites[index].lists[extensions] = all
            return .json(Administration.success)
        },
        Administration.operation("\(extensions)/update", "Replaces a registered extension.", evidence) {
            deployment, context, index throws(AdminRefusal) in
            let entry = try uploaded(deployment, context, index)
            let name = entry["fileName"]?.text ?? ""
            var all = deployment.sites[index].lists[extensions] ?? []
            guard let number = all.firstIndex(where: { $0["fileName"]?.text == name }) else {
                throw AdminRefusal.unknown("Extension", name, among: all.compactMap { $0["fileName"]?.text })
            }
            all[number] = entry
            deployment.sites[index].lists[extensions] = all
            return .json(Administration.success)
        },
        Administration.operation("\(extensions)/unregister", "Unregisters an extension.", evidence) {
            deployment, context, index throws(AdminRefusal) in
            let name = try context.required("extensionFilename")
            let all = deployment.sites[index].lists[extensions] ?? []
            guard all.contains(where: { $0["fileName"]?.text == name }) else {
                throw AdminRefusal.unknown("Extension", name, among: all.compactMap { $0["fileName"]?.text })
            }
            deployment.sites[index].lists[extensions] = all.filter { $0["fileName"]?.text != name }
            return .json(Administration.success)
        },
    ]

    private static func uploaded(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> JSON {
        let id = try context.required("id")
        let uploads = deployment.sites[index].uploads
        guard let upload = uploads.first(where: { $0.id == id }) else {
            throw AdminRefusal.unknown("Uploaded item", id, among: uploads.map(\.id))
        }
        let name = upload.name.split(separator: ".").first.map(String.init) ?? upload.name
        return .object([
            .init("fileName", .string(upload.name)), .init("name", .string(name)),
            .init("type", .string("extensions")), .init("dateModified", .number(String(upload.date.milliseconds))),
        ])
    }

    private static let types: [JSON] = ServiceKind.allCases.map(\.rawValue).filter { $0 != "FeatureServer" }.map {
        name in
        .object([
            .init("Name", .string(name)), .init("Provider", .string("ArcObjects")),
            .init(
                "Extensions",
                .array(
                    name == "MapServer"
                        ? ["FeatureServer", "KmlServer", "MobileServer", "WCSServer", "WFSServer", "WMSServer"].map {
                            .object([.init("Name", .string($0))])
                        } : [])),
        ])
    }
}
