// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Services

extension ReferencePages {
    /// `docs/fidelity.md`: what is emulated and how we know, from the tables that the double runs on.
    package static func fidelity() -> String {
        [
            """
            # Fidelity: what MockPortal does, and how we know

            Made from the code by `make schema`; a test fails if it is not up to date. Confidence:

            * **captured**: the bytes were seen on the wire, or in a report that quotes them;
            * **documented**: the vendor's documentation says so;
            * **reported**: a client's code or a report relies on it;
            * **inferred**: nothing shows it; the sanest behavior we could think of. Tell us if you know better.

            """, behaviors, bodies, endpoints, parameters, ruleTable, absent, limits,
        ].joined(separator: "\n")
    }

    private static var behaviors: String {
        var lines = [
            "## Behaviors that differ by release", "",
            "A scenario's `quirks` override them. Between rows the nearest later release that has evidence counts, as inferred.",
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

    /// The error bodies, a line each: name, confidence and body, with tabs between.
    package static func bodyList() -> String {
        Explanation.errorBodies.map { "\($0.id)\t\($0.evidence.confidence.rawValue)\t\(body($0))\n" }.joined()
    }

    private static func body(_ words: ErrorBody) -> String {
        String(decoding: JSONWriter.json(words.json), as: UTF8.self)
    }

    private static var bodies: String {
        let rows = Explanation.errorBodies.map { words in
            cells(["`\(body(words))`", SourceLinks.linked(words.evidence.source), words.evidence.confidence.rawValue])
        }
        return table("## Error bodies", ["body", "source", "confidence"], rows)
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
                case .ignored(let why): "is taken no notice of: \(why)"
                case .refused(let why, let harmless):
                    "is refused\(harmless.map { " unless `\($0)`" } ?? ""): \(why)"
                }
            return cells([
                "`\(parameter.name)`", parameter.only?.rawValue ?? "both", parameter.since?.name ?? "", effect,
            ])
        }
        let about = """
            All that are documented (query-map-service-layer, query-feature-service-layer), with the first release here that
            knows them; older ones take no notice, and neither does a service that does not have them.
            """
        return table("## Parameters of a layer's query\n\n\(about)", ["name", "service", "since", "does"], rows)
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

    private static var absent: String {
        let rows = UnsupportedOperation.all.map { absent in
            let path = absent.isOfLayer ? "{layer}/\(absent.name)" : absent.name
            return cells(["`\(path)`", absent.kinds.map(\.rawValue).joined(separator: ", "), absent.summary])
        }
        let title = """
            ## Operations that real services have, and the double has not

            They are refused by the rule `service.no-operation`; a service's `results` in the scenario can give their answers.
            """
        return table(title, ["operation", "of", "what"], rows)
    }

    /// What is left out, and choices where nothing is known.
    private static let limits = """
        ## What the double does not do yet

        * SAML logins that the provider begins (`signin2`), encrypted assertions, single logout; an OpenID Connect
          provider elsewhere (the built-in one is asked in process); Kerberos (Negotiate is announced, NTLM spoken).
        * `portaladmin` but for federation; `admin` but for security, services and empty logs.
        * Keys of descriptions that came after the captures: feature services on ArcGIS Server have those of 10.61 and 10.71,
          hosted layers those of 10.7, hosted roots those of 10.41. Capabilities in them say what the double does.
        * Federation before 10.3.1.
        * Queries in another spatial reference than WGS 84, Web Mercator and the layer's own, by full text or unique ids are
          refused, with the reason, never answered wrongly.
        * Output formats of services but html, json, pjson, geojson, pbf and image: `f=kmz`, `lyr`, `nmf`, `pitemx` and the
          like are refused as `f=woops` is. `f=jsapi` of a map service is a page with its picture, not with Esri's viewer.
        * HTTP/2. Methods other than GET, POST, HEAD and OPTIONS.

        ## Choices where nothing is known

        * `stddev` and `var` are the sample's. Statistics come after the fields that rows are grouped by.
        * `esriSpatialRelContains` gives the rows that the query's geometry contains, `Within` those that it lies in;
          `relationParam` is a DE-9IM matrix, the query's geometry first; `IndexIntersects` compares rectangles.
        * A redirect_uri is taken if it is registered, or lies below a registered one of the same scheme and authority.
        * Codes are good for ten minutes, sign-ins for thirty; a refresh token that was asked for with `expiration=-1` says -1
          in `refresh_token_expires_in`.
        * Portals that every client knows send and take SAML by the bindings' proper names (`HTTP-POST`); Esri's guide for
          SimpleSAMLphp spells `HTTPS-POST`. Requests go by Redirect, unsigned; assertions must be signed with SHA-256 or better.
        * The clocks of portal and identity provider may differ by two minutes.
        * The portal's page says `Unable to sign you in to ArcGIS Enterprise` of every response it does not believe.
        * A request with two parameters of one name: the first counts, the query before the body.
        * HTTP 405 with a page for methods that are not answered; 404 with a page for paths that are not.
        * `Cache-Control: no-store` on what depends on a token: QGIS plays answers back by URL alone otherwise.
        * An exchanged token is bound to the `referer` that came with the exchange, else as the token that was exchanged.
        * `portaladmin` answers bad tokens in the words of 11.1 at every release.
        * GET with name and password on `sharing/generateToken`, without `rest`, gives a token up to 10.6.1: documentation
          says POST only, and clients send GET there for other ends.
        * Where an organization is HTTPS only, the doors that hand out tokens and `info` answer plain HTTP all the same, so that
          clients that cannot do HTTPS can be tested; the others refuse.
        * `rest/info` of 10.0 spells `tokenServicesUrl` as later releases do; its documentation says `tokenServiceUrl`.
        * Names of a web server's directory are taken in any case; its users are the portal's enterprise users. A client
          certificate is known by itself, whatever its dates; without one the web server says 403.
        * Esri's paths for OpenID Connect were never shown: `oauth2/oidc/authorize` and `oauth2/oidc/signin` here.
        * The login pages put the token into the cookie `agstoken`; they send nobody to another host.
        * A private service is its owner's (`owner`, else the portal's first administrator) and the administrators'.
        * An item that a signed-in member may not see is 403, one that an anonymous caller may not see does not exist.
        * Unfederating a server ends its tokens; federating it again by an event heals a stale key.
        * A machine without a site (`site: false`) says so at `admin`, a portal at `portaladmin`; other paths answer as if it had one.
        * Services that are stopped are listed in the catalog.
        * Pages of the services directory have the parts of real ones, the way there, links, text and forms (documented), with
          markup of their own; descriptions are shown as text, never as markup. An error on a page has the HTTP status 200,
          a format that is none 400. The forms of `execute` and `submitJob` have a field for each input of the task.
        * `rest/logout` takes the cookie away and leads to the services directory; no answer of a real one was shown.
        * A query of a whole feature service asks the layers that `layerDefs` names, or all where it is missing.
        * HTTP messages that could be read in two ways are refused with 400, whatever a real web server would make of them.

        """

    private static func table(_ title: String, _ heads: [String], _ rows: [String]) -> String {
        ([title, "", cells(heads), "|" + heads.map { _ in "---|" }.joined()] + rows).joined(separator: "\n") + "\n"
    }

    private static func cells(_ texts: [String]) -> String {
        "| " + texts.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}
