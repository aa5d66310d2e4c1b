// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `portaladmin/system/webadaptors`: the web adaptors that are registered, of which a portal has none at first. Where
/// the scenario says which names lead to the portal, a registered adaptor's is one of them, until it is unregistered
/// (developers.arcgis.com/rest/enterprise-administration/portal/web-adaptors).
enum PortalAdaptors {
    private static let key = "system/webadaptors"

    @Sendable static func list(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        .json(.object([.init("webAdaptors", .array(adaptors(deployment.portals[index])))]))
    }

    @Sendable static func one(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let adaptors = adaptors(deployment.portals[index])
        return .json(adaptors[try number(adaptors, context)])
    }

    /// `register`: `webAdaptorURL`, and what else is shown of it (docs/reference/admin.md#a37).
    @Sendable static func register(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let url = try context.needed("webAdaptorURL")
        guard let plain = PlainURL(url) else { throw .badValue("webAdaptorURL", url, "https://host/context") }
        let digits = Hex.encode(deployment.generator.bytes(16))
        let id = [8, 4, 4, 4, 12].reduce(into: (text: "", at: digits.startIndex)) { made, count in
            let end = digits.index(made.at, offsetBy: count)
            made = (made.text + (made.text.isEmpty ? "" : "-") + digits[made.at..<end], end)
        }.text
        let given = context.parameters
        let host = String(plain.authority.prefix { $0 != ":" })
        let adaptor = JSON.object([
            .init("machineName", .string(given.given("machinename") ?? host)),
            .init("machineIP", .string(given.given("machineip") ?? context.call.connection.peerAddress)),
            .init("webAdaptorURL", .string(url)), .init("id", .string(id)),
            .init("description", .string(given["description"] ?? "")),
            .init("httpPort", .int(given.given("httpport").flatMap { Int($0) } ?? 80)),
            .init("httpsPort", .int(given.given("httpsport").flatMap { Int($0) } ?? 443)),
            .init("refreshServerListInterval", .int(1)), .init("reconnectServerOnFailureInterval", .int(1)),
        ])
        deployment.portals[index].documents[key] = .array(adaptors(deployment.portals[index]) + [adaptor])
        if !deployment.portals[index].adaptorHosts.isEmpty { deployment.portals[index].adaptorHosts.append(host) }
        return PortalOperation.done([.init("id", .string(id))])
    }

    @Sendable static func edit(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        var adaptors = adaptors(deployment.portals[index])
        let number = try number(adaptors, context)
        let old = adaptors[number].members ?? []
        let new = old.map { member -> JSON.Member in
            guard member.name != "id", let text = context.parameters[member.name.lowercased()] else { return member }
            return .init(member.name, JSON.spelled(text, like: member.value))
        }
        adaptors[number] = .object(new)
        deployment.portals[index].documents[key] = .array(adaptors)
        return PortalOperation.done()
    }

    @Sendable static func unregister(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        var adaptors = adaptors(deployment.portals[index])
        let gone = adaptors.remove(at: try number(adaptors, context))
        deployment.portals[index].documents[key] = .array(adaptors)
        let host = gone["webAdaptorURL"]?.text.flatMap(PlainURL.init).map { $0.authority.prefix { $0 != ":" } }
        // The last name stays, for without names every one leads to the portal.
        if let host, deployment.portals[index].adaptorHosts.count > 1 {
            deployment.portals[index].adaptorHosts.removeAll { ASCII.equal(host, $0) }
        }
        return PortalOperation.done()
    }

    private static func adaptors(_ portal: PortalState) -> [JSON] { portal.documents[key]?.elements ?? [] }

    private static func number(_ adaptors: [JSON], _ context: RequestContext) throws(PortalRefusal) -> Int {
        let id = context.names["adaptor"] ?? ""
        guard let number = adaptors.firstIndex(where: { $0["id"]?.text == id }) else {
            throw .missing(id, adaptors.compactMap { $0["id"]?.text })
        }
        return number
    }
}
