// SPDX-License-Identifier: Apache-2.0

import Engine
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// System calls whose names our methods would hide.
package enum Platform {
    /// For a process that does nothing but serve: what large answers took is not kept for others.
    package static func givesBackMemory() { Memory.isGivenBack() }

    #if canImport(Glibc)
        package static func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
            unsafe Glibc.write(descriptor, bytes, count)
        }

        static func read(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
            unsafe Glibc.read(descriptor, bytes, count)
        }
    #else
        package static func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
            unsafe Darwin.write(descriptor, bytes, count)
        }

        static func read(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
            unsafe Darwin.read(descriptor, bytes, count)
        }
    #endif
}
