// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The place of a page in a services directory, and its visitor.
struct DirectoryLocation: Sendable {
    struct Crumb: Sendable {
        var name: String
        /// The percent-encoded path, as the client sent it.
        var path: String
    }

    /// The path from the root of the directory to the page itself.
    var crumbs: [Crumb]
    /// The type of the service that contains it.
    var kind: ServiceKind?
    /// The path of the resource below its service, with placeholders, or `nil` in the catalog.
    var resource: String?
    var version: Version
    var parameters: Parameters
    /// The query of the URL.
    var query: String?
    var user: String?
    /// The sign-in form, or `nil` if there is no one to sign in.
    var login: String?
    /// The URL that removes the form's cookie.
    var logout: String?
    /// A Boolean value that indicates whether the URL alone can request the answer again.
    var isGet: Bool
    /// The form of the operation.
    var form: DirectoryForm?

    /// Creates the place, or returns `nil` if the request is not for a page of a server's services directory.
    init?(_ context: RequestContext, isSecured: Bool) {
        guard context.route.kind == .server, context.route.door == .catalog || context.route.door == .service else {
            return nil
        }
        let raw = context.call.request.target.path.split(separator: "/").map(String.init)
        guard raw.count >= 3, context.route.path.hasPrefix("rest/services") else { return nil }
        func path(_ count: Int) -> String { "/" + raw.prefix(count).joined(separator: "/") }
        crumbs = [Crumb(name: "Home", path: path(3)), Crumb(name: "services", path: path(3))]
        let pattern = context.route.path.split(separator: "/").map(String.init)
        let type = pattern.firstIndex { Surface.serviceType($0) != nil }
        for index in 3..<max(3, raw.count) {
            // A service has one crumb for name and type. The pattern begins after the context.
            if let type, index == type + 1 { continue }
            let name = Percent.decode(Substring(raw[index]))
            if let type, index == type, raw.count > type + 1 {
                crumbs.append(Crumb(name: "\(name) (\(pattern[type]))", path: path(type + 2)))
            } else {
                crumbs.append(Crumb(name: name, path: path(index + 1)))
            }
        }
        kind = type.flatMap { ServiceKind(rawValue: pattern[$0]) }
        resource = type.map { pattern.dropFirst($0 + 1).joined(separator: "/") }
        version = context.profile.version
        parameters = context.parameters
        query = context.call.request.target.query
        user = context.caller
        login = isSecured ? LoginPage.url("\(context.origin)/\(Percent.decode(Substring(raw[0])))/rest", context) : nil
        logout = isSecured ? "/\(raw[0])/rest/logout" : nil
        isGet = context.isGet
        form = resource.flatMap { DirectoryForm.table[$0] }
    }

    /// The path of the page itself.
    var path: String { crumbs.last?.path ?? "" }

    /// Returns a link to the page in another format.
    func link(_ format: String) -> String { Directory.link(format, isGet ? query : nil) }

    /// Returns the operations below a layer or a service that have a form in this release and that `capabilities` allows,
    /// with their titles and last segments.
    func operations(
        below resource: String, isEditable: Bool, capabilities: String?
    ) -> [(title: String, segment: String)] {
        ServiceCatalog.resources.compactMap { candidate in
            let prefix = resource.isEmpty ? "" : resource + "/"
            let segment = candidate.path.dropFirst(prefix.count)
            guard let kind, candidate.kinds.contains(kind), candidate.path.hasPrefix(prefix), !segment.contains("/"),
                let form = DirectoryForm.table[candidate.path], isEditable || !form.isPosted,
                candidate.since.map({ version >= $0 }) ?? true,
                // Without the word it would be refused.
                candidate.needs.flatMap({ word in capabilities.map { word.isAllowed(by: $0) } }) ?? true
            else { return nil }
            return (form.title, String(segment))
        }
    }
}
