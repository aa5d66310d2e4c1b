// SPDX-License-Identifier: Apache-2.0

/// What can be wrong about faults.
extension Misuses {
    private static let service =
        "{ name: 'A', type: 'MapServer', layers: [{ id: 0, name: 'L', source: 'builtin:data/airports.geojson' }] }"

    static let faults: [String: String] = [
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
        "fault with an unknown event": "{ servers: [{}], faults: [{ then: { event: { event: 'unfedrate' } } }] }",
        "fault with an event about nothing":
            "{ servers: [{ services: [\(service)] }], faults: [{ then: { event: { event: 'drop-field', service: 'A', field: 'NAM' } } }] }",
        "answer with two bodies": "{ faults: [{ then: { answer: { body: 'x', bodyFile: 'bad.geojson' } } }] }",
        "body file that is not there": "{ faults: [{ then: { answer: { bodyFile: 'no.html' } } }] }",
        "error without a message": "{ faults: [{ then: { error: { code: 500 } } }] }",
        "misspelt fault": "{ faults: [{ then: { dely: 'PT2S' } }] }",
        "nth of 0": "{ faults: [{ when: { nth: 0 }, then: { reset: 'head' } }] }",
        "delay by a number": "{ faults: [{ then: { delay: 2 } }] }",
        "delay in minutes": "{ faults: [{ then: { delay: '2 min' } }] }",
        "body file of nearly that name": "{ faults: [{ then: { answer: { bodyFile: 'wals.html' } } }] }",
        "fault of nobody":
            "{ portal: { users: [{ username: 'anna', password: 'b' }] }, faults: [{ when: { user: 'ana' }, then: { reset: 'head' } }] }",
        "path without its slash": "{ faults: [{ when: { path: 'portal/sharing/**' }, then: { reset: 'head' } }] }",
        "path of a whole URL":
            "{ faults: [{ when: { path: 'https://h.example/arcgis/rest/**' }, then: { reset: 'head' } }] }",
        "path with a placeholder": "{ faults: [{ when: { path: '{server}/rest/**' }, then: { reset: 'head' } }] }",
        "path with one star too few": "{ faults: [{ when: { path: '*query' }, then: { reset: 'head' } }] }",
    ]
}
