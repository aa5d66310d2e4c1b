// SPDX-License-Identifier: Apache-2.0

internal import CThreads

/// A place to run what recurses: the stack of whoever calls may be small.
///
/// A thread of Swift's pool has 512 KiB on macOS, and a debug build takes 35 KiB of it for each parenthesis of a clause.
/// The threads of this package have enough; for others a thread is made, which costs less than reading what nests.
package enum DeepStack {
    /// The bytes that have to be left: the bounds on nesting hold on half of it in a debug build.
    private static let needed = 5 * 1024 * 1024

    /// Returns what `work` returns, having run it here if enough of the stack is left, or else on a thread of its own.
    package static func run<Value, Failure>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        guard mp_stack_left() < needed else { return try work() }
        var outcome: Result<Value, Failure>?
        elsewhere {
            do throws(Failure) { outcome = .success(try work()) } catch { outcome = .failure(error) }
        }
        // Without a thread it is tried here: most of what is read hardly nests.
        guard let outcome else { return try work() }
        return try outcome.get()
    }

    private static func elsewhere(_ work: () -> Void) {
        withoutActuallyEscaping(work) { work in
            let own = Work(work)
            let context = unsafe Unmanaged.passUnretained(own).toOpaque()
            _ = unsafe mp_run_on_deep_stack(
                { context in
                    guard let context = unsafe context else { return }
                    unsafe Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().run()
                }, context)
            withExtendedLifetime(own) {}
        }
    }

    private final class Work {
        let run: () -> Void

        init(_ run: @escaping () -> Void) { self.run = run }
    }
}
