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
            "--ca-dir", "--public-url", "--log", "--control-token", "--color", "--state",
            "--snapshot-after", "--deployment-ports",
        ]
        let flags = ["--watch", "--no-inspector", "--exit-with-parent"]
        var arguments = try Arguments(words, options: named, flags: flags)
        try arguments.fill(options: named, flags: flags)
        let paint = try Paint(arguments, descriptor: 2)
        let options = try options(arguments, paint)
        if arguments["--state"] != nil, arguments.has("--watch") {
            throw .usage("--watch does not go with --state: PUT /_mock/scenario gives all replicas another scenario")
        }
        // Before anything takes long: who ends meanwhile is noticed.
        let parent = arguments.has("--exit-with-parent") ? Signals.parent : nil
        guard arguments.rest.count <= 1 else { throw .usage("serve takes one scenario, not \(arguments.rest.count)") }
        let name = arguments.rest.first ?? Environment["MOCK_PORTAL_SCENARIO"] ?? "start/federated"
        try Themes.refuse(name)

        Platform.givesBackMemory()
        Signals.block()
        let teller = Teller(log: options.log, paint: paint)
        // However it ends: the process takes with it what is not written.
        defer { options.log?.finish() }
        let portal: MockEnterprise
        var watch: Watch?
        do {
            if arguments.has("--watch"), MockEnterprise.isPath(name) {
                var files = Watch(name)
                portal = try files.start(options: options)
                watch = files
            } else {
                portal = try MockEnterprise.startAndWait(named: name, options: options)
            }
        } catch {
            if error.isScenario { teller.tell(error.findings) }
            if error.findings.isEmpty { teller.tell("mock-portal: \(error)", "error") }
            throw Exit(error.isScenario ? 2 : 3, "")
        }
        teller.tell(portal.warnings)
        let publication = Publication(authority: arguments["--ca-file"], ready: arguments["--ready-file"])
        do throws(Files.Failure) {
            if let told = try publication.publish(portal) { teller.tell("mock-portal: \(told)", "warning") }
        } catch {
            publication.remove()
            teller.tell("mock-portal: \(error.description)", "error")
            throw Exit(3, "")
        }
        Console.out(portal.readyLine)
        if options.log?.isJSON == true {
            teller.tell("serving \(name)", "info")
        } else if options.log != nil, Console.isTerminal(2) {
            Console.error(Welcome(portal, isColored: paint.isOn).text)
        }
        if arguments.has("--watch"), watch == nil {
            teller.tell(
                "--watch: \(name) is built in and does not change; mock-portal show \(name) prints it", "warning")
        }
        wait(portal, &watch, name, parent, teller)
        for text in portal.stopAndWait() { teller.tell("cut off: \(text)", "warning") }
        publication.remove()
    }

    /// Waits for a signal or for the parent's end; meanwhile a changed scenario replaces the one being served.
    private static func wait(
        _ portal: MockEnterprise, _ watch: inout Watch?, _ name: String, _ parent: Int32?, _ teller: Teller
    ) {
        guard watch != nil || parent != nil else { return Signals.wait() }
        while !Signals.came(within: 100) {
            if let parent, Signals.parent != parent {
                return teller.tell("the process that started it has ended", "info")
            }
            guard watch?.hasChanged() == true, let findings = watch?.reload(portal) else { continue }
            teller.tell(findings)
            let isBroken = findings.contains { $0.severity == .error }
            teller.tell(
                isBroken ? "\(name): still serving the last valid scenario" : "\(name): reloaded",
                isBroken ? "error" : "info")
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

    private static func options(_ arguments: Arguments, _ paint: Paint) throws(Exit) -> MockEnterprise.Options {
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
        try takeReplicas(arguments, &options)
        let log = arguments["--log"] ?? "pretty"
        guard options.setLog(log, isColored: paint.isOn) else {
            throw .usage("--log must be pretty, json or off, not \"\(log)\"")
        }
        return options
    }
}
