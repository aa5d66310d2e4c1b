import Facts
import Formats
import TestSupport
import Testing

@testable import Enterprise

/// Scenarios with one thing wrong each; the messages stand in Tests/Golden/scenario-findings.txt.
@Suite("Scenario files that are wrong")
struct FindingTests {
    private static let service =
        "{ name: 'A', type: 'MapServer', layers: [{ id: 0, name: 'L', source: 'builtin:data/airports.geojson' }] }"

    static let cases: [String: String] = [
        "misspelt top key": "{ tilte: 'x' }",
        "misspelt user key": "{ portal: { users: [{ usernmae: 'a', password: 'b' }] } }",
        "user without password": "{ portal: { users: [{ username: 'a' }] } }",
        "wrong type": "{ portal: { users: 'anna' } }",
        "number for text": "{ portal: { users: [{ username: 1, password: 'b' }] } }",
        "version as number": "{ portal: { version: 10.3 } }",
        "unknown version": "{ portal: { version: '10.3.2' } }",
        "duplicate user":
            "{ portal: { users: [\n  { username: 'a', password: 'b' },\n  { username: 'a', password: 'c' } ] } }",
        "duplicate portal": "{ portals: [{ name: 'a' }, { name: 'a', context: 'b' }] }",
        "duplicate service": "{ servers: [{ services: [\(service), \(service)] }] }",
        "same context twice": "{ portal: { context: 'arcgis' }, servers: [{}] }",
        "missing file":
            "{ servers: [{ services: [{ name: 'A', type: 'MapServer', layers: [{ id: 0, name: 'L', source: 'no/such.geojson' }] }] }] }",
        "layer that is no GeoJSON":
            "{ servers: [{ services: [{ name: 'A', type: 'MapServer', layers: [{ id: 0, name: 'L', source: 'bad.geojson' }] }] }] }",
        "layer with a value of another type":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, source: 'rows.geojson', fields: [{ name: 'n', type: 'esriFieldTypeInteger' }] }] }] }] }",
        "layer with a field twice":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, fields: [{ name: 'n' }, { name: 'N' }] }] }] }] }",
        "layer with two object ids":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, objectIdField: 'a', fields: [{ name: 'b', type: 'esriFieldTypeOID' }] }] }] }] }",
        "unknown type of a field":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, fields: [{ name: 'n', type: 'esriFieldTypeInt' }] }] }] }] }",
        "domain without codes":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, fields: [{ name: 'n', domain: { type: 'codedValue', name: 'd' } }] }] }] }] }",
        "default of another type":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, fields: [{ name: 'n', type: 'esriFieldTypeInteger', defaultValue: 'x' }] }] }] }] }",
        "service from no root": "{ servers: [{ services: [{ name: 'A', source: 'bad.geojson' }] }] }",
        "unknown behaviour": "{ quirks: { 'token.referer-mising': 'refuse' } }",
        "unknown choice": "{ quirks: { 'token.referer-missing': 'refuze' } }",
        "unknown role": "{ portal: { users: [{ username: 'a', password: 'b', role: 'org_amdin' }] } }",
        "unknown provider": "{ portal: { users: [{ username: 'a', password: 'b', provider: 'enterprize' }] } }",
        "unknown service type": "{ servers: [{ services: [{ name: 'A', type: 'MapSever' }] }] }",
        "federated with nobody": "{ portal: null, servers: [{ federated: true }] }",
        "federated with a portal that is not there": "{ portal: {}, servers: [{ federated: 'protal' }] }",
        "clock that is none": "{ clock: 'yesterday' }",
        "seed below 0": "{ seed: -1 }",
        "port out of range": "{ portal: { httpsPort: 70000 } }",
        "extends nothing": "{ extends: 'start/federatd' }",
        "extends a missing file": "{ extends: './no.json5' }",
        "extends itself": "{ extends: 'test.json5' }",
        "unknown group":
            "{ portal: { groups: [{ id: 'g1' }] }, servers: [{ services: [{ name: 'A', type: 'MapServer', access: { groups: ['g2'] } }] }] }",
        "unknown member":
            "{ portal: { users: [{ username: 'anna', password: 'b' }], groups: [{ id: 'g', members: ['ana'] }] } }",
        "portal of a release of servers": "{ portal: { version: '10.2' } }",
        "federated server of such a release": "{ portal: {}, servers: [{ version: '10.2', federated: true }] }",
        "GET at 10.3": "{ servers: [{ version: '10.3', tokens: { allowHttpGet: true } }] }",
        "certificate of nobody":
            "{ portal: { users: [{ username: 'anna', password: 'b' }] }, steps: [{ request: { url: '{portal}', certificate: 'anna' } }] }",
        "unknown owner":
            "{ portal: { users: [{ username: 'anna', password: 'b' }] }, servers: [{ services: [{ name: 'A', owner: 'ana' }] }] }",
        "unknown group of an item":
            "{ portal: { groups: [{ id: 'g1' }] }, servers: [{ services: [{ name: 'A', item: { access: { groups: ['g2'] } } }] }] }",
        "unknown owner of an item":
            "{ portal: { users: [{ username: 'anna', password: 'b' }], items: [{ title: 'A', type: 'PDF', owner: 'ana' }] } }",
        "item without a type": "{ portal: { items: [{ title: 'A', tpye: 'PDF' }] } }",
        "unknown group of a portal's item":
            "{ portal: { groups: [{ id: 'g1' }], items: [{ title: 'A', type: 'PDF', access: { groups: ['g2'] } }] } }",
        "item of a server that is not there":
            "{ portal: { items: [{ title: 'A', type: 'PDF', url: '{server.gsi}/x' }] }, servers: [{}] }",
        "data of a server that is not there":
            "{ portal: { items: [{ title: 'A', type: 'Web Map', data: { a: [{ url: '{serve}' }, { url: '{server.b}' }] } }] } , servers: [{}] }",
        "data that is not there": "{ portal: { items: [{ title: 'A', type: 'PDF', data: 'no.pdf' }] } }",
        "extent that is none": "{ portal: { items: [{ title: 'A', type: 'PDF', extent: [[1, 2], [0, 3]] }] } }",
        "item made yesterday": "{ portal: { items: [{ title: 'A', type: 'PDF', created: 'yesterday' }] } }",
        "duplicate item":
            "{ portal: { items: [\n  { id: 'a', title: 'A', type: 'PDF' },\n  { id: 'a', title: 'B', type: 'PDF' } ] } }",
        "unknown owner of a group":
            "{ portal: { users: [{ username: 'anna', password: 'b' }], groups: [{ id: 'g', owner: 'ana', admins: ['bob'] }] } }",
        "unknown event": "{ servers: [{}], steps: [{ event: { event: 'restart-sever' } }] }",
        "metadata that is not there": "{ portal: { logins: { saml: { metadata: 'no.xml' } } } }",
        "metadata that is none": "{ portal: { logins: { saml: { metadata: 'bad.geojson' } } } }",
        "unknown fault of a provider": "{ portal: { logins: { saml: { faults: ['expired'] } } } }",
        "event about nobody":
            "{ portal: { users: [{ username: 'anna', password: 'b' }] }, steps: [{ event: { event: 'disable-user', user: 'ana' } }] }",
        "event about which": "{ servers: [{}, { context: 'b' }], steps: [{ event: { event: 'restart-server' } }] }",
        "event with a response":
            "{ servers: [{}], steps: [{ event: { event: 'restart-server' }, response: { status: 200 } }] }",
        "step without action": "{ steps: [{ say: 'x' }] }",
        "step with two actions": "{ steps: [{ request: { url: 'x' }, advance: 'PT1S' }] }",
        "advance that is no duration": "{ steps: [{ advance: '61 minutes' }] }",
        "unknown rule": "{ portal: {}, steps: [{ request: { url: '{portal}' }, because: 'token.expird' }] }",
        "undefined placeholder": "{ portal: {}, steps: [{ request: { url: '{protal}/x' } }] }",
        "placeholder saved later":
            "{ portal: {}, steps: [{ request: { url: '{portal}', query: { token: '{token}' } }, save: { token: '/token' } }] }",
        "save over a name of the deployment":
            "{ portal: {}, steps: [{ request: { url: '{portal}' }, save: { portal: '/x' } }] }",
        "two bodies": "{ portal: {}, steps: [{ request: { url: '{portal}', form: {}, json: {} } }] }",
        "bad regex": "{ portal: {}, steps: [{ request: { url: '{portal}' }, response: { matches: '(' } }] }",
        "pointer without slash": "{ portal: {}, steps: [{ request: { url: '{portal}' }, save: { t: 'token' } }] }",
        "repeat 0": "{ portal: {}, steps: [{ request: { url: '{portal}' }, repeat: 0 }] }",
        "bad service name": "{ servers: [{ services: [{ name: 'a/b/c', type: 'MapServer' }] }] }",
        "bad context": "{ portal: { context: 'a/b' } }",
        "fault without then": "{ faults: [{ when: { nth: 1 } }] }",
        "fault that does nothing": "{ faults: [{ then: {} }] }",
        "fault that does two things": "{ faults: [{ then: { delay: 'PT1S', reset: 'head' } }] }",
        "unknown stage of a fault": "{ faults: [{ then: { reset: 'haed' } }] }",
        "delay that is no duration": "{ faults: [{ then: { delay: '2 seconds' } }] }",
        "length without a sign": "{ faults: [{ then: { contentLength: '10' } }] }",
        "misspelt when": "{ faults: [{ when: { pth: '/portal/**' }, then: { reset: 'head' } }] }",
        "unknown door of a fault": "{ faults: [{ when: { door: 'sharing/generatetoken' }, then: { reset: 'head' } }] }",
        "when of requests at accept": "{ faults: [{ when: { path: '/**' }, then: { stall: 'accept' } }] }",
        "door at the handshake":
            "{ faults: [{ when: { door: 'rest/info', nth: 1 }, then: { handshake: 'expired' } }] }",
        "misspelt certificate": "{ faults: [{ then: { handshake: 'selfsigned' } }] }",
        "misspelt coding": "{ faults: [{ then: { gzip: 'unaskd' } }] }",
        "per that is no duration": "{ faults: [{ when: { from: 2, per: '1 minute' }, then: { reset: 'head' } }] }",
        "more than all": "{ faults: [{ when: { percent: 101 }, then: { reset: 'head' } }] }",
        "misspelt longerThan": "{ faults: [{ when: { longerthan: 10 }, then: { reset: 'head' } }] }",
        "fault with an unknown event": "{ servers: [{}], faults: [{ then: { event: { event: 'stop-servise' } } }] }",
        "fault with an event about nothing":
            "{ servers: [{ services: [\(service)] }], faults: [{ then: { event: { event: 'drop-field', service: 'A', field: 'NAM' } } }] }",
        "event about a field that must stay":
            "{ servers: [{ services: [\(service)] }], steps: [{ event: { event: 'drop-field', service: 'A', field: 'OBJECTID' } }] }",
        "event about a layer that is not there":
            "{ servers: [{ services: [\(service)] }], steps: [{ event: { event: 'add-field', service: 'A', layer: 3, field: 'X' } }] }",
        "event about a field that is there":
            "{ servers: [{ services: [\(service)] }], steps: [{ event: { event: 'add-field', service: 'A', field: 'name' } }] }",
        "event without its field":
            "{ servers: [{ services: [\(service)] }], steps: [{ event: { event: 'drop-field', service: 'A' } }] }",
        "closed in an unknown way":
            "{ portal: {}, steps: [{ request: { url: '{portal}' }, response: { closed: 'handshak' } }] }",
        "answer with two bodies": "{ faults: [{ then: { answer: { body: 'x', bodyFile: 'bad.geojson' } } }] }",
        "body file that is not there": "{ faults: [{ then: { answer: { bodyFile: 'no.html' } } }] }",
        "error without a message": "{ faults: [{ then: { error: { code: 500 } } }] }",
        "syntax": "{ portal: { users: [ } }",
        "a list": "[]",
        "empty": "",
    ]

    @Test("say where and what was meant", arguments: cases.keys.sorted())
    func finding(_ name: String) throws {
        let files = MemoryFiles([
            "test.json5": Self.cases[name] ?? "", "bad.geojson": "{\"type\":\"FeatureCollection\"}",
            "rows.geojson": """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"n":1},"geometry":null},
              {"type":"Feature","properties":{"n":"two"},"geometry":null}]}
            """,
        ])
        let all = ScenarioLoader.load("test.json5", files: files).1
        #expect(!all.isEmpty)
        for finding in all { #expect(finding.position.line > 0 && finding.position.column > 0) }
        try Golden.expect("scenario-findings.txt", entry: name, all.map(\.description).joined(separator: " | "))
    }

    @Test(
        "never crash the loader, wherever they are cut off",
        arguments: ["start/federated", "seed-thread/wrong-dispenser"])
    func everyPrefix(_ name: String) throws {
        let builtIns = BuiltIns()
        let bytes = try #require(builtIns.builtIn(name).flatMap { builtIns.read($0) })
        let text = String(decoding: bytes, as: UTF8.self)
        for count in stride(from: 0, to: text.count - 2, by: 41) {
            let files = MemoryFiles(["test.json5": String(text.prefix(count))])
            let (scenario, findings) = ScenarioLoader.load("test.json5", files: files)
            #expect(scenario == nil)
            #expect(!findings.isEmpty)
        }
    }

    @Test("all that is wrong is told in one go")
    func several() {
        let text = "{ tilte: 'x', portal: { users: [{ usernmae: 'a', password: 1, role: 'x' }] } }"
        let (_, findings) = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text]))
        #expect(findings.count >= 3)
    }

    @Test("a scenario changed at random is loaded and grown, or told what is wrong with it")
    func random() throws {
        let files = BuiltIns()
        let texts = ["start/federated", "start/standalone", "seed-thread/10-4-saml-only-psa"].map { name in
            String(decoding: files.builtIn(name).flatMap { files.read($0) } ?? [], as: UTF8.self)
        }
        var dice = Dice(seed: 5)
        var loaded = 0
        for _ in 0..<600 {
            let text = String(decoding: dice.changed(texts, upTo: 6000), as: UTF8.self)
            let (scenario, findings) = ScenarioLoader.load("test.json5", files: MemoryFiles(["test.json5": text]))
            #expect(scenario != nil || !findings.isEmpty)
            guard let scenario else { continue }
            loaded += 1
            _ = Deployment.grow(scenario, seed: 1)
        }
        #expect(loaded > 10, "the changes were too wild to test growing")
    }
}
