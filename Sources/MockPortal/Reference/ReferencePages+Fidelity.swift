// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Services

extension ReferencePages {
    /// Returns `docs/fidelity.md`: what is emulated, with the evidence, from the tables that the double uses.
    package static func fidelity() -> String {
        [
            """
            # Fidelity: what MockPortal does, and how we know

            Made from the code by `make schema`; a test fails if it is not up to date. Confidence:

            * **captured**: the bytes were seen on the wire, or in a report that quotes them;
            * **documented**: the vendor's documentation says so;
            * **reported**: a client's code or a report relies on it;
            * **inferred**: nothing shows it; the sanest behavior we could think of. Tell us if you know better.

            """, counts, behaviors, bodies, serviceBodies, endpoints, parameters, forms, otherParameters, ruleTable,
            surface, limits,
        ].joined(separator: "\n")
    }

    private static var behaviors: String {
        var lines = [
            "## Behaviors that differ by release", "",
            "A scenario's `quirks` override them. Between rows, the nearest later release that has evidence applies, as inferred.",
            "",
        ]
        for behavior in Behavior.allCases {
            let choices = behavior.choices.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            lines += ["### `\(behavior.rawValue)`", "", "\(behavior.summary) One of \(choices).", ""]
            lines += ["| release | does | source | confidence |", "|---|---|---|---|"]
            lines += behavior.rows.map { row in
                cells([
                    row.version.name, "`\(row.choice.rawValue)`", SourceLinks.linked(row.evidence.source),
                    row.evidence.confidence.rawValue,
                ])
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    /// Returns the error bodies, one per line: name, confidence and body, separated by tabs.
    package static func bodyList() -> String {
        Explanation.errorBodies.map { "\($0.id)\t\($0.evidence.confidence.rawValue)\t\(body($0))\n" }.joined()
    }

    private static func body(_ words: ErrorBody) -> String {
        String(decoding: JSONWriter.json(words.json), as: UTF8.self)
    }

    private static var bodies: String {
        let rows = Explanation.errorBodies.filter { $0.scope == nil }.map { words in
            cells(["`\(body(words))`", SourceLinks.linked(words.evidence.source), words.evidence.confidence.rawValue])
        }
        return table("## Error bodies", ["body", "source", "confidence"], rows)
    }

    /// The error bodies of services, each with the operations and the systems that say it.
    private static var serviceBodies: String {
        let rows = Explanation.errorBodies.compactMap { body -> String? in
            guard let scope = body.scope else { return nil }
            let releases =
                switch (scope.since, scope.until) {
                case (nil, nil): ""
                case (let since?, nil): "from \(since.name)"
                case (nil, let until?): "before \(until.name)"
                case (let since?, let until?): "from \(since.name), before \(until.name)"
                }
            return cells([
                "`\(self.body(body))`", scope.family, scope.systems.map(\.rawValue).joined(separator: ", "), releases,
                SourceLinks.linked(body.evidence.source), body.evidence.confidence.rawValue,
            ])
        }
        return table(
            "## Error bodies of services", ["body", "operations", "of", "releases", "source", "confidence"], rows)
    }

    private static var endpoints: String {
        let rows = Router.routes.map { route in
            cells([
                "\(route.kind.rawValue): `\(route.path)`", route.summary, SourceLinks.linked(route.evidence.source),
                route.evidence.confidence.rawValue,
            ])
        }
        return table("## Endpoints", ["path", "what", "source", "confidence"], rows)
    }

    private static var parameters: String {
        let rows = QueryParameter.all.sorted { $0.name < $1.name }.map { parameter in
            let effect =
                switch parameter.effect {
                case .acts: "acts"
                case .ignored(let why): "is ignored: \(why)"
                case .refused(let why, let harmless):
                    "is refused\(harmless.map { " unless `\($0)`" } ?? ""): \(why)"
                }
            return cells([
                "`\(parameter.name)`", parameter.only?.rawValue ?? "both", parameter.since?.name ?? "", effect,
            ])
        }
        let about = """
            All documented parameters (query-map-service-layer, query-feature-service-layer), with the first release that
            knows them. Older releases ignore them, and so do services that do not have them.
            """
        return table("## Parameters of a layer's query\n\n\(about)", ["name", "service", "since", "does"], rows)
    }

    private static var forms: String {
        let rows = ParameterForm.all.map { form in
            cells([
                form.operations.map { "`\($0)`" }.joined(separator: ", "), "`\(form.name)`", form.values.rawValue,
                "`\(form.value)`", form.does.rawValue, SourceLinks.linked(form.evidence.source),
                form.evidence.confidence.rawValue,
            ])
        }
        let about = """
            Every name may be written in any letters; an empty value counts as none; of several values of one name the first
            counts; a parameter that the operation does not know is ignored. What values do:
            """
        return table(
            "## Values of parameters\n\n\(about)",
            ["operations", "name", "takes", "a value", "what it does", "source", "confidence"], rows)
    }

    private static var otherParameters: String {
        let rows = ServiceCatalog.parameters.map { parameter in
            let effect =
                switch parameter.effect {
                case .acts: parameter.need == .required ? "acts; required" : "acts"
                case .ignored(let why): "is ignored: \(why)"
                case .refused(let why, _): "is refused: \(why)"
                }
            let forms = parameter.forms.map { form in
                switch form.reading {
                case .absent: "`\(form.value)` counts as absent"
                case .read(let value): "`\(form.value)` as `\(value)`"
                case .taken: "`\(form.value)` is known"
                case .refused(let rule): "`\(form.value)` is refused, `\(rule)`"
                }
            }
            let isIgnored = if case .ignored = parameter.effect { true } else { false }
            return cells([
                "\(parameter.kind.rawValue) `\(parameter.operation)`", "`\(parameter.name)`", effect,
                isIgnored ? "" : forms.joined(separator: "; "), SourceLinks.linked(parameter.evidence.source),
                parameter.evidence.confidence.rawValue,
            ])
        }
        let about = """
            Of each: its name may have any case, empty counts as absent, and of several with a name the first counts. What
            nothing shows is inferred: the reading that fails no client. Tasks' inputs are theirs.
            """
        return table(
            "## Parameters of other operations\n\n\(about)",
            ["operation", "name", "does", "values", "source", "confidence"], rows)
    }

    private static var ruleTable: String {
        let rows = Explanation.rules.sorted { $0.id < $1.id }.map { rule in
            cells([
                "`\(rule.id)`", rule.summary, SourceLinks.linked(rule.evidence.source),
                rule.evidence.confidence.rawValue,
            ])
        }
        return table("## Rules", ["rule", "says", "source", "confidence"], rows)
    }

    /// What is not emulated, and choices where nothing is known.
    private static let limits = """
        ## What is not emulated yet

        * Kerberos in more than one leg, and NTLM after Negotiate where a portal has a keytab. What a portal
          reads of an identity provider elsewhere by URL, metadata of SAML and all of OpenID Connect, must be on loopback.
        * Keys of descriptions that came after the captures: layers of feature services in the runtime of ArcGIS Pro have those
          of 10.61, hosted layers and roots those of 11.5. Capabilities in them state what the double supports.
        * A source that is slow (`sourceState`) answers as after a time-out, at once unless `sourceDelay` says how long that takes.
        * Why each path of a service is not emulated stands beside it in the table above.
        * Packages of tiles have PNG images, whatever `compressionQuality` says. Raster functions work on the bands of the
          scenario's image, at most three with a byte each; those that are not computed are refused by name. An uploaded raster
          gets a row of the catalog and no footprint, for georeferences of files are not read. Replicas and exports are not
          written as file geodatabases.
        * Statistics `LINEAR_REGRESSION`, of which no public page shows the answer.
        * `publish` reads GeoJSON, CSV with coordinates or without, feature collections and shapefiles, and makes feature services of
          them; of other files the scenario names the layers (`publishing.packages`). Addresses are not found. `export` writes GeoJSON
          and CSV. Views show layers of one service; joined views do not join.
        * An export package of a group holds items and their files, and of services their items alone; other software does not read it.
        * Settings that are read back and change nothing: `httpsProtocols`, `cipherSuites`, `HSTSEnabled`, `allowDirectAccess` and
          `blockDataCopy` of a server, `disableServicesDirectory` and the protocols and HSTS of a portal, `canSharePublic` for items.
          A server counts its log and its usage from the requests; the messages and codes in it are the double's.
        * Federation before 10.3.1.
        * Datum transformations whose file is not installed: the coordinates are those of the best one that is, and the header
          names `service.approximate-datum`.
        * Output formats of services other than html, json, pjson, geojson, pbf, image and, of maps, kmz: `lyr`, `nmf`, `pitemx` and the
          like are refused as `f=woops` is, and so is `amf`, which layers list before 10.7. `f=jsapi` of a map service is a page with an image, not with Esri's viewer.
        * Payloads of webhooks are posted to loopback and to the hosts that the scenario names, at once and without waiting between
          attempts. Webhooks of feature and geoprocessing services are not emulated.
        * Of administration: what waits for software that the double has not, such as collaborations with other portals, scheduled
          tasks of notebooks, data stores that publish layers in bulk, AI services, classification of items, listings of the
          Marketplace, credits of ArcGIS Online, and the diagnostics of a server. Certificates are kept with their keys, and no
          listener shows them: those of the double are its own authority's.
        * HTTP/2. Methods other than GET, POST, HEAD and OPTIONS.

        ## Choices where nothing is known

        * `stddev` and `var` are of the sample. Statistics come after the fields that rows are grouped by.
        * `esriSpatialRelContains` returns the rows inside the query's geometry, `Within` those around it;
          `relationParam` is a DE-9IM matrix, the query's geometry first; `IndexIntersects` compares rectangles.
        * A redirect_uri is accepted if it is registered, or below a registered one with the same scheme and authority.
        * Codes are valid for ten minutes, sign-ins for thirty; a refresh token requested with `expiration=-1` has -1
          in `refresh_token_expires_in`.
        * Portals use the proper names of SAML bindings (`HTTP-POST`), as every client knows them; Esri's guide for
          SimpleSAMLphp spells `HTTPS-POST`. Requests go by Redirect, unsigned; SHA-1 is accepted in signatures unless a quirk refuses it.
        * The clocks of portal and identity provider may differ by two minutes.
        * The portal's page has `Unable to sign you in to ArcGIS Enterprise` for a response that it does not accept for a reason
          whose words were never shown.
        * Of two parameters with the same name, the first counts, the query before the body.
        * HTTP 405 with a page for other methods; 404 with a page outside of every portal and server.
        * `Cache-Control: no-store` on answers that depend on a token: QGIS otherwise replays answers by URL alone.
        * An exchanged token is bound to the `referer` of the exchange, or else as the original token.
        * `portaladmin` answers invalid tokens with the text of 11.1 at every release.
        * GET with name and password on `sharing/generateToken`, without `rest`, returns a token up to 10.6.1: documentation
          says POST only, and clients send GET there for other purposes.
        * Where an organization requires HTTPS, the doors that issue tokens and `info` still answer plain HTTP, so that
          clients that cannot do HTTPS can be tested; the others refuse.
        * `rest/info` of 10.0 has `tokenServicesUrl` as in later releases; its documentation says `tokenServiceUrl`.
        * Names of a web server's directory are case-insensitive; its users are the portal's enterprise users. A client
          certificate is recognized by itself, whatever its dates; without one, the web server answers 403.
        * The path on which a portal begins an OpenID Connect login was never shown: `oauth2/oidc/{idp}/authorize` here, beside
          the `signin` and `signout` that were.
        * The login pages store the token in the cookie `agstoken`; they redirect to no other host.
        * A private service is visible to its owner (`owner`, else the portal's first administrator) and to administrators.
        * An item that a signed-in member may not see is 403; for an anonymous caller it does not exist.
        * Unfederating a server invalidates its tokens; federating it again by an event repairs a stale key.
        * A machine without a site (`site: false`) reports it at `admin`, a portal at `portaladmin`; other paths answer normally.
        * Stopped services are listed in the catalog.
        * Pages of the services directory have the parts of real ones, path, links, text and forms (documented), with
          their own markup; descriptions are shown as text, never as markup. An error on a page has the HTTP status 200,
          an unknown format 400. The forms of `execute` and `submitJob` have a field for each input of the task.
        * `rest/logout` removes the cookie and redirects to the services directory; no answer of a real one was shown.
        * A parameter that `supports…` denies is refused where the answer would have other rows, and ignored where it would
          only have another form. A statistic of a layer without statistics is refused.
        * Rows come in the order of their source; pages without an order by object id, as documented.
        * A query of a whole feature service queries the layers that `layerDefs` names, or all without it.
        * Ambiguous HTTP messages are refused with 400, whatever a real web server would make of them.

        """

    static func table(_ title: String, _ heads: [String], _ rows: [String]) -> String {
        ([title, "", cells(heads), "|" + heads.map { _ in "---|" }.joined()] + rows).joined(separator: "\n") + "\n"
    }

    static func cells(_ texts: [String]) -> String {
        "| " + texts.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
