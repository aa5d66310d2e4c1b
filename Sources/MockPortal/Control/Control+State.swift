// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Trust

/// The endpoints for the state and the addresses of the deployment.
extension Control {
    static let state = [
        Endpoint(
            .get, "health", "The status, the scenario and the clock", success: .json(200, .object(health)),
            access: .anybody, handler: health),
        Endpoint(
            .get, "ready", "URLs, users and apps, as in the ready file", success: .json(200, .object(.ready)),
            handler: ready),
        Endpoint(
            .get, "ca.pem", "The certificate of the authority that clients need to trust",
            success: .text("application/x-pem-file"), access: .anybody, handler: authority),
        Endpoint(
            .get, "openapi.json", "This document", success: .json(200, .map(.any)), handler: document),
    ]

    private static let health = Keys(
        what: "the health", component: "Health",
        list: [
            Keys.Key("status", .word(["ok"]), "Always ok.", isRequired: true),
            Keys.Key("version", .string, "The version of mock-portal.", isRequired: true),
            Keys.Key("scenario", .string, "The name or path of the scenario.", isRequired: true),
            Keys.Key("now", .anyNumber, "The deployment's clock, in ms since 1970.", isRequired: true),
        ])

    private static func health(_ call: ControlCall) -> Response {
        let now = call.state.withLock { $0.clock.now }
        return Response(
            json: .object([
                .init("status", .string("ok")), .init("version", .string(MockEnterprise.version)),
                .init("scenario", .string(call.instance.scenario.name)),
                .init("now", .number(String(now.milliseconds))),
            ]))
    }

    private static func ready(_ call: ControlCall) -> Response { Response(json: call.instance.ready) }

    private static func authority(_ call: ControlCall) -> Response {
        Response(
            status: 200, fields: [.init("Content-Type", "application/x-pem-file")],
            body: Array(call.instance.authority.pem.utf8))
    }

    private static func document(_ call: ControlCall) -> Response { Response(json: OpenAPI.json) }
}

extension Keys {
    /// What the ready file holds: docs/contracts.md#the-command.
    static let ready = Keys(what: "the ready file", component: "Ready", list: readyKeys)

    static let readyKeys = [
        Key("version", .string, "The version of mock-portal.", isRequired: true),
        Key("scenario", .string, "The name or path of the scenario.", isRequired: true),
        Key("pid", .anyNumber, "The process.", isRequired: true),
        Key("http", .string, "The origin over HTTP.", isRequired: true),
        Key("https", .string, "The origin over HTTPS.", isRequired: true),
        Key("ca", .textOrNull, "The file with the authority's certificate.", isRequired: true),
        Key("control", .string, "The URL of these endpoints.", isRequired: true),
        Key("portal", .textOrNull, "The URL of the first portal.", isRequired: true),
        Key("portals", .map(.string), "URLs of the portals by name.", isRequired: true),
        Key("servers", .map(.string), "URLs of the servers by name.", isRequired: true),
        Key("idp", .textOrNull, "The URL of the built-in identity provider.", isRequired: true),
        Key("users", .list(.object(user)), "Who can sign in.", isRequired: true),
        Key("apps", .list(.object(app)), "Registered apps.", isRequired: true),
        Key("siteAdmins", .map(.object(admin)), "Primary site administrators by server.", isRequired: true),
        Key("warnings", .list(.object(OpenAPI.finding)), "What is odd about the scenario.", isRequired: true),
    ]

    private static let user = Keys(
        what: "a user", component: "User",
        list: [
            Key("username", .string, "The name.", isRequired: true),
            Key("password", .string, "The password.", isRequired: true),
            Key("provider", .word(["arcgis", "enterprise"]), "Who checks the password.", isRequired: true),
            Key("role", .string, "The role.", isRequired: true),
            Key("store", .string, "portal, or the name of the server that has the user.", isRequired: true),
            Key("certificate", .textOrNull, "The file with the client certificate.", isRequired: true),
            Key("key", .textOrNull, "The file with its key.", isRequired: true),
        ])

    private static let app = Keys(
        what: "an app", component: "App",
        list: [
            Key("clientId", .string, "The client id.", isRequired: true),
            Key("clientSecret", .string, "The secret.", isRequired: true),
            Key("redirectUris", .list(.string), "The redirect URIs.", isRequired: true),
        ])

    private static let admin = Keys(
        what: "an administrator", component: "Administrator",
        list: [
            Key("username", .string, "The name.", isRequired: true),
            Key("password", .string, "The password.", isRequired: true),
        ])
}

extension Keys.Kind {
    static let textOrNull = Keys.Kind.either([.string, .null])
    static let anyNumber = Keys.Kind.integer(Int.min...Int.max)
}
