// SPDX-License-Identifier: Apache-2.0

import CLoading
import Facts
import Formats
import Testing

@testable import Services

@Suite("A library that is not there")
struct MissingLibraryTests {
    @Test("is what an operation is refused for that would have needed it, whatever it answered")
    func refusedForTheLibrary() throws {
        let error = try #require(throws: ServiceError.self) {
            try MissingLibrary.checked { () throws(ServiceError) in
                unsafe mp_miss_library("GEOS", "libgeos_c.so.1: cannot open shared object file")
                return .json(.null)
            }
        }
        #expect(error.verdict.rule.id == "service.library-missing")
        #expect(error.verdict.facts.map(\.name) == ["library", "reason"])
        #expect(error.verdict.facts[0].value == "GEOS")
    }

    @Test("does not count for the next operation")
    func forgotten() throws {
        unsafe mp_miss_library("cairo", "gone")
        let answer = try MissingLibrary.checked { () throws(ServiceError) in .json(.bool(true)) }
        guard case .json(.bool(true)) = answer else {
            Issue.record("another answer")
            return
        }
    }

    @Test("is loaded by what needs it")
    func loaded() {
        // Another test may have noted one in this thread.
        mp_forget_missing()
        #expect(Geometry(.object([.init("x", .int(1)), .init("y", .int(2))])) != nil)
        #expect(Canvas(width: 1, height: 1) != nil)
        #expect(unsafe mp_missing_library() == nil)
    }
}
