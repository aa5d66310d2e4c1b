// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Administration {
    typealias Act = @Sendable (inout Deployment, inout RequestContext, Int) throws(AdminRefusal) -> Outcome

    /// What an operation asks of its caller and of the site.
    struct Terms: Sendable {
        var privilege = AdminPrivilege.administer
        /// A Boolean value that indicates whether it runs in read-only mode.
        var isReadOnly = false
        /// A Boolean value that indicates whether clients run it by GET.
        var takesGet = false

        static let administrator = Terms()
        static let publisher = Terms(privilege: .publish)
    }

    /// A resource, which GET and POST read (docs/reference/admin.md, rule 0.8).
    static func resource(
        _ path: String, _ summary: String, since: Version? = .v10_1, until: Version? = nil, _ evidence: Evidence,
        _ body: @escaping Act
    ) -> Route {
        Route(.server, "admin/\(path)", .admin, summary, since: since, until: until, evidence: evidence) {
            deployment, context in
            guard case .server(let index) = context.site else { return .page(Page.notFound) }
            if let refused = ServerAdministrator.enter(&deployment, &context, index) { return refused }
            return run(&deployment, &context, index, body)
        }
    }

    /// An operation, which is posted.
    static func operation(
        _ path: String, _ summary: String, _ terms: Terms, since: Version? = .v10_1,
        until: Version? = nil, _ evidence: Evidence, _ body: @escaping Act
    ) -> Route {
        Route(.server, "admin/\(path)", .admin, summary, since: since, until: until, evidence: evidence) {
            deployment, context in
            guard case .server(let index) = context.site else { return .page(Page.notFound) }
            if let refused = ServerAdministrator.enter(&deployment, &context, index) { return refused }
            // A browser gets the form of the operation.
            if context.isGet, context.format == .html { return .json(.object([])) }
            if let refused = refuse(deployment, context, index, terms) { return refused }
            let outcome = run(&deployment, &context, index, body)
            if outcome.verdict.isEmpty { deployment.note(operation: context, server: index) }
            return outcome
        }
    }

    /// An operation of administrators.
    static func operation(
        _ path: String, _ summary: String, since: Version? = .v10_1, until: Version? = nil, _ evidence: Evidence,
        _ body: @escaping Act
    ) -> Route {
        operation(path, summary, .administrator, since: since, until: until, evidence, body)
    }

    private static func run(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ body: Act
    ) -> Outcome {
        do throws(AdminRefusal) {
            return try body(&deployment, &context, index)
        } catch {
            return error.outcome
        }
    }

    private static func refuse(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ terms: Terms
    ) -> Outcome? {
        let operation = context.route.path.split(separator: "/").last.map(String.init) ?? ""
        if context.isGet, !terms.takesGet {
            return .refused(
                ErrorBodies.postOnly.about(operation),
                Verdict(
                    Rules.postOnly, facts: [.init("method", context.call.request.method)],
                    wouldPass: "the same by POST"))
        }
        guard let privilege = context.adminPrivilege, privilege >= terms.privilege else {
            return .refused(
                ErrorBodies.forbidden,
                Verdict(
                    Rules.needsPrivilege,
                    facts: [
                        .init("user", context.caller ?? "nobody"),
                        .init("privilege", (context.adminPrivilege ?? .access).rawValue), .init("operation", operation),
                    ], wouldPass: "a user with the privilege \(terms.privilege.rawValue)"))
        }
        if deployment.sites[index].isReadOnly, !terms.isReadOnly {
            return .refused(
                ErrorBodies.readOnly,
                Verdict(
                    Rules.readOnly, facts: [.init("siteMode", "READ_ONLY"), .init("operation", operation)],
                    wouldPass: "the same after admin/mode/update with siteMode=EDITABLE"))
        }
        return nil
    }
}
