// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import MockPortal

@Suite("A queue in blocks")
struct BlockQueueTests {
    @Test("behaves as a list from which the first is taken", arguments: [1, 100, 127, 128, 129, 1000])
    func list(bound: Int) {
        var queue = BlockQueue<Int>()
        var model: [Int] = []
        for number in 0..<2000 {
            queue.append(number)
            model.append(number)
            if model.count > bound { #expect(queue.takeFirst() == model.removeFirst()) }
            #expect(queue.count == model.count)
            #expect(queue[0] == model[0] && queue[model.count - 1] == number)
        }
        queue.change(bound / 2) { $0 = -1 }
        model[bound / 2] = -1
        #expect(queue.elements == model)
        while !model.isEmpty { #expect(queue.takeFirst() == model.removeFirst()) }
        #expect(queue.takeFirst() == nil && queue.isEmpty)
        queue.append(7)
        #expect(queue.elements == [7])
    }

    @Test("a copy keeps what it has")
    func copy() {
        var queue = BlockQueue<Int>()
        for number in 0..<300 { queue.append(number) }
        let copy = queue
        _ = queue.takeFirst()
        queue.change(0) { $0 = 9 }
        queue.append(300)
        #expect(copy.elements == Array(0..<300))
        #expect(queue.elements == [9] + Array(2...300))
    }
}
