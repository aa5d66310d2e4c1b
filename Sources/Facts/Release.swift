// SPDX-License-Identifier: Apache-2.0

/// A row of the table of releases: everything about one that does not follow from its behaviors.
struct Release: Sendable {
    var version: Version
    var name: String
    var number: String?
    var full: String?
    var portal: String?
    var cim: String
    var build: String?

    init(
        _ version: Version, _ name: String, number: String?, full: String?, portal: String?, cim: String, build: String?
    ) {
        self.version = version
        self.name = name
        self.number = number
        self.full = full
        self.portal = portal
        self.cim = cim
        self.build = build
    }
}
