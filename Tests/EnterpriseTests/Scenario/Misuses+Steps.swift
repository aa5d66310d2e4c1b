// SPDX-License-Identifier: Apache-2.0

/// What can be wrong about steps.
extension Misuses {
    private static let service =
        "{ name: 'A', type: 'MapServer', layers: [{ id: 0, name: 'L', source: 'builtin:data/airports.geojson' }] }"

    static let steps: [String: String] = [
        "certificate of nobody":
            "{ portal: { users: [{ username: 'anna', password: 'b' }] }, steps: [{ request: { url: '{portal}', certificate: 'anna' } }] }",
        "unknown event": "{ servers: [{}], steps: [{ event: { event: 'restart-sever' } }] }",
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
        "misspelt step key": "{ portal: {}, steps: [{ requst: { url: '{portal}' }, say: 'x' }] }",
        "misspelt request key": "{ portal: {}, steps: [{ request: { url: '{portal}', methd: 'GET' } }] }",
        "misspelt response key": "{ portal: {}, steps: [{ request: { url: '{portal}' }, response: { sttus: 200 } }] }",
        "status out of range": "{ portal: {}, steps: [{ request: { url: '{portal}' }, response: { status: 20 } }] }",
        "scheme of no web": "{ portal: {}, steps: [{ request: { url: '{portal}', over: 'htttp' } }] }",
        "advance by a number": "{ steps: [{ advance: 61 }] }",
        "length that is a word": json("{ a: { $length: 'two' } }"), "length in quotes": json("{ a: { $length: '2' } }"),
        "length below nothing": json("{ a: { $length: -1 } }"),
        "anything that is false": json("{ a: { $anything: false } }"),
        "keys that are no names": json("{ a: { $keys: [1] } }"),
        "number of keys in quotes": json("{ a: { $keys: '3' } }"),
        "misspelt operator of each": json("{ a: { $each: { b: { $typ: 'string' } } } }"),
        "unknown operator in pbf":
            "{ portal: {}, steps: [{ request: { url: '{portal}' }, response: { pbf: { queryResult: { $lenth: 1 } } } }] }",
        "advance with a unit": "{ steps: [{ advance: '90s' }] }",
        "advance in small letters": "{ steps: [{ advance: 'pt61m' }] }",
        "advance without its T": "{ steps: [{ advance: 'P61S' }] }",
        "bad regex of a header":
            "{ portal: {}, steps: [{ request: { url: '{portal}' }, response: { headers: { Location: '/[/' } } }] }",
        "bad regex to save by":
            "{ portal: {}, steps: [{ request: { url: '{portal}' }, save: { t: { body: 'a(b' } } }] }",
        "unknown decoding":
            "{ portal: {}, steps: [{ request: { url: '{portal}' }, save: { t: { cookie: 'c', decode: 'pecent' } } }] }",
        "saved from nothing":
            "{ portal: {}, steps: [{ request: { url: '{portal}' }, save: { t: { decode: 'html' } } }] }",
        "server of nearly that name":
            "{ servers: [{ name: 'gis' }], steps: [{ request: { url: '{server.gsi}/rest' } }] }",
        "certificate of nearly that name":
            "{ portal: { users: [{ username: 'anna', password: 'b', certificate: true }] }, steps: [{ request: { url: '{portal}', certificate: 'ana' } }] }",
        "event about a service that is not there":
            "{ servers: [{ services: [{ name: 'Roads' }] }], steps: [{ event: { event: 'stop-service', service: 'Raods' } }] }",
        "event about a server that is not there":
            "{ servers: [{ name: 'gis' }], steps: [{ event: { event: 'restart-server', server: 'gsi' } }] }",
        "request without a URL": "{ portal: {}, steps: [{ request: { method: 'GET' } }] }",
        "unknown operator": json("{ a: { $mtches: 'x' } }"), "operator in a list": json("[{ $abset: true }]"),
        "absent by a word": json("{ a: { $absent: 'yes' } }"), "misspelt kind": json("{ a: { $type: 'strng' } }"),
        "bad regex in a body": json("{ a: { $matches: 'x(' } }"),
        "regex that is a number": json("{ a: { $matches: 5 } }"),
        "contains one thing": json("{ a: { $contains: 'x' } }"),
        "operator in a list of what is contained": json("{ a: { $contains: [{ b: { $contans: ['c'] } }] } }"),
        "between one number": json("{ a: { $between: [1] } }"),
        "between the wrong way round": json("{ a: { $between: [9, 1] } }"),
    ]

    private static func json(_ subset: String) -> String {
        "{ portal: {}, steps: [{ request: { url: '{portal}' }, response: { json: \(subset) } }] }"
    }
}
