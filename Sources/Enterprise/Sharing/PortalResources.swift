// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The resources below `portals/{id}`: members, roles, and the URLs of hosted services. All but the last require a
/// token.
enum PortalResources {
    static func users(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        signedIn(&deployment, &context, "users") { deployment, context, index, caller in
            let accounts = deployment.portals[index].accounts
            let numbers = accounts.indices.filter { !accounts[$0].isGone && deployment.maySee(accounts[$0], caller) }
            let page = ResultPage(context.parameters, total: numbers.count)
            let users = numbers[page.range].map {
                CommunityUser.json(deployment, context, index, $0, caller, isListed: true)
            }
            return .json(.object(page.members + [.init("users", .array(users))]))
        }
    }

    /// Returns whether no service of the hosting server has that name and type. The name is in the folder Hosted.
    static func isServiceNameAvailable(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        signedIn(&deployment, &context, "isServiceNameAvailable") { deployment, context, index, _ in
            let name = context.parameters["name"] ?? ""
            let type = context.parameters["type"] ?? ""
            // Clients send the word of createService as well: featureService (pypi.org/project/arcgis/2.4.4).
            let isWord = !type.contains(" ")
            let words = isWord ? type.replacing("Service", with: " Service") : type
            let isTaken = deployment.isTaken(
                name, words.prefix(1).uppercased() + words.dropFirst(), ofPortal: index)
            return .json(.object([.init("available", .bool(!isTaken))]))
        }
    }

    /// Returns where the hosting server's tiles and features are (documented); empty arrays without one.
    static func urls(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalSelf.answer(&deployment, &context) { deployment, context, index, _ in
            let hosting = deployment.servers.indices.first {
                deployment.servers[$0].federation?.portal == index && deployment.servers[$0].isHosting
            }
            let url = hosting.flatMap { PlainURL(deployment.url(ofServer: $0, context)) }
            let hosts: JSON = .object([
                .init(url?.scheme ?? "https", .strings(url.map { ["\($0.scheme)://\($0.authority)\($0.path)"] } ?? []))
            ])
            return .json(.object([.init("urls", .object([.init("tiles", hosts), .init("features", hosts)]))]))
        }
    }

    /// Returns the languages of the portal's pages: `portals/languages` (documented; as JSON also without `f`).
    static func languages(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        let known = [
            ("Arabic", "ar", "عربي"), ("Danish", "da", "Dansk"), ("Dutch", "nl", "Nederlands"),
            ("English", "en", "English"),
            ("French", "fr", "Français"), ("German", "de", "Deutsch"), ("Italian", "it", "Italiano"),
            ("Japanese", "ja", "日本語"), ("Spanish", "es", "Español"), ("Simplified Chinese", "zh-CN", "简体中文"),
        ]
        return listed(
            known.map { name, culture, own in
                [("language", name), ("culture", culture), ("localizedName", own)]
            })
    }

    /// Returns the regions of an organization: `portals/regions`.
    static func regions(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        let known = [
            ("Canada", "CA"), ("France", "FR"), ("Germany", "DE"), ("United Kingdom", "GB"), ("United States", "US"),
            ("World", "WO"),
        ]
        return listed(
            known.map { name, region in [("name", name), ("region", region), ("localizedName", name)] })
    }

    private static func listed(_ entries: [[(String, String)]]) -> Outcome {
        var outcome = Outcome.json(
            .array(entries.map { .object($0.map { .init($0.0, .string($0.1)) }) }), caching: .anybody)
        outcome.isAlwaysJSON = true
        return outcome
    }

    static func signedIn(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ resource: String,
        _ body: (inout Deployment, inout RequestContext, Int, Caller) -> Outcome
    ) -> Outcome {
        PortalSelf.answer(&deployment, &context) { deployment, context, index, caller in
            guard caller != .anonymous else { return SharingDoor.required("portals/self/\(resource)", context) }
            return body(&deployment, &context, index, caller)
        }
    }
}
