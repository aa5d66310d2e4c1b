// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Replication
import Trust

/// What replicas do with a request to a control endpoint, and the endpoint that says how they stand.
extension Control {
    /// Who answers a request to a control endpoint.
    enum Sharing {
        case notControl
        /// This replica, at once.
        case here
        /// This replica, once it knows what all others have recorded.
        case afterAll
        /// All of them, for it changes something.
        case byAll
        case refused(Response)
    }

    static let replicas = [
        Endpoint(
            .get, "replicas", "How this replica stands with the others: the engine, its place in the log, its state",
            query: [Keys.Key("digest", .boolean, "Whether the digest of the state is made, which takes a while.")],
            success: .json(200, .object(standing)),
            refusals: [(409, "The deployment is served by one process, without an engine.")], cost: .much,
            handler: stand)
    ]

    private static let standing = Keys(
        what: "a replica", component: "Replica",
        list: [
            Keys.Key("replica", .anyNumber, "Its number, in the order in which they came, from 0.", isRequired: true),
            Keys.Key("replicas", .anyNumber, "How many have come so far.", isRequired: true),
            Keys.Key("engine", .string, "The engine, and whether it answers.", isRequired: true),
            Keys.Key(
                "link", .word(["well", "silent", "gone", "lost"]), "How it stands with the engine.", isRequired: true),
            Keys.Key("position", .string, "The place in the log up to which it has followed.", isRequired: true),
            Keys.Key("entries", .anyNumber, "The number of entries up to there.", isRequired: true),
            Keys.Key("bytes", .anyNumber, "The bytes of these entries.", isRequired: true),
            Keys.Key(
                "snapshot", .textOrNull,
                "The place in the log of the snapshot that is kept, from which a new replica goes on.",
                isRequired: true),
            Keys.Key(
                "tail", .anyNumber, "The bytes of the entries after it, which a new replica reads.",
                isRequired: true),
            Keys.Key("changes", .anyNumber, "The number of changes among them.", isRequired: true),
            Keys.Key("exchanges", .anyNumber, "The last number of the journal.", isRequired: true),
            Keys.Key(
                "dropped", .anyNumber, "Records of the journal for which there was no room while the engine was gone.",
                isRequired: true),
            Keys.Key(
                "digest", .textOrNull, "The digest of the state: equal in all replicas that are at one place.",
                isRequired: true),
        ])

    private static func stand(_ call: ControlCall) throws(ControlFailure) -> Response {
        guard let replica = call.instance.replica.withLock({ $0 }) else {
            throw ControlFailure(409, "not-replicated", "There are no replicas: serve was started without --state.")
        }
        let (place, state, table) = replica.replicator.atRest { place in
            (place, call.state.withLock { $0 }, replica.table.withLock { $0 })
        }
        let kept = table.snapshots.kept
        let link =
            switch replica.replicator.link {
            case .well: "well"
            case .silent: "silent"
            case .gone: "gone"
            case .lost: "lost"
            }
        return Response(
            json: .object([
                .init("replica", .int(table.index)), .init("replicas", .int(table.origins)),
                .init("engine", .string(replica.words)), .init("link", .string(link)),
                .init("position", .string(place.position.description)), .init("entries", .int(place.entries)),
                .init("bytes", .int(place.bytes)),
                .init("snapshot", kept.map { .string($0.position) } ?? .null),
                .init("tail", .int(place.bytes - (kept?.bytes ?? 0))),
                .init("changes", .number(String(state.changes))), .init("exchanges", .int(state.journal.lastNumber)),
                .init("dropped", .int(table.dropped)),
                .init("digest", call.isTrue("digest") ? .string(Hex.encode(state.digest)) : .null),
            ]))
    }

