// SPDX-License-Identifier: Apache-2.0

/// Words for what an event changes.
extension Event {
    var itsUser: String { "the user \(user ?? "")" }
    var itsMembership: String { "\(itsUser) in the group \(group ?? "")" }
    var itsService: String { "the service \(service ?? "")\(server.map { " of \($0)" } ?? "")" }
    var itsServer: String { "the server\(server.map { " \($0)" } ?? "")" }
    var itsSite: String { server == nil ? portal.map { "the portal \($0)" } ?? "the server" : itsServer }
    var itsLayer: String { "layer \(layer ?? 0) of \(itsService)" }
}
