// SPDX-License-Identifier: Apache-2.0

extension MockEnterprise.Scenario {
    /// An item of a portal's content; every service has one without being written.
    public struct Item: Sendable, Written {
        /// Its title.
        public var title: String
        /// In Esri's words: `Web Map`, `Feature Service`.
        public var type: String
        /// 32 letters of hex; `nil`: it follows from type and title.
        public var id: String?
        /// The member whose it is; `nil`: the portal's first administrator.
        public var owner: String?
        /// Who may see it; `nil`: the organization.
        public var access: Service.Access?
        /// Its URL, in which `{server}` and `{portal}` are filled. The item of a service's URL is that service's item.
        public var url: String?
        /// Its tags.
        public var tags: [String]
        /// What `content/items/{id}/data` gives, as JSON5, in which `{server}` and `{portal}` are filled; `nil`: nothing.
        public var data: String?
        /// Further keys of the format, as a JSON5 object, laid over the others.
        public var more: String?
        let location: CodeLocation

        /// Writes an item; findings name `file`, `line` and `column`.
        public init(
            _ title: String, type: String, id: String? = nil, owner: String? = nil, access: Service.Access? = nil,
            url: String? = nil, tags: [String] = [], data: String? = nil, more: String? = nil, file: String = #filePath,
            line: Int = #line, column: Int = #column
        ) {
            self.title = title
            self.type = type
            self.id = id
            self.owner = owner
            self.access = access
            self.url = url
            self.tags = tags
            self.data = data
            self.more = more
            location = CodeLocation(file: file, line: line, column: column)
        }

        func write(to writing: inout Writing) {
            writing.put("id", id)
            writing.put("title", title)
            writing.put("type", type)
            writing.put("owner", owner)
            access?.write(to: &writing)
            writing.put("url", url)
            writing.put("tags", tags)
            if let data { writing.lay("{ data: \(data) }") }
        }
    }
}

extension MockEnterprise.Scenario.Service.Access {
    /// As the key `access`.
    func write(to writing: inout Writing) {
        switch self {
        case .everyone: writing.put("access", "public")
        case .organization: writing.put("access", "org")
        case .owner: writing.put("access", "private")
        case .groups(let ids): writing.put("access", Groups(ids: ids, location: writing.location))
        }
    }

    private struct Groups: Written {
        var ids: [String]
        var location: CodeLocation
        var more: String? { nil }
        func write(to writing: inout Writing) { writing.put("groups", ids) }
    }
}
