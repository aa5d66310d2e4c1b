// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The roles of the organization besides the three that every portal has: `portals/{id}/roles`, `createRole`, and what
/// is below a role (developers.arcgis.com/rest/users-groups-and-items/roles).
enum CustomRoles {
    private static let privilege = "portal:admin:manageRoles"

    static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalResources.signedIn(&deployment, &context, "roles") { deployment, context, index, _ in
            // The two that every portal has came with the user types (docs/reference/sharing.md#u11).
            let standing = Set(Privileges.standing.map(\.id))
            let known = deployment.portals[index].roles.filter {
                deployment.portals[index].version >= .v10_7 || !standing.contains($0.id)
            }
            let page = ResultPage(context.parameters, total: known.count)
            let born = deployment.portals[index].created
            let roles = known[page.range].map { json($0, born) }
            return .json(.object(page.members + [.init("roles", .array(roles))]))
        }
    }

    static func one(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalResources.signedIn(&deployment, &context, "roles") { deployment, context, index, _ in
            found(deployment, context, index) { number in
                .json(json(deployment.portals[index].roles[number], deployment.portals[index].created))
            }
        }
    }

    static func privileges(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalResources.signedIn(&deployment, &context, "roles") { deployment, context, index, _ in
            let id = context.names["role"] ?? ""
            if ["org_admin", "org_publisher", "org_user"].contains(id) {
                return .json(.object([.init("privileges", .strings(Privileges.of(id)))]))
            }
            return found(deployment, context, index) { number in
                .json(.object([.init("privileges", .strings(deployment.portals[index].roles[number].privileges))]))
            }
        }
    }

    static func create(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            guard let name = context.parameters.given("name") else { return SharingDoor.notGiven("name", context) }
            if let taken = refuse(name, except: nil, deployment.portals[index], context) { return taken }
            var id = ""
            while id.utf8.count < 16 {
                id += EsriAlphabet.encode(deployment.generator.bytes(12)).filter { $0.isLetter || $0.isNumber }
            }
            let role = CustomRole(
                id: String(id.prefix(16)), name: name, description: context.parameters.given("description") ?? "",
                created: context.now, privileges: [])
            deployment.portals[index].roles.append(role)
            return SharingDoor.done([.init("id", .string(role.id))])
        }
    }

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        changed(&deployment, &context) { deployment, context, index, number in
            if let name = context.parameters.given("name") {
                if let taken = refuse(name, except: number, deployment.portals[index], context) { return taken }
                deployment.portals[index].roles[number].name = name
            }
            if let text = context.parameters["description"] {
                deployment.portals[index].roles[number].description = text
            }
            return SharingDoor.done()
        }
    }

    /// Sets the privileges: `{"privileges":[…]}`, or the list alone, as clients send it too.
    static func setPrivileges(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        changed(&deployment, &context) { deployment, context, index, number in
            let text = context.parameters.given("privileges") ?? ""
            let json = try? JSONReader.read(Array(text.utf8))
            guard let list = (json?["privileges"] ?? json)?.elements else {
                return SharingDoor.notGiven("privileges", context)
            }
            let given = list.compactMap(\.text)
            if let unknown = given.first(where: { !Privileges.all.contains($0) }) {
                let near = Suggestion.nearest(to: unknown, among: Array(Privileges.all))
                return SharingDoor.refused(
                    Sharing.ErrorBodies.badPrivilege.about(unknown), Sharing.Rules.badPrivilege,
                    [("privilege", unknown)], near.map { "did you mean \($0)?" } ?? "a privilege of the REST API",
                    context)
            }
            deployment.portals[index].roles[number].privileges = Array(Set(given)).sorted()
            return SharingDoor.done()
        }
    }

    /// Deletes a role that nobody has.
    static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        changed(&deployment, &context) { deployment, context, index, number in
            let role = deployment.portals[index].roles[number]
            let holders = deployment.portals[index].accounts.list.filter { $0.role == role.id && !$0.isGone }
            guard holders.isEmpty else {
                return SharingDoor.refused(
                    Sharing.ErrorBodies.roleInUse, Sharing.Rules.roleInUse,
                    [("role", role.name), ("members", holders.map(\.username).joined(separator: ", "))],
                    "a role that no member has", context)
            }
            deployment.portals[index].roles.remove(at: number)
            return SharingDoor.done([.init("roleId", .string(role.id))])
        }
    }

    // MARK: the way in

    private static func changed(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Int, Int) -> Outcome
    ) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            guard let number = number(deployment, context, index) else { return missing(deployment, context, index) }
            return body(&deployment, context, index, number)
        }
    }

    private static func found(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ body: (Int) -> Outcome
    ) -> Outcome {
        number(deployment, context, index).map(body) ?? missing(deployment, context, index)
    }

    private static func number(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> Int? {
        deployment.portals[index].roles.firstIndex { $0.id == context.names["role"] }
    }

    private static func missing(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> Outcome {
        SharingDoor.refused(
            Sharing.ErrorBodies.roleMissing, Sharing.Rules.roleMissing, [("role", context.names["role"] ?? "")],
            "one of \(deployment.portals[index].roles.map(\.id).joined(separator: ", "))", context)
    }

    private static func refuse(
        _ name: String, except number: Int?, _ portal: PortalState, _ context: RequestContext
    ) -> Outcome? {
        let other = portal.roles.firstIndex { ASCII.equal($0.name, name) }
        guard let other, other != number else { return nil }
        return SharingDoor.refused(
            Sharing.ErrorBodies.roleExists.about(name), Sharing.Rules.roleExists, [("name", name)],
            "a name that no role has", context)
    }

    /// A role as the list has it (docs/reference/sharing.md#u11).
    private static func json(_ role: CustomRole, _ born: Instant) -> JSON {
        .object([
            .init("id", .string(role.id)), .init("name", .string(role.name)),
            .init("description", .string(role.description)), .init("created", .time(role.created ?? born)),
            .init("modified", .time(role.modified ?? born)),
        ])
    }
}
