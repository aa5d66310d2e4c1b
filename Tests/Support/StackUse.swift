// SPDX-License-Identifier: Apache-2.0

internal import CStackUse
internal import Foundation

/// How much of a thread's stack a piece of work touches.
///
/// The work runs on a thread whose stack was painted beforehand; what is no longer paint was touched. So a test says by
/// how much a bound holds, where a crash would say only that it did not.
public enum StackUse {
    /// The stack of the smallest thread that runs this package's code: one of Swift's pool on macOS.
    public static let smallest = 512 * 1024

    /// What a bound on nesting may take of it: half, so that whoever calls has the other half.
    public static let allowed = smallest / 2

    /// Runs `work` on a thread with a stack of that many bytes, and returns how many of them it touched.
    public static func bytes(of size: Int = 16 * 1024 * 1024, _ work: @escaping @Sendable () -> Void) -> Int {
        let context = unsafe Unmanaged.passRetained(Work(work)).toOpaque()
        return unsafe mp_stack_use(
            size,
            { context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
            }, context)
    }

    /// What sanitizers add to a frame is not what is measured.
    public static let isSanitized = ProcessInfo.processInfo.environment["MOCK_PORTAL_SLOWER"] != nil

    private final class Work: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
