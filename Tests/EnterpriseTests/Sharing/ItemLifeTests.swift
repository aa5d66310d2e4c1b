// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// What members do with items beside their files: folders, comments, ratings, copies.
@Suite("Items and members")
struct ItemLifeTests {
    private static let item = "\(PublishingFixture.rest)/content/items/m"

    @Test("a folder that is renamed keeps its id and its items; one that is deleted takes them along")
    func folder() throws {
        var fixture = try PublishingFixture()
        let own = PublishingFixture.own
        let made = fixture.post("\(own)/createFolder", [("title", "Maps")])
        let id = made.json?["folder"]?["id"]?.text ?? ""
        _ = fixture.post("\(own)/items/m/move", [("folder", id)])
        let renamed = fixture.post("\(own)/\(id)/update", [("newTitle", "Charts")])
        #expect(
            renamed.body
                == #"{"success":true,"folder":{"username":"paul","id":"\#(id)","title":"Charts"}}"#)
        #expect(fixture.get(Self.item).json?["ownerFolder"]?.text == id)
        #expect(fixture.post("\(own)/\(id)/delete").json?["success"]?.truth == true)
        #expect(fixture.get(Self.item).rule == "sharing.item-missing")
    }

    @Test("comments are their authors' own, and counted")
    func comments() throws {
        var fixture = try PublishingFixture()
        let id = fixture.post("\(Self.item)/addComment", [("comment", "Fine")]).json?["commentId"]?.text ?? ""
        #expect(fixture.get("\(Self.item)/comments").json?["comments"]?[0]?["comment"]?.text == "Fine")
        #expect(fixture.get(Self.item).json?["numComments"]?.integer == 1)
        _ = fixture.post("\(Self.item)/comments/\(id)/update", [("comment", "Better")])
        #expect(fixture.get("\(Self.item)/comments/\(id)").json?["comment"]?.text == "Better")
        #expect(fixture.post("\(Self.item)/comments/\(id)/delete", as: "vera").rule == "sharing.comment-missing")
        #expect(
            fixture.post("\(Self.item)/comments/\(id)/delete").body == #"{"success":true,"commentId":"\#(id)"}"#)
    }

    @Test("a rating is one's own, and an item has the mean of all")
    func ratings() throws {
        var fixture = try PublishingFixture()
        _ = fixture.post("\(Self.item)/addRating", [("rating", "5")])
        _ = fixture.post("\(Self.item)/addRating", [("rating", "2")], as: "vera")
        #expect(fixture.get(Self.item).json?["avgRating"]?.double == 3.5)
        #expect(fixture.get("\(Self.item)/rating").json?["rating"]?.double == 5)
        _ = fixture.post("\(Self.item)/deleteRating")
        #expect(fixture.get(Self.item).json?["numRatings"]?.integer == 1)
    }

    @Test("a copy has an id of its own and is nobody else's")
    func copy() throws {
        var fixture = try PublishingFixture()
        let made = fixture.post("\(PublishingFixture.own)/items/m/copy", [("title", "Another")])
        let id = made.json?["itemId"]?.text ?? ""
        let item = fixture.get("\(PublishingFixture.rest)/content/items/\(id)")
        #expect(item.json?["title"]?.text == "Another")
        #expect(item.json?["access"]?.text == "private")
    }

    @Test("categories of several items, each by itself")
    func categories() throws {
        var fixture = try PublishingFixture()
        let many = (0...20).map { "\"/Categories/\($0)\"" }.joined(separator: ",")
        let items = #"[{"m":{"categories":["/Categories/Geology"]}},{"nope":{"categories":[]}}]"#
        let answer = fixture.post("\(PublishingFixture.rest)/content/updateItems", [("items", items)])
        #expect(answer.json?["results"]?[0]?["success"]?.truth == true)
        #expect(answer.json?["results"]?[1]?["success"]?.truth == false)
        #expect(fixture.get(Self.item).json?["categories"]?[0]?.text == "/Categories/Geology")
        let refused = fixture.post(
            "\(PublishingFixture.rest)/content/updateItems", [("items", #"[{"m":{"categories":[\#(many)]}}]"#)])
        #expect(
            refused.body
                == #"{"results":[{"itemId":"m","success":false,"error":{"code":400,"message":"Item exceeds max size of 20 categories."}}]}"#
        )
        let stranger = fixture.post(
            "\(PublishingFixture.rest)/content/updateItems", [("items", items)], as: "vera")
        #expect(stranger.json?["results"]?[0]?["success"]?.truth == false)
    }

    @Test("a data store that is broken, in the words of later releases")
    func dataStore() throws {
        var fixture = try PublishingFixture(publishing: "dataStore: 'broken'")
        let answer = fixture.post(
            "\(PublishingFixture.own)/createService", [("createParameters", "{\"name\":\"S\"}")])
        let message =
            "Create Service error: Failed to create the service 'Hosted/S.FeatureServer'. The table 'S' does not exist or is a system table."
        #expect(answer.body == #"{"success":false,"error":{"message":"\#(message)"},"isView":false}"#)
    }

    @Test("whether items may be given away is told without doing it")
    func canReassign() throws {
        var fixture = try PublishingFixture()
        let form = [("items", "m,nope"), ("targetUsername", "vera")]
        let told = fixture.post("\(PublishingFixture.own)/canReassignItems", form)
        #expect(told.json?["results"]?[0]?["success"]?.truth == true)
        #expect(told.json?["results"]?[1]?["success"]?.truth == false)
        #expect(fixture.get(Self.item).json?["owner"]?.text == "paul")
        #expect(
            fixture.post("\(PublishingFixture.own)/canReassignItems", [("items", "m"), ("targetUsername", "no")]).rule
                == "sharing.target-user")
    }
}
