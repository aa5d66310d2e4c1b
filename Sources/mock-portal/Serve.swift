import MockPortal
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

enum Serve {
    static func run(_ words: [String]) throws(Exit) {
        let arguments = try Arguments(
            words,
            options: [
                "--host", "--port", "--http-port", "--https-port", "--seed", "--ready-file", "--ca-file",
                "--public-url",
                "--log", "--control-token",
            ], flags: ["--watch"])
        let options = try options(arguments)
        guard arguments.rest.count <= 1 else { throw .usage("serve takes one scenario, not \(arguments.rest.count)") }
        let name = arguments.rest.first ?? "start/federated"
        try Themes.refuse(name)

        Signals.block()
        let portal: MockPortal
        do {
            portal = try MockPortal.start(name, options: options)
        } catch let failure as MockPortal.StartFailure {
            throw Exit(failure.isScenario ? 2 : 3, failure.isScenario ? failure.description : "mock-portal: \(failure)")
        } catch {
            throw Exit(3, "mock-portal: \(error)")
        }
        for warning in portal.warnings { Console.error(warning) }
        let authority = arguments["--ca-file"] ?? "\(Files.temporary)/mock-portal-\(getpid())-ca.pem"
        try Files.replace(authority, with: portal.certificateAuthority, mode: 0o644)
        let files = try certificates(portal, beside: authority)
        let ready = portal.publish(ca: authority, files: files)
        if let file = arguments["--ready-file"] { try Files.replace(file, with: ready, mode: 0o600) }
        Console.out(line(portal, authority))
        Signals.wait()
        for text in portal.stop() { Console.error("cut off: \(text)") }
        if let file = arguments["--ready-file"] { Files.remove(file) }
        if arguments["--ca-file"] == nil { Files.remove(authority) }
        for (certificate, key) in files.values {
            Files.remove(certificate)
            Files.remove(key)
        }
    }

    /// Writes the client certificates of users beside the authority's.
    private static func certificates(
        _ portal: MockPortal, beside authority: String
    ) throws(Exit) -> [String: (certificate: String, key: String)] {
        let stem = authority.hasSuffix(".pem") ? String(authority.dropLast(4)) : authority
        var files: [String: (certificate: String, key: String)] = [:]
        for (number, identity) in portal.clientCertificates.enumerated() {
            let file = (certificate: "\(stem)-user\(number + 1).pem", key: "\(stem)-user\(number + 1)-key.pem")
            try Files.replace(file.certificate, with: identity.certificate, mode: 0o644)
            try Files.replace(file.key, with: identity.key, mode: 0o600)
            files[identity.username] = file
        }
        return files
    }

    private static func options(_ arguments: Arguments) throws(Exit) -> MockPortal.Options {
        for later in ["--control-token"] where arguments[later] != nil {
            throw .usage("\(later) is not in this version")
        }
        if arguments.has("--watch") { throw .usage("--watch is not in this version") }
        var options = MockPortal.Options()
        let plain = try arguments.number("--http-port", as: UInt16.self)
        let secure = try arguments.number("--https-port", as: UInt16.self)
        switch (plain, secure) {
        case (nil, nil): options.port = try arguments.number("--port", as: UInt16.self) ?? 7443
        case (let plain?, let secure?):
            if arguments["--port"] != nil { throw .usage("--http-port and --https-port replace --port") }
            (options.httpPort, options.httpsPort) = (plain, secure)
        default: throw .usage("--http-port and --https-port go together")
        }
        if let host = arguments["--host"] { options.hosts = host == "localhost" ? ["127.0.0.1", "::1"] : [host] }
        options.seed = try arguments.number("--seed", as: UInt64.self)
        if let url = arguments["--public-url"] {
            guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
                throw .usage("--public-url is an http or https URL, not \"\(url)\"")
            }
            options.publicURL = url.hasSuffix("/") ? String(url.dropLast()) : url
        }
        let log = arguments["--log"] ?? "pretty"
        guard options.setLog(log) else {
            throw .usage("--log is pretty, json or off, not \"\(log)\"")
        }
        return options
    }

    private static func line(_ portal: MockPortal, _ authority: String) -> String {
        "mock-portal ready portal=\(portal.portalURL ?? "-") server=\(portal.serverURL ?? "-") http=\(portal.httpURL) "
            + "https=\(portal.httpsURL) ca=\(authority)\n"
    }
}
