// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Trust

@Suite("What lasts to the end of the process")
struct LastingTests {
    @Test("a thread may let go of TLS while the process ends")
    func ending() async throws {
        await #expect(processExitsWith: .success) {
            let authority = try Authority(hosts: [])
            let pem = authority.pem
            let isBusy = ConditionVariable(0)
            for _ in 0..<4 {
                Thread {
                    while true {
                        _ = try? ClientContext(authority: pem)
                        isBusy.change { $0 += 1 }
                    }
                }.start()
            }
            isBusy.wait { $0 > 20 ? () : nil }
            exit(0)
        }
    }
}