    /// Returns who answers a request, which is refused here and now where its caller may not ask.
    func sharing(_ request: Request, from peer: String) -> Sharing {
        let path = request.target.path.utf8
        guard
            path.starts(with: "/_mock".utf8)
                || path.count < 13 && (path.count == 1 || path.elementsEqual("/favicon.ico".utf8))
        else { return .notControl }
        let segments = request.target.segments
        guard segments.first == "_mock" else {
            return instance.options.servesInspector && InspectorFiles.answer(request) != nil ? .here : .notControl
        }
        guard let (endpoint, _) = try? Control.find(request.method, Array(segments.dropFirst())) else { return .here }
        if endpoint.path.hasPrefix("deployments"), instance.options.deploymentPorts == nil {
            return .refused(Control.withoutPorts.response)
        }
        if endpoint.takesScenario, namesFile(request.body) {
            return .refused(
                ControlFailure(
                    409, "replicated", "Replicas read no files of one machine: send the text of the scenario."
                ).response)
        }
        switch endpoint.replicating {
        case .here: return .here
        case .afterAll: return .afterAll
        case .byAll:
            do throws(ControlFailure) {
                _ = try admit(request, to: endpoint, from: peer)
                return .byAll
            } catch {
                return .refused(error.response)
            }
        case .nowhere(let why): return .refused(ControlFailure(409, "replicated", why).response)
        }
    }

    /// Returns whether a body names a scenario that is a file.
    private func namesFile(_ body: [UInt8]) -> Bool {
        guard let members = (try? JSONReader.read(body))?.members, members.count == 1, members[0].name == "name" else {
            return false
        }
        return MockEnterprise.isPath(members[0].value.text ?? "")
    }

    /// Does what an admitted request asks for.
    func perform(_ request: Request, isSecure: Bool) -> Response {
        do throws(ControlFailure) {
            let (endpoint, names) = try Control.find(request.method, Array(request.target.segments.dropFirst()))
            let call = try ControlCall(request, to: endpoint, names, instance, isFull: true, isSecure: isSecure)
            return try endpoint.handler(call)
        } catch {
            return error.response
        }
    }
}

extension Endpoint {
    enum Replicating: Sendable {
        case here
        case afterAll
        case byAll
        case nowhere(String)
    }

    /// What replicas do with a call.
    var replicating: Replicating {
        switch (method, path) {
        case (.post, "check"):
            .nowhere("Replicas are checked from outside: mock-portal check --against.")
        case (.post, "verify"), (.post, "tokens/decode"): .afterAll
        case (.get, "health"), (.get, "ca.pem"), (.get, "openapi.json"), (.get, "live"), (.get, "rules"),
            (.get, "scenarios"), (.get, "scenarios/{theme}/{name}"), (.get, "replicas"):
            .here
        case (.get, _): .afterAll
        default: .byAll
        }
    }
}

extension InstanceState {
    /// The digest of what replicas have in common. How long answers took is not part of it.
    var digest: [UInt8] {
        let exchanges = journal.exchanges.map { exchange -> String in
            var words = ["\(exchange.number)", "\(exchange.at.milliseconds)", "\(exchange.connection.id)"]
            words += [exchange.method ?? "-", exchange.target ?? "-", exchange.door?.rawValue ?? "-"]
            words += [exchange.user ?? "-", exchange.fault ?? "-", "\(exchange.status ?? 0)"]
            words += exchange.verdict.map(\.rule.id)
            return words.joined(separator: " ") + Hex.encode(Digest.sha256(exchange.responseBody))
        }
        let edits = journal.edits.map(\.description)
        // Where a fault was written is not part of it.
        let digest = StateDigest(leaving: ["CodeLocation.file", "CodeLocation.position"])
        let counts = "\(changes) \(era) \(journal.lastNumber)"
        var parts = [deployment.digest, digest.digest(of: faults), digest.digest(of: clock.settings)]
        parts += [digest.digest(of: exchanges), digest.digest(of: edits), Array(counts.utf8)]
        return Digest.sha256(parts.flatMap(\.self))
    }
}
