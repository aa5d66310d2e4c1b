// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Trust

/// Accepts Kerberos tickets for the portals of a deployment.
///
/// GSSAPI reads keys from a file, and keeps in another what has been here. Both are in a folder of the desk's own, which only
/// the owner may enter, and which is gone when the desk is closed.
final class TicketDesk: Sendable {
    private struct Drawer {
        var keytab: [UInt8]
        var files: (keytab: String, replays: String)
    }

    private struct State {
        var era = 0
        var isClosed = false
        var folder: String?
        var count = 0
        var drawers: [Drawer] = []

        mutating func clear() {
            for drawer in drawers {
                Files.remove(drawer.files.keytab)
                Files.remove(drawer.files.replays)
            }
            drawers = []
        }
    }

    private let state = Lock(State())

    deinit { close() }

    /// Holds a ticket against its keytab. What came before a reset is forgotten.
    func run(_ ticket: KerberosTicket, era: Int) -> Errand.Reply {
        let acceptor: KerberosAcceptor
        do throws(Files.Failure) {
            acceptor = try state.withLock { state throws(Files.Failure) in try Self.acceptor(ticket, era, &state) }
        } catch {
            return .refusal(KerberosFailure(.unavailable, error.description))
        }
        do throws(KerberosFailure) {
            return .identity(try acceptor.accept(ticket.token))
        } catch {
            return .refusal(error)
        }
    }

    func close() {
        state.withLock { state in
            state.clear()
            if let folder = state.folder { Files.removeFolder(folder) }
            (state.folder, state.isClosed) = (nil, true)
        }
    }

    private static func acceptor(
        _ ticket: KerberosTicket, _ era: Int, _ state: inout State
    ) throws(Files.Failure) -> KerberosAcceptor {
        guard !state.isClosed else { throw Files.Failure(description: "the deployment is stopped") }
        if state.era != era {
            state.clear()
            state.era = era
        }
        if let known = state.drawers.first(where: { $0.keytab == ticket.keytab }) {
            return KerberosAcceptor(keytab: known.files.keytab, replays: known.files.replays)
        }
        let folder = if let folder = state.folder { folder } else { try Files.makeFolder() }
        state.folder = folder
        state.count += 1
        let files = (keytab: "\(folder)/\(state.count).keytab", replays: "\(folder)/\(state.count).replays")
        state.drawers.append(Drawer(keytab: ticket.keytab, files: files))
        try Files.replace(files.keytab, with: ticket.keytab, isSecret: true)
        return KerberosAcceptor(keytab: files.keytab, replays: files.replays)
    }
}
