// SPDX-License-Identifier: Apache-2.0

import Formats

extension Fault {
    /// Takes over the conditions of a pattern, prepared for comparison with many requests.
    mutating func apply(_ requests: RequestPattern) {
        pattern = requests.path.map { Glob("/" + Target($0).segments.joined(separator: "/")) }
        method = requests.method
        door = requests.door
        user = requests.user
        rule = requests.rule
        longerThan = requests.longerThan
        parameters =
            Self.parameters(.queryOrForm, requests.parameters) + Self.parameters(.query, requests.query)
            + Self.parameters(.form, requests.form) + Self.parameters(.headers, requests.headers)
    }

    private static func parameters(
        _ location: Parameter.Location, _ values: [String: RequestPattern.Value]
    ) -> [Parameter] {
        values.sorted { $0.key < $1.key }.map { name, value in
            Parameter(location: location, name: name.lowercased(), value: value.text.map(glob))
        }
    }

    /// Returns the pattern of a value, in which `*` stands for slashes too.
    static func glob(_ text: String) -> Glob { Glob(text.replacing("*", with: "**")) }
}
