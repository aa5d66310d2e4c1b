// SPDX-License-Identifier: Apache-2.0

import Formats

/// The circumstances of a run against another deployment. With the reports, it can be kept as a proof.
package struct Attestation: Sendable {
    /// The date in ISO 8601.
    package var date: String
    /// The sites: name, URL, and the release that the site reports, or `nil` if it reports none.
    package var sites: [(name: String, url: String, release: String?)] = []
    /// What the double says of itself if the sites are one: an attestation of a double is none of a real site.
    package var double: String?

    init(ready: String, certificateAuthority: String?, courtesy: Courtesy? = nil) {
        date = ISO8601.format(Clock(start: nil).now)
        guard let json = try? JSONReader.read(Array(ready.utf8)),
            let target = try? CheckTarget(ready: json, certificateAuthority: certificateAuthority)
        else { return }
        for site in target.sites.portals {
            sites.append((site.name, site.url, Attestation.release(target, "\(site.url)/sharing/rest", courtesy)))
        }
        for site in target.sites.servers {
            sites.append((site.name, site.url, Attestation.release(target, "\(site.url)/rest/info", courtesy)))
        }
        double = Attestation.double(target, courtesy)
    }

    /// Returns what a double among the sites says of itself: each tells everybody its health.
    private static func double(_ target: CheckTarget, _ courtesy: Courtesy?) -> String? {
        let urls = (target.sites.portals + target.sites.servers).compactMap { WebURL($0.url) }
        for origin in Set(urls.map(\.origin)).sorted() {
            guard let url = WebURL("\(origin)/_mock/health") else { continue }
            courtesy?.pace(StepRequest(get: url))
            guard let json = answer(target, url, nil), json["scenario"] != nil, let version = json["version"]?.text
            else { continue }
            return "mock-portal \(version)"
        }
        return nil
    }

    private static func answer(_ target: CheckTarget, _ url: WebURL, _ courtesy: Courtesy?) -> JSON? {
        var exchange = HTTPExchange(
            trust: target.trust, certificate: nil, jar: CookieJar(), timeout: 10_000, isEndAwaited: false,
            courtesy: courtesy)
        guard case .success(.response(let received)) = exchange.go(StepRequest(get: url), follow: 1) else {
            return nil
        }
        return try? JSONReader.read(received.body)
    }

    private static func release(_ target: CheckTarget, _ url: String, _ courtesy: Courtesy?) -> String? {
        guard let url = WebURL("\(url)?f=json"), let json = answer(target, url, courtesy) else { return nil }
        let number = json["currentVersion"].map { $0.text ?? String(decoding: JSONWriter.json($0), as: UTF8.self) }
        return json["fullVersion"]?.text ?? number
    }

    package var text: String {
        "by mock-portal \(MockEnterprise.version), at \(date), against\n"
            + sites.map { "  \($0.name)  \($0.url)  \($0.release ?? "of no known release")\n" }.joined()
    }

    var json: JSON {
        .object([
            .init("by", .string("mock-portal \(MockEnterprise.version)")), .init("date", .string(date)),
            .init(
                "sites",
                .array(
                    sites.map { site in
                        .object([
                            .init("name", .string(site.name)), .init("url", .string(site.url)),
                            .init("release", site.release.map(JSON.string) ?? .null),
                        ])
                    })),
        ])
    }
}
