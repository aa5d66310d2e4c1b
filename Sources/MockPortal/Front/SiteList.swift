// SPDX-License-Identifier: Apache-2.0

/// Sites in the order of the scenario, and by name.
public struct SiteList<Site: Sendable>: Sendable, RandomAccessCollection {
    private let sites: [(name: String, site: Site)]

    init(_ sites: [(name: String, site: Site)]) { self.sites = sites }

    /// 0.
    public var startIndex: Int { sites.startIndex }
    /// How many there are.
    public var endIndex: Int { sites.endIndex }
    /// The site at that place of the scenario.
    public subscript(index: Int) -> Site { sites[index].site }
    /// The site of that name; `nil` if there is none.
    public subscript(name: String) -> Site? { sites.first { $0.name == name }?.site }
    /// Their names, in the order of the scenario.
    public var names: [String] { sites.map(\.name) }
}
