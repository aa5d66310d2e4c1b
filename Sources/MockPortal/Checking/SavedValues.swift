// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// Extracts values from a response for later steps.
enum SavedValues {
    static func value(_ source: Scenario.Save.Source, _ received: ResponseReader.Received, _ jar: CookieJar) -> String?
    {
        switch source {
        case .pointer(let pointer):
            guard let json = try? JSONReader.read(received.body), let found = json.at(pointer: pointer) else {
                return nil
            }
            return found.text ?? String(decoding: JSONWriter.json(found), as: UTF8.self)
        case .header(let name, let pattern):
            guard let value = received[name] else { return nil }
            return pattern.map { firstGroup($0, value) } ?? value
        case .body(let pattern): return firstGroup(pattern, String(decoding: received.body, as: UTF8.self))
        case .cookie(let name): return jar.value(of: name)
        }
    }

    private static func firstGroup(_ pattern: String, _ text: String) -> String? {
        guard let regex = try? Regex(pattern), let match = text.firstMatch(of: regex) else { return nil }
        return match.output.count > 1 ? match.output[1].substring.map(String.init) : String(text[match.range])
    }

    /// Replaces the named character references that pages use.
    static func plain(html: String) -> String {
        html.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
