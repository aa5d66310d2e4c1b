// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Facts

@Suite struct ProfileTests {
    @Test("a behavior is numbered by its place among all")
    func ordinals() {
        #expect(Behavior.allCases.map(\.ordinal) == Array(Behavior.allCases.indices))
    }

    @Test("a quirk is found under its own name and no other")
    func quirks() {
        let plain = Profile(.newest)
        for behavior in Behavior.allCases {
            for choice in behavior.choices where choice != plain[behavior].choice {
                let profile = Profile(.newest, quirks: [behavior: choice])
                #expect(Behavior.allCases.filter { profile[$0].isQuirk } == [behavior])
            }
        }
    }

    @Test("of many findings a person is shown fifty, errors first, and the number of the others")
    func manyFindings() {
        func findings(_ severity: Finding.Severity, _ count: Int) -> [Finding] {
            (0..<count).map { Finding(severity, file: "a", position: Position(line: $0, column: 1), message: "m") }
        }
        #expect(Finding.lines(findings(.error, 50)).count == 50)
        let lines = Finding.lines(findings(.warning, 60) + findings(.error, 45))
        #expect(lines.count == 51 && lines[44] == "a:44:1: error: m" && lines[45] == "a:0:1: warning: m")
        #expect(lines[50] == "and 55 more, 0 of them errors")
        #expect(Finding.lines(findings(.error, 3000)).last == "and 2950 more, 2950 of them errors")
    }
}
