// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The portal's door: it determines the caller and refuses in the portal's wording.
enum SharingDoor {
    struct Refused: Error {
        var outcome: Outcome

        /// Creates a refusal. Without `f=json`, a portal uses the code as HTTP status (DOI-BLM/requests-arcgis-auth).
        init(errorBody: ErrorBody, verdict: Verdict, _ context: RequestContext) {
            outcome = .refused(errorBody, verdict, status: context.format == .html ? errorBody.code : 200)
        }
    }

    /// Checks the door and answers with what `body` returns for the caller.
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Caller) -> Outcome
    ) -> Outcome {
        deferrable(&deployment, &context) { .ready(body(&$0, &$1, $2, $3)) }.get()
    }

    /// The same where making the answer may take long.
    static func deferrable(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, inout RequestContext, Int, Caller) -> Deferrable<Outcome>
    ) -> Deferrable<Outcome> {
        guard case .portal(let index) = context.site else { return .ready(.page(Page.notFound)) }
        switch caller(&deployment, &context) {
        case .failure(let refused): return .ready(refused.outcome)
        case .success(let caller): return body(&deployment, &context, index, caller)
        }
    }

    /// Returns 499, for a resource that requires signing in.
    static func required(_ resource: String, _ context: RequestContext) -> Outcome {
        let verdict = Verdict(
            Tokens.Rules.required, facts: [.init("resource", resource)], wouldPass: "a member's token")
        return Refused(errorBody: Tokens.ErrorBodies.portalTokenRequired, verdict: verdict, context).outcome
    }

    /// Returns what a portal says of a path that it does not have.
    static func noResource(_ facts: [Verdict.Fact], _ wouldPass: String, _ context: RequestContext) -> Outcome {
        Refused(
            errorBody: Sharing.ErrorBodies.noResource,
            verdict: Verdict(Sharing.Rules.noResource, facts: facts, wouldPass: wouldPass), context
        ).outcome
    }

    /// Returns 403, for a signed-in caller without permission.
    static func forbidden(_ context: inout RequestContext, _ verdict: Verdict) -> Outcome {
        let errorBody =
            context.choice(.sharingForbiddenCode) == .show
            ? Tokens.ErrorBodies.portalForbidden : Tokens.ErrorBodies.portalForbidden.withoutMessageCode
        return Refused(errorBody: errorBody, verdict: verdict, context).outcome
    }

    static func caller(_ deployment: inout Deployment, _ context: inout RequestContext) -> Result<Caller, Refused> {
        guard let presented = PresentedToken.find(context) else {
            if case .portal(let index) = context.site, let account = context.webTierAccount {
                return .success(.member(portal: index, account: account))
            }
            return .success(.anonymous)
        }
        switch TokenFilter.check(deployment, &context, presented) {
        case .success(let (caller, _)):
            context.caller = deployment.name(of: caller)
            return .success(caller)
        case .failure(let refusal):
            let errorBody =
                context.choice(.sharingInvalidToken) == .code400
                ? Tokens.ErrorBodies.portalInvalidToken400 : Tokens.ErrorBodies.portalInvalidToken
            return .failure(Refused(errorBody: errorBody, verdict: refusal.verdict, context))
        }
    }
}
