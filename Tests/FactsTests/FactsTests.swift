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
}
