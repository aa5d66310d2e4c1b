import Facts
import Formats

/// The portal's door: who calls, in the portal's words for those who may not.
enum SharingDoor {
    struct Refused: Error {
        var outcome: Outcome

        /// With no `f=json` a portal answers with the code as HTTP status (DOI-BLM/requests-arcgis-auth).
        init(words: Words, because: Because, _ visit: Visit) {
            outcome = .refused(words, because, status: visit.format == .html ? words.code : 200)
        }
    }

    /// Passes the door, and answers with what `body` decides about the caller.
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit,
        _ body: (inout Deployment, inout Visit, Int, Caller) -> Outcome
    ) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        switch caller(&deployment, &visit) {
        case .failure(let refused): return refused.outcome
        case .success(let caller): return body(&deployment, &visit, place, caller)
        }
    }

    /// 499: the resource is for those who are signed in.
    static func required(_ resource: String, _ visit: Visit) -> Outcome {
        let because = Because(
            Tokens.Rules.required, facts: [.init("resource", resource)], wouldPass: "a member's token")
        return Refused(words: Tokens.Said.portalTokenRequired, because: because, visit).outcome
    }

    /// 403, for those who are signed in and may not.
    static func forbidden(_ visit: inout Visit, _ because: Because) -> Outcome {
        let words =
            visit.choice(.sharingForbiddenCode) == .show
            ? Tokens.Said.portalForbidden : Tokens.Said.portalForbidden.withoutMessageCode
        return Refused(words: words, because: because, visit).outcome
    }

    static func caller(_ deployment: inout Deployment, _ visit: inout Visit) -> Result<Caller, Refused> {
        guard let presented = Presented.find(visit) else {
            if case .portal(let place) = visit.site, let account = visit.webTierAccount {
                return .success(.member(portal: place, account: account))
            }
            return .success(.anonymous)
        }
        switch TokenFilter.check(deployment, &visit, presented) {
        case .success(let (caller, _)):
            visit.caller = deployment.name(of: caller)
            return .success(caller)
        case .failure(let refusal):
            let words =
                visit.choice(.sharingInvalidToken) == .code400
                ? Tokens.Said.portalInvalidToken400 : Tokens.Said.portalInvalidToken
            return .failure(Refused(words: words, because: refusal.because, visit))
        }
    }
}
