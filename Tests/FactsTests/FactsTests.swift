import Testing

@testable import Facts

@Suite struct ProfileTests {
    @Test("a behaviour is numbered by its place among all")
    func ordinals() {
        #expect(Behaviour.allCases.map(\.ordinal) == Array(Behaviour.allCases.indices))
    }

    @Test("a quirk is found under its own name and no other")
    func quirks() {
        let plain = Profile(.newest)
        for behaviour in Behaviour.allCases {
            for choice in behaviour.choices where choice != plain[behaviour].choice {
                let profile = Profile(.newest, quirks: [behaviour: choice])
                #expect(Behaviour.allCases.filter { profile[$0].isQuirk } == [behaviour])
            }
        }
    }
}
