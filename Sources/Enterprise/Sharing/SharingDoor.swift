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

    static func caller(_ deployment: inout Deployment, _ visit: inout Visit) -> Result<Caller, Refused> {
        guard let presented = Presented(visit) else { return .success(.anonymous) }
        switch TokenFilter.check(&deployment, &visit, presented) {
        case .success(let (caller, _)):
            visit.caller = deployment.name(of: caller)
            return .success(caller)
        case .failure(let refusal):
            return .failure(Refused(words: Tokens.Said.portalInvalidToken, because: refusal.because, visit))
        }
    }
}
