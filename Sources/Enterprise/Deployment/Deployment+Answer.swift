// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Deployment {
    /// Answers a call. The whole emulation is below this function.
    package mutating func answer(_ call: Call) -> Answer { answer(call, at: destination(of: call)) }

    /// Answers a call that was led to its destination.
    mutating func answer(_ call: Call, at destination: Destination) -> Answer {
        let origin = call.request.fields["origin"]
        let found: RecentRoutes.Found
        switch destination {
        case .route(let known): found = known
        case .nowhere(let path, let site):
            // A preflight request is answered everywhere; otherwise scripts would see no answer at all instead of the
            // 404.
            if call.request.method == "OPTIONS", let site { return preflight(call, origin, site) }
            return notFound(call, path, origin, site)
        }
        if call.request.method == "OPTIONS" { return preflight(call, origin, found.site) }
        let route = found.route
        var context = RequestContext(
            call: call, site: found.site, route: route, names: found.names, service: found.service,
            parameters: call.parameters, profile: profile(of: found.site))
        if case .server(let index) = found.site { context.now = call.now.advanced(milliseconds: servers[index].skew) }
        let outcome: Deferrable<Outcome>
        var cookies: [Response.Field] = []
        if let refused = refuseMethod(context) ?? refuseSite(&context) ?? WebTier.admit(&self, &context)
            ?? PortalMode.refuse(self, context)
        {
            outcome = .ready(refused)
        } else {
            outcome = route.handler(&self, &context)
            if let cookie = WebTier.cookie(&self, context) { cookies.append(cookie) }
        }
        switch consume outcome {
        case .ready(let outcome):
            if outcome.errand == nil { note(outcome, context) }
            let encoder = encoder(&context, origin, cookies)
            let isLong = call.makesEditsAside && outcome.isLongToWrite
            return Answer(
                door: route.door, user: context.caller,
                sent: isLong ? .deferred { encoder.encode(outcome) } : .ready(encoder.encode(outcome)),
                errand: outcome.errand)
        case .deferred(let work), .waiting(let work):
            if case .server(let index) = found.site { note(nil, context, server: index) }
            let encoder = encoder(&context, origin, cookies)
            return Answer(door: route.door, user: context.caller, sent: .deferred { encoder.encode(work()) })
        }
    }

    /// Notes what was decided where administrators look for it.
    private mutating func note(_ outcome: Outcome, _ context: RequestContext) {
        switch context.site {
        case .server(let index): note(outcome.verdict.first, context, server: index)
        case .portal(let index):
            log(outcome, context, portal: index)
            note(changes: outcome, context, portal: index)
        case .idp: break
        }
    }

    /// Returns the encoder of an answer, with all cookies.
    private mutating func encoder(
        _ context: inout RequestContext, _ origin: String?, _ cookies: [Response.Field]
    ) -> ResponseEncoder {
        date.set(context.now)
        var cookies = cookies
        if let answer = context.ticketAnswer { cookies.append(answer) }
        if let cookie = rolesCookie(&context) { cookies.append(cookie) }
        return encoder(context, origin, cookies: cookies)
    }

    /// Returns an error in the envelope of the call's door, instead of the door's own answer.
    mutating func refuse(
        _ call: Call, at destination: Destination, _ code: Int, _ message: String, _ details: [String],
        _ verdict: Verdict
    ) -> Answer {
        guard case .route(let found) = destination else {
            return refuseNowhere(
                call, ErrorBody("fault", code, message, details: .list(details), evidence: verdict.evidence), verdict)
        }
        let context = RequestContext(
            call: call, site: found.site, route: found.route, names: found.names,
            parameters: call.parameters, profile: profile(of: found.site))
        let errorBody = ErrorBody(
            "fault", code, message, details: .list(details), envelope: found.route.door.envelope,
            evidence: verdict.evidence)
        date.set(call.now)
        let sent = encoder(context, call.request.fields["origin"]).encode(.refused(errorBody, verdict))
        return Answer(door: found.route.door, user: nil, sent: .ready(sent))
    }
}
