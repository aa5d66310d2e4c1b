// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

struct DeferrableTests {
    @Test func aValueThatIsThereIsMappedAtOnce() {
        guard case .ready(let value) = Deferrable.ready(6).map({ $0 * 7 }) else {
            Issue.record("it was there")
            return
        }
        #expect(value == 42)
    }

    @Test func workStaysWorkUntilItIsDone() {
        guard case .deferred(let work) = Deferrable.deferred({ 6 }).map({ "\($0 * 7)" }) else {
            Issue.record("it was work")
            return
        }
        #expect(work() == "42")
    }

    @Test func eitherCanBeHad() {
        #expect(Deferrable.ready(1).get() == 1)
        #expect(Deferrable.deferred { 2 }.get() == 2)
    }
}
