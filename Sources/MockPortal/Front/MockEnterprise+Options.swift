// SPDX-License-Identifier: Apache-2.0

import Formats
package import Replication
package import Trust

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension MockEnterprise {
    /// Where and how to serve: by default on a free port of loopback.
    ///
    /// ```swift
    /// import MockPortal
    ///
    /// let options = MockEnterprise.Options(port: 7443, seed: 7)
    /// ```
    public struct Options: Sendable {
        /// Addresses to listen on, in figures.
        public var hosts = ["127.0.0.1", "::1"]
        /// Names under which clients reach it from elsewhere, as `portal.test`: in the certificate, allowed at the control
        /// endpoints, and the first of them in the URLs of what is ready. The name of ``publicURL`` need not be among
        /// them.
        public var names: [String] = []
        /// One port for HTTP and HTTPS; 0 is any free one.
        public var port: UInt16 = 0
        /// A port for HTTP alone; with `httpsPort` it replaces `port`.
        public var httpPort: UInt16?
        /// A port for HTTPS alone; with `httpPort` it replaces `port`.
        public var httpsPort: UInt16?
        /// The seed that tokens follow from; `nil` takes the scenario's, or a random one.
        public var seed: UInt64?
        /// What every call of a control endpoint has to bring as a Bearer token; with it, peers that are not of this
        /// machine may use them. `nil`: peers of this machine only, without a token.
        public var controlToken: String?
        /// Whether there is an inspector at `/_mock/`, which shows the deployment in a browser. Without the control token, peers
        /// of other machines may read there, and see no secrets.
        public var servesInspector = true
        /// How many exchanges the journal keeps; of older ones it keeps counts. At least 1.
        public var journalCapacity = 10_000
        /// How many bytes of requests and answers the journal keeps; of what is older it keeps counts.
        public var journalBytes = 64 << 20
        /// The URL that sites without one of their own give themselves in bodies, without a slash at its end.
        @usableFromInline package var publicString: String?
        package private(set) var log: Log?
        /// One to use where it may sign for the scenario's names, instead of a new one.
        package var authority: Authority?
        /// The folder that keeps one authority from start to start, so that it is trusted once.
        package var authorityFolder: String?
        /// The log that makes several processes one deployment; `nil`: this process is alone.
        package var sharedLog: (any SharedLog)?
        /// The bytes of that log after which a snapshot is kept, and what was before the last one forgotten; `nil`: none is.
        package var snapshotBytes: Int? = 64 << 20
        /// The ports of deployments beside one of replicas, the same at each; `nil`: there are none.
        package var deploymentPorts: ClosedRange<UInt16>?
        /// A Boolean value that indicates whether it is a deployment beside one of replicas.
        package var isBeside = false
        /// Milliseconds of wall time; the engine's own where `nil`.
        package var timeouts: (head: Int64, body: Int64, idle: Int64)?

        /// The defaults, without a type of Foundation.
        @usableFromInline package init() {}

        /// `pretty`, `json` or `off`; `false` if it is none of these.
        package mutating func setLog(_ name: String, isColored: Bool = false) -> Bool {
            log = Log.Style(rawValue: name).map { Log($0, isColored: isColored) }
            return log != nil || name == "off"
        }

        /// Takes the address of the engine that keeps what replicas share, and returns why it is none.
        package mutating func setState(_ text: String) -> String? {
            do throws(EngineAddress.Unreadable) {
                let address = try EngineAddress(text)
                guard let file = address.authorityFile else {
                    sharedLog = EngineLog(address)
                    return nil
                }
                guard let pem = Files.read(file) else { return "cannot read \(file)" }
                sharedLog = EngineLog(address, authority: pem)
                return nil
            } catch {
                return error.description
            }
        }

        /// The names and addresses, in addition to this machine's, that the authority signs for besides the scenario's.
        package var signedNames: [String] {
            var all = names
            if let host = publicString.flatMap(WebURL.init)?.host, !all.contains(host) { all.append(host) }
            return all.filter { !$0.hasPrefix("127.") && $0 != "localhost" && $0 != "::1" }
        }

        /// The journal of a beginning.
        package var emptyJournal: Journal { Journal(capacity: journalCapacity, byteCapacity: journalBytes) }

        /// Takes the URL without a slash at its end.
        @usableFromInline
        package mutating func setPublic(_ url: String?) {
            publicString = url.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        }
    }
}

extension MockEnterprise.Options {
    /// The URL that portals and servers without one of their own give themselves in bodies; each adds its context to it.
    @_alwaysEmitIntoClient
    public var publicURL: URL? {
        get { publicString.flatMap { URL(string: $0) } }
        set { setPublic(newValue?.absoluteString) }
    }

    /// Creates options.
    ///
    /// - Parameters:
    ///   - hosts: Addresses to listen on, in figures.
    ///   - port: One port for HTTP and HTTPS; 0 is any free one.
    ///   - httpPort: A port for HTTP alone; with `httpsPort` it replaces `port`.
    ///   - httpsPort: A port for HTTPS alone; with `httpPort` it replaces `port`.
    ///   - seed: The seed that tokens follow from; `nil` takes the scenario's, or a random one.
    ///   - publicURL: The URL that sites without one of their own give themselves in bodies.
    ///   - controlToken: The Bearer token for the control endpoints; `nil`: peers of this machine only, without a token.
    ///   - journalCapacity: How many exchanges the journal keeps.
    ///   - journalBytes: How many bytes of requests and answers it keeps.
    ///   - servesInspector: Whether there is an inspector at `/_mock/`.
    @_alwaysEmitIntoClient
    public init(
        hosts: [String] = ["127.0.0.1", "::1"], port: UInt16 = 0, httpPort: UInt16? = nil, httpsPort: UInt16? = nil,
        seed: UInt64? = nil, publicURL: URL? = nil, controlToken: String? = nil, journalCapacity: Int = 10_000,
        journalBytes: Int = 64 << 20, servesInspector: Bool = true
    ) {
        self.init()
        self.hosts = hosts
        self.port = port
        self.httpPort = httpPort
        self.httpsPort = httpsPort
        self.seed = seed
        self.publicURL = publicURL
        self.controlToken = controlToken
        self.journalCapacity = journalCapacity
        self.journalBytes = journalBytes
        self.servesInspector = servesInspector
    }
}
