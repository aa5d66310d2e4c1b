// SPDX-License-Identifier: Apache-2.0

import MockPortal
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

enum ServeCommand {
    static func run(_ words: [String]) throws(Exit) {
        let named = [
            "--host", "--hosts", "--port", "--http-port", "--https-port", "--seed", "--ready-file", "--ca-file",
            "--ca-dir", "--public-url", "--log", "--control-token",
        ]
        let flags = ["--watch", "--no-inspector"]
        var arguments = try Arguments(words, options: named, flags: flags)
        try arguments.fill(options: named, flags: flags)
        let options = try options(arguments)
        guard arguments.rest.count <= 1 else { throw .usage("serve takes one scenario, not \(arguments.rest.count)") }
        let name = arguments.rest.first ?? Environment["MOCK_PORTAL_SCENARIO"] ?? "start/federated"
        try Themes.refuse(name)

        Signals.block()
        let portal: MockEnterprise
        do {
            portal = try MockEnterprise.startAndWait(named: name, options: options)
        } catch {
            throw Exit(error.isScenario ? 2 : 3, error.isScenario ? error.description : "mock-portal: \(error)")
        }
        for warning in portal.warnings { Console.error(warning.description) }
        let publication = Publication(authority: arguments["--ca-file"], ready: arguments["--ready-file"])
        do throws(Files.Failure) {
            if let told = try publication.publish(portal) { Console.error("mock-portal: \(told)") }
        } catch {
            publication.remove()
            throw Exit(3, "mock-portal: \(error.description)")
        }
        Console.out(portal.readyLine)
        wait(portal, watching: arguments.has("--watch") ? name : nil)
        for text in portal.stopAndWait() { Console.error("cut off: \(text)") }
        publication.remove()
    }

    /// Waits for a signal that ends the command; meanwhile a changed scenario replaces the one being served.
    private static func wait(_ portal: MockEnterprise, watching name: String?) {
        guard let name else { return Signals.wait() }
        guard MockEnterprise.isPath(name) else {
            Console.error("--watch: \(name) is built in and does not change; mock-portal show \(name) prints it")
            return Signals.wait()
        }
        var watch = Watch(name)
        while !Signals.came(within: 100) {
            guard watch.hasChanged() else { continue }
            let findings = watch.reload(portal)
            for finding in findings { Console.error(finding.description) }
            let isBroken = findings.contains { $0.severity == .error }
            Console.error(isBroken ? "\(name): still serving the last valid scenario" : "\(name): reloaded")
        }
    }

    /// Returns whether a text can be a host in a URL: a name (RFC 1123 section 2.1) or an address.
    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty && text.count < 254
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
                    true
                default: false
                }
            }
    }

    private static func options(_ arguments: Arguments) throws(Exit) -> MockEnterprise.Options {
        var options = MockEnterprise.Options()
        if let token = arguments["--control-token"] {
            guard token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !token.isEmpty else {
                throw .usage("--control-token must be one word of visible ASCII characters")
            }
            options.controlToken = token
        }
        if let names = arguments["--hosts"] {
            options.names = names.split(separator: ",").map { String($0.filter { $0 != " " }) }
            if let wrong = options.names.first(where: { !isHost($0) }) {
                throw .usage("\(arguments.name("--hosts")): \"\(wrong)\" is no host name and no address")
            }
        }
        options.servesInspector = !arguments.has("--no-inspector")
        options.authorityFolder = arguments["--ca-dir"]
        // A port that is written goes before the variables of two.
        let isOnePort = arguments.isWritten("--port")
        func ofTwo(_ option: String) throws(Exit) -> UInt16? {
            isOnePort && !arguments.isWritten(option) ? nil : try arguments.number(option, as: UInt16.self)
        }
        let (plain, secure) = (try ofTwo("--http-port"), try ofTwo("--https-port"))
        switch (plain, secure) {
        case (nil, nil): options.port = try arguments.number("--port", as: UInt16.self) ?? 7443
        case (let plain?, let secure?):
            if isOnePort { throw .usage("--http-port and --https-port replace --port") }
            (options.httpPort, options.httpsPort) = (plain, secure)
        default: throw .usage("--http-port and --https-port must be given together")
        }
        if let host = arguments["--host"] { options.hosts = host == "localhost" ? ["127.0.0.1", "::1"] : [host] }
        options.seed = try arguments.number("--seed", as: UInt64.self)
        if let url = arguments["--public-url"] {
            guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
                throw .usage("--public-url must be an http or https URL, not \"\(url)\"")
            }
            options.setPublic(url)
        }
        let log = arguments["--log"] ?? "pretty"
        guard options.setLog(log) else {
            throw .usage("--log must be pretty, json or off, not \"\(log)\"")
        }
        return options
    }
}
