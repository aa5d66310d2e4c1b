// SPDX-License-Identifier: Apache-2.0

import Facts

/// What `mock-portal new` can write, in words.
package enum Starters {
    package static var versions: [String] { Version.known.map(\.name) }

    /// Returns the release that a name without a profile probably means.
    package static func nearest(_ version: String) -> String? { Version.nearest(to: version)?.name }

    /// The logins that a release has, each with what it is.
    package static func logins(_ version: String) -> [(String, String)] {
        Version(version).map { Starter.logins(of: $0).map { ($0.rawValue, $0.about) } } ?? []
    }

    package static var symptoms: [(String, String)] { Starter.Symptom.allCases.map { ($0.rawValue, $0.about) } }

    /// `nil` if a word is none of those above.
    package static func text(name: String, version: String, login: String, symptom: String) -> String? {
        guard let version = Version(version), let login = Starter.Login(rawValue: login),
            Starter.logins(of: version).contains(login), let symptom = Starter.Symptom(rawValue: symptom)
        else { return nil }
        return Starter(name: name, version: version, login: login, symptom: symptom).text
    }
}
