// SPDX-License-Identifier: Apache-2.0

internal import CThreads

/// The memory of a process that does nothing but serve.
package enum Memory {
    /// Has large pieces given back to the system as soon as they are freed. A process of somebody else's keeps the manner of
    /// its own allocator.
    package static func isGivenBack() { mp_give_back_memory() }
}
