// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

@Suite("A search among many")
struct LargeSearchTests {
    private static func fixture(_ count: Int) throws -> PortalFixture {
        let numbers = 0..<count
        let users = numbers.map { "{ username: \"u\($0)\", password: \"pw\", role: \"org_user\" }" }
        let items = numbers.map { number in
            let id = String(repeating: "a", count: 28) + String(1000 + number)
            return "{ id: \"\(id)\", title: \"road \(number)\", type: \"Web Map\", owner: \"u1\", access: \"public\" }"
        }
        let groups = numbers.map { number in
            let id = String(repeating: "b", count: 28) + String(1000 + number)
            return "{ id: \"\(id)\", title: \"crew \(number)\", owner: \"u1\", access: \"public\" }"
        }
        return try PortalFixture(
            """
            { portal: { users: [\(users.joined(separator: ","))], items: [\(items.joined(separator: ","))],
                groups: [\(groups.joined(separator: ","))] } }
            """)
    }

    private static let searches = [
        "community/users?q=u*", "portals/self/users/search?q=u*", "community/groups?q=crew", "search?q=road",
    ]

    @Test("is made while others are answered, and finds the same", arguments: searches, [100, 101])
    func aside(_ search: String, _ count: Int) throws {
        var fixture = try Self.fixture(count)
        let token = fixture.token("u1")
        let heard = fixture.ask("/portal/sharing/rest/\(search)&num=100&f=json&token=\(token)")
        #expect(heard.wasMadeAside == (count > 100))
        #expect(heard.json?["total"]?.integer == count)
        #expect(heard.json?["results"]?.elements?.count == 100)
        let last = fixture.ask("/portal/sharing/rest/\(search)&start=\(count)&f=json&token=\(token)").json
        #expect(last?["results"]?.elements?.count == 1)
        #expect(last?["nextStart"]?.integer == -1)
    }

    @Test("what cannot be read is refused at once", arguments: searches)
    func unreadable(_ search: String) throws {
        var fixture = try Self.fixture(101)
        let token = fixture.token("u1")
        let heard = fixture.ask("/portal/sharing/rest/\(search))&f=json&token=\(token)")
        #expect(heard.rule == "sharing.bad-query" && !heard.wasMadeAside)
    }

    @Test("an item is found by its id among many")
    func item() throws {
        var fixture = try Self.fixture(101)
        let id = String(repeating: "a", count: 28) + "1100"
        #expect(fixture.ask("/portal/sharing/rest/content/items/\(id)?f=json").json?["title"]?.text == "road 100")
        let missing = fixture.ask("/portal/sharing/rest/content/items/\(id.dropLast())?f=json")
        #expect(missing.rule == "sharing.item-missing")
    }
}
