// SPDX-License-Identifier: Apache-2.0

import Foundation
import FuzzTargets

/// The target that libFuzzer leads, named by the environment: its own command line is libFuzzer's.
private let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["MOCK_PORTAL_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        let names = FuzzTarget.all.map(\.name).joined(separator: " ")
        fatalError("MOCK_PORTAL_FUZZ_TARGET names no target; there are: \(names)")
    }
    return target
}()

/// Prints the names of all targets, or the words of one, where that is asked for, in place of fuzzing.
@_cdecl("LLVMFuzzerInitialize")
public func prepare(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
    switch ProcessInfo.processInfo.environment["MOCK_PORTAL_FUZZ_PRINT"] {
    case "names": for target in FuzzTarget.all { print(target.name) }
    case "words": for word in target.words { print(word.utf8.map { String($0, radix: 16) }.joined(separator: " ")) }
    default: return 0
    }
    exit(0)
}

/// Gives the target one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func run(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    unsafe target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}
