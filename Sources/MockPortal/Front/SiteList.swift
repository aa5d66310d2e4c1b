// SPDX-License-Identifier: Apache-2.0

/// Sites in the order of the scenario, and by name.
public struct SiteList<Site: Sendable>: Sendable, RandomAccessCollection {
    private let sites: [(name: String, site: Site)]

    init(_ sites: [(name: String, site: Site)]) { self.sites = sites }

    /// The position of the first site: 0.
    public var startIndex: Int { sites.startIndex }
    /// The position after the last site.
    public var endIndex: Int { sites.endIndex }
    /// Returns the site at a position.
    public subscript(index: Int) -> Site { sites[index].site }
    /// Returns the site of a name, or `nil` if there is none.
    public subscript(name: String) -> Site? { sites.first { $0.name == name }?.site }
    /// The sites' names, in the order of the scenario.
    public var names: [String] { sites.map(\.name) }
}
