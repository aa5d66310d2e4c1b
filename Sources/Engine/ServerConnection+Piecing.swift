// SPDX-License-Identifier: Apache-2.0

internal import CLibevent
internal import Formats

/// A response that is made piece by piece: chunked (RFC 9112 section 7.1), or to the end of the connection for a client
/// of HTTP/1.0, which knows no chunks.
extension ServerConnection {
    /// Has a worker make the next piece, unless one does or the client has yet to take the last.
    func goOn(_ pieces: Pieces, isChunked: Bool) {
        guard !isPieceMade, !isUnread else { return }
        isPieceMade = true
        deadline = MonotonicClock.milliseconds + listener.options.timeouts.idle
        Workers.shared.post { [loop = listener.loop] in
            let piece = pieces.next()
            loop.post { self.take(piece, isChunked: isChunked) }
        }
    }

    private func take(_ piece: [UInt8]?, isChunked: Bool) {
        isPieceMade = false
        guard phase == .open, isPieced else { return }
        if let piece, !piece.isEmpty {
            unsafe ServerConnection.outBytes.removeAll(keepingCapacity: true)
            if isChunked {
                unsafe ServerConnection.outBytes += Array("\(String(piece.count, radix: 16))\r\n".utf8)
                unsafe ServerConnection.outBytes += piece
                unsafe ServerConnection.outBytes += Array("\r\n".utf8)
            } else {
                unsafe ServerConnection.outBytes += piece
            }
            send()
        } else if piece == nil {
            if isChunked {
                unsafe ServerConnection.outBytes = Array("0\r\n\r\n".utf8)
                send()
            }
            acts.removeFirst()
            // Its head promised that the connection goes on; the listener has begun to stop since.
            if isDraining, acts.isEmpty { acts = [.close] }
        }
        act()
    }

    /// A Boolean value that indicates whether the connection has a response that is made piece by piece.
    var isPieced: Bool {
        if case .pieces = acts.first { true } else { false }
    }
}
