// SPDX-License-Identifier: Apache-2.0

/// Scenarios with one thing wrong each, by name.
enum Misuses {
    /// What each is called.
    static let file = "test.json5"

    static let all = [sites, content, services, steps, faults].reduce(into: [String: String]()) { all, some in
        all.merge(some) { first, _ in first }
    }

    /// What lies beside each of them.
    static let beside: [String: String] = [
        "bad.geojson": "{\"type\":\"FeatureCollection\"}",
        "rows.geojson": """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"n":1},"geometry":null},
          {"type":"Feature","properties":{"n":"two"},"geometry":null}]}
        """,
        "data/roads.geojson": """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[1,2]}}]}
        """,
        "base.json5": "{ seed: 7 }", "http.keytab": "\u{5}\u{2}", "circle.json5": "{ extends: 'test.json5' }",
        "walls.html": "<html></html>",
    ]

    /// Where the message alone must do, and why.
    static let unsuggested: [String: String] = [
        "user without password": adding, "fault without then": adding, "error without a message": adding,
        "domain without codes": adding, "label that says nothing": adding, "event without its field": adding,
        "request without a URL": adding,
        "step without action": adding, "saved from nothing": adding, "fault that does nothing": adding,
        "event about which": adding, "tickets without a web tier": adding, "same context twice": adding,
        "renderer without a type": adding,
        "length that is a word": content(of: "the length"), "keys that are no names": content(of: "the list"),
        "renderer that is a word": content(of: "the renderer"), "between one number": content(of: "the range"),
        "regex that is a number": content(of: "the expression"),
        "definition that is no clause": content(of: "the clause"),
        "two bodies": choice, "answer with two bodies": choice, "fault that does two things": choice,
        "step with two actions": choice, "layer with two object ids": choice, "key twice": choice,
        "missing file": unlike, "body file that is not there": unlike, "data that is not there": unlike,
        "metadata that is not there": unlike, "extends a missing file": unlike, "certificate of nobody": unlike,
        "key like none": unlike,
        "keytab that is none": content(of: "the keytab"), "layer that is no GeoJSON": content(of: "the data"),
        "picture of a raster that is none": content(of: "the data"), "service from no root": content(of: "the data"),
        "layer with a value of another type": content(of: "the data"), "metadata that is none": content(of: "the data"),
        "default of another type": content(of: "the default"), "empty": content(of: "the file"),
        "a list": content(of: "the file"), "wrong type": content(of: "the list"), "syntax": content(of: "the list"),
        "text without an end": content(of: "the text"),
        "label in a word of Arcade that is not read": content(of: "the label"),
        "extends itself": removal, "extends in a circle of two": removal, "event with a response": removal,
        "when of requests at accept": removal, "door at the handshake": removal,
        "a year of an Enterprise portal": removal,
        "placeholder saved later": "another order of steps is needed, and the message says which line saves it",
        "event about a field that must stay": unlike, "event about a layer that is not there": unlike,
        "event about a field that is there": unlike,
    ]

    private static let adding = "something is to be added, and the message names it"
    private static let choice = "which of the two is meant, only the author knows"
    private static let unlike = "nothing that is there is written like it"
    private static let removal = "it is to be taken away, not to be written otherwise"
    private static func content(of what: String) -> String { "what \(what) should be, only the author knows" }
}
