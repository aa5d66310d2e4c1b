// SPDX-License-Identifier: Apache-2.0

/// Where the services are that were asked last, of a server with many. Services come and go: whoever looks here looks whether
/// it is the one.
struct RecentServices: Sendable {
    struct Key: Hashable {
        var server: Int
        var name: String
        var type: String
    }

    private var list: [Key: Int] = [:]

    subscript(key: Key) -> Int? {
        get { list[key] }
        set {
            if list.count >= 1024 { list.removeAll(keepingCapacity: true) }
            list[key] = newValue
        }
    }
}
