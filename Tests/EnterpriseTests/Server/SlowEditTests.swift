// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise
@testable import Services

@Suite("Slow edits are made aside")
struct SlowEditTests {
    private static func rows(_ count: Int, _ name: String) -> String {
        let rows = (0..<count).map { #"{"attributes":{"Name":"\#(name) \#($0)"},"geometry":{"x":1,"y":2}}"# }
        return "[\(rows.joined(separator: ","))]"
    }

    private static func call(
        _ operation: String, _ form: [(String, String)], _ now: Instant, aside: Bool = true
    ) -> Call {
        let request = Request(
            method: "POST", target: Target("\(EditFixture.layer)/\(operation)"),
            fields: Fields([
                .init("Host", "h.example"), .init("Content-Type", "application/x-www-form-urlencoded"),
            ]), body: Array(Form.encode(form + [("f", "json")]).utf8))
        var call = Call(
            request: request, now: now,
            connection: Connection(id: 9, peerAddress: "127.0.0.1", peerPort: 1, localPort: 80, tls: nil))
        call.makesEditsAside = aside
        return call
    }

    private static func add(_ count: Int, _ name: String, _ fixture: PortalFixture, aside: Bool = true) -> Call {
        call("addFeatures", [("features", rows(count, name))], fixture.now, aside: aside)
    }

    private static func count(_ fixture: inout PortalFixture, _ clause: String = "1=1") -> Int? {
        let query = Form.encode([("where", clause), ("returnCountOnly", "true"), ("f", "json")])
        return fixture.ask("\(EditFixture.layer)/query?\(query)").json?["count"]?.integer
    }

    private static func edit(_ answer: Answer) -> SlowEdit? {
        if case .edit(let edit) = answer.errand { edit } else { nil }
    }

    private static func added(_ answer: Answer) -> [Int] {
        let body = answer.sent.get().response.body
        let results = (try? JSONReader.read(body))?["addResults"]?.elements ?? []
        return results.compactMap { $0["success"]?.truth == true ? $0["objectId"]?.integer : nil }
    }

    @Test("what is asked first changes nothing; what is made is committed when it is asked again")
    func committed() throws {
        var fixture = try EditFixture.standalone()
        let before = Self.count(&fixture)
        var call = Self.add(400, "new", fixture)
        let edit = try #require(Self.edit(fixture.deployment.answer(call)))
        #expect(Self.count(&fixture) == before)
        call.edit = edit.make()
        #expect(Self.count(&fixture) == before)
        let ids = Self.added(fixture.deployment.answer(call))
        #expect(ids.count == 400 && Set(ids).count == 400)
        #expect(Self.count(&fixture) == before.map { $0 + 400 })
        #expect(Self.count(&fixture, "Name LIKE 'new %'") == 400)
    }

    @Test("the rows are those that it makes at once")
    func same() throws {
        var (aside, here) = (try EditFixture.standalone(), try EditFixture.standalone())
        var call = Self.add(300, "new", aside)
        call.edit = try #require(Self.edit(aside.deployment.answer(call))).make()
        let made = aside.deployment.answer(call).sent.get().response.body
        let atOnce = here.deployment.answer(Self.add(300, "new", here, aside: false))
        #expect(atOnce.errand == nil)
        #expect(made == atOnce.sent.get().response.body)
        let query = "\(EditFixture.layer)/query?where=1%3D1&outFields=*&f=json"
        #expect(aside.ask(query).body == here.ask(query).body)
    }

    @Test("what was overtaken by another edit is made again, and loses nothing")
    func overtaken() throws {
        var fixture = try EditFixture.standalone()
        let before = try #require(Self.count(&fixture))
        var call = Self.add(300, "slow", fixture)
        call.edit = try #require(Self.edit(fixture.deployment.answer(call))).make()
        fixture.ask("\(EditFixture.layer)/addFeatures", form: [("features", Self.rows(1, "quick")), ("f", "json")])
        let again = fixture.deployment.answer(call)
        let second = try #require(Self.edit(again), "the service is another one")
        #expect(Self.count(&fixture) == before + 1)
        call.edit = second.make()
        #expect(Self.added(fixture.deployment.answer(call)).count == 300)
        #expect(Self.count(&fixture) == before + 301)
        #expect(Self.count(&fixture, "Name = 'quick 0'") == 1)
    }

    @Test("a change of the service by an administrator overtakes it, too")
    func administered() throws {
        var fixture = try EditFixture.standalone()
        var call = Self.add(300, "slow", fixture)
        call.edit = try #require(Self.edit(fixture.deployment.answer(call))).make()
        fixture.deployment.servers[0].services[0].map.feature.capabilities = "Query"
        let refused = fixture.deployment.answer(call)
        if let second = Self.edit(refused) {
            call.edit = second.make()
            #expect(fixture.deployment.answer(call).sent.get().verdict.first?.rule.id == "edit.capability")
        }
        #expect(Self.count(&fixture, "Name LIKE 'slow %'") == 0)
    }

    @Test(
        "who reads does not overtake",
        arguments: ["0?f=json", "0/query?where=1%3D1&f=json", "layers?f=json", "?f=json"])
    func read(_ target: String) throws {
        var fixture = try EditFixture.standalone()
        var call = Self.add(300, "slow", fixture)
        call.edit = try #require(Self.edit(fixture.deployment.answer(call))).make()
        #expect(fixture.ask("\(EditFixture.layer.dropLast(2))/\(target)").status == 200)
        #expect(Self.added(fixture.deployment.answer(call)).count == 300)
    }

    @Test("asynchronous ones whose time has come are made aside, for whoever asks next")
    func asynchronous() throws {
        var fixture = try EditFixture.standalone()
        let before = try #require(Self.count(&fixture))
        var call = Self.call(
            "applyEdits", [("adds", Self.rows(400, "later")), ("async", "true")], fixture.now)
        var answer = fixture.deployment.answer(call)
        while let edit = Self.edit(answer) {
            call.edit = edit.make()
            answer = fixture.deployment.answer(call)
        }
        let status = (try? JSONReader.read(answer.sent.get().response.body))?["statusUrl"]?.text
        #expect(status != nil)
        fixture.now = fixture.now.advanced(milliseconds: 5_000)
        var query = Call(
            request: Request(
                method: "GET",
                target: Target("\(EditFixture.layer)/query?where=1%3D1&returnCountOnly=true&f=json"),
                fields: Fields([.init("Host", "h.example")]), body: []), now: fixture.now,
            connection: Connection(id: 9, peerAddress: "127.0.0.1", peerPort: 1, localPort: 80, tls: nil))
        query.makesEditsAside = true
        let edit = try #require(Self.edit(fixture.deployment.answer(query)))
        let made = edit.make()
        #expect(fixture.deployment.servers[0].services[0].map.hasDueEdits(at: fixture.now))
        query.edit = made
        let counted = fixture.deployment.answer(query)
        #expect(counted.errand == nil)
        let body = counted.sent.get().response.body
        #expect((try? JSONReader.read(body))?["count"]?.integer == before + 400)
        #expect(!fixture.deployment.servers[0].services[0].map.hasDueEdits(at: fixture.now))
        #expect(Self.count(&fixture, "Name LIKE 'later %'") == 400)
    }

    @Test("those of a clause are slow, small ones are not")
    func priced() throws {
        var fixture = try EditFixture.standalone()
        func isSlow(_ operation: String, _ form: [(String, String)]) -> Bool {
            Self.edit(fixture.deployment.answer(Self.call(operation, form, fixture.now))) != nil
        }
        #expect(!isSlow("addFeatures", [("features", Self.rows(2, "few"))]))
        #expect(!isSlow("deleteFeatures", [("objectIds", "1")]))
        #expect(isSlow("deleteFeatures", [("where", "OBJECTID=2")]))
        #expect(isSlow("calculate", [("calcExpression", #"[{"field":"Name","value":"x"}]"#)]))
        #expect(isSlow("applyEdits", [("adds", Self.rows(400, "many"))]))
        #expect(Self.count(&fixture, "Name = 'x'") == 0)
    }

    @Test("a refusal of a slow edit is one: rule, facts, and nothing is changed")
    func refused() throws {
        var fixture = try EditFixture.standalone()
        let before = Self.count(&fixture)
        var call = Self.call(
            "calculate", [("calcExpression", #"[{"field":"Nowhere","value":1}]"#)], fixture.now)
        call.edit = try #require(Self.edit(fixture.deployment.answer(call))).make()
        let sent = fixture.deployment.answer(call).sent.get()
        #expect(sent.verdict.first != nil)
        #expect(sent.response.fields.contains { $0.name == ResponseEncoder.header })
        #expect(Self.count(&fixture) == before)
    }
}
