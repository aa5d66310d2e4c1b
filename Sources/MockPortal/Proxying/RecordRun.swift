// SPDX-License-Identifier: Apache-2.0

import Engine
import Facts
import Formats
import Recording
import Trust

/// A run of `mock-portal record`: a proxy in front of real sites, and the scenario of what passed through it.
package final class RecordRun: Sendable {
    private let recorder: Recorder
    private let listener: Listener
    private let upstreams: [Upstream]
    /// The authority that clients have to trust, in PEM.
    package let certificateAuthority: String

    /// Starts a proxy in front of URLs of sites. `authority`: the certificates that sites are checked against, in PEM, or those
    /// that the machine trusts. `certificate`: a client certificate with its key, in PEM, that the sites are shown.
    package init(
        upstreams texts: [String], hosts: [String], port: UInt16, authority: String? = nil,
        certificate: (certificate: String, key: String)? = nil
    ) throws(ImportRun.Failure) {
        switch Upstream.all(texts) {
        case .success(let list): upstreams = list
        case .failure(let flaw): throw ImportRun.Failure(description: flaw.reason)
        }
        do {
            let own = try Authority.shared(hosts: [])
            certificateAuthority = own.pem
            let identity = certificate.map { ClientIdentity(certificate: $0.certificate, key: $0.key) }
            recorder = Recorder(upstreams, trust: try ClientContext(authority: authority, identity: identity))
            var options = Listener.Options()
            options.port = port
            options.hosts = hosts
            listener = try Listener(options, authority: own, service: recorder)
        } catch let failure as ListenFailure {
            throw ImportRun.Failure(description: failure.description)
        } catch {
            throw ImportRun.Failure(description: "\(error)")
        }
    }

    /// The port.
    package var port: UInt16 { listener.port }

    /// Where each site is reached, a line each.
    package var places: [String] {
        upstreams.reversed().map { "https://127.0.0.1:\(listener.port)\($0.path) is \($0.url.origin)\($0.url.target)" }
    }

    /// Stops, and makes a scenario of what was recorded.
    package func end(options: ImportRun.Options) throws(ImportRun.Failure) -> ImportRun {
        listener.stop(drain: 2_000)
        return try ImportRun(recorder.file, path: "the recording", options: options)
    }

    deinit { listener.stop(drain: 0) }
}
