// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Trust

/// The double's own endpoints under `/_mock`: docs/contracts.md#control-over-http.
struct Control: Sendable {
    /// All endpoints, in the order of `mock-portal routes` and the OpenAPI document.
    static let endpoints: [Endpoint] =
        state + requests + hygiene + clock + faults + scenario + events + tokens + deployments + live + deployment
        + library + replicas

    unowned let instance: Instance

    init(_ instance: Instance) {
        self.instance = instance
    }

    /// Answers a request, or returns `nil` if it is neither under `/_mock` nor for a page of the inspector.
    func answer(_ request: Request, on connection: Connection) -> Deferrable<OutgoingResponse>? {
        let path = request.target.path.utf8
        guard
            path.starts(with: "/_mock".utf8)
                || path.count < 13 && (path.count == 1 || path.elementsEqual("/favicon.ico".utf8))
        else { return nil }
        if instance.options.servesInspector, let response = InspectorFiles.answer(request) {
            return .ready(OutgoingResponse(response))
        }
        let segments = request.target.segments
        guard segments.first == "_mock" else { return nil }
        do throws(ControlFailure) {
            let found = Result { () throws(ControlFailure) in
                try Control.find(request.method, Array(segments.dropFirst()))
            }
            let isFull = try admit(request, to: try? found.get().0, from: connection.peerAddress)
            let (endpoint, names) = try found.get()
            let call = try ControlCall(
                request, to: endpoint, names, instance, isFull: isFull, isSecure: connection.tls != nil)
            if let follow = endpoint.follow { return .ready(try begin(follow, call, request)) }
            guard instance.state.withLock({ endpoint.cost.isMuch($0.journal) }) else {
                return .ready(OutgoingResponse(try endpoint.handler(call)))
            }
            return .deferred {
                do throws(ControlFailure) {
                    if let begin = endpoint.pieces, request.method != "HEAD" {
                        let (response, pieces) = try begin(call)
                        return OutgoingResponse(response, effects: [.pieces(pieces)])
                    }
                    return OutgoingResponse(try endpoint.handler(call))
                } catch {
                    return OutgoingResponse(error.response)
                }
            }
        } catch {
            return .ready(OutgoingResponse(error.response))
        }
    }

    /// Checks whether a request is allowed, and returns whether its caller may change the deployment.
    func admit(
        _ request: Request, to endpoint: Endpoint?, from peer: String
    ) throws(ControlFailure) -> Bool {
        let access = ControlAccess(token: instance.options.controlToken, hosts: instance.hosts)
        switch endpoint?.access ?? .control {
        case .anybody: return false
        case .reading where instance.options.servesInspector:
            try access.admitReading(request)
            return (try? access.admit(request, from: peer)) != nil
        case .reading, .control:
            try access.admit(request, from: peer)
            return true
        }
    }

    /// Returns an answer that goes on.
    private func begin(
        _ follow: Endpoint.Follower, _ call: ControlCall, _ request: Request
    ) throws(ControlFailure) -> OutgoingResponse {
        let response = Response(
            status: 200,
            fields: [
                .init("Content-Type", "text/event-stream"), .init("Cache-Control", "no-store"),
                .init("X-Accel-Buffering", "no"),
            ])
        guard request.method != "HEAD" else { return OutgoingResponse(response) }
        return OutgoingResponse(response, effects: [.feed(try follow(call).feed)])
    }

    /// Returns the refusal of an unreadable request to a control endpoint, or `nil` if it is not under `/_mock` or its
    /// target is unknown.
    func answer(unreadable failure: ReadFailure) -> Response? {
        failure.target?.segments.first == "_mock" ? ControlFailure(failure).response : nil
    }

    static func find(
        _ method: String, _ segments: [String]
    ) throws(ControlFailure) -> (Endpoint, [String: String]) {
        let found = endpoints.compactMap { endpoint in endpoint.match(segments).map { (endpoint, $0) } }
        guard !found.isEmpty else {
            let path = segments.joined(separator: "/")
            let near = Suggestion.nearest(to: path, among: endpoints.map(\.path))
            let hint = near.map { "; did you mean /_mock/\($0)?" } ?? "; mock-portal routes lists the endpoints."
            throw ControlFailure(404, "not-found", "There is no /_mock/\(path)\(hint)")
        }
        // HEAD is GET without the body (RFC 9110 section 9.3.2).
        let wanted = method == "HEAD" ? "GET" : method
        if let hit = found.first(where: { $0.0.method.rawValue == wanted }) { return hit }
        let methods = found.map(\.0.method.rawValue)
        let allowed = methods.enumerated().filter { methods[..<$0.offset].firstIndex(of: $0.element) == nil }
            .map(\.element).joined(separator: ", ")
        var failure = ControlFailure(405, "method-not-allowed", "\(method) is not allowed here; use \(allowed).")
        failure.fields = [.init("Allow", allowed)]
        throw failure
    }
}
