// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// System calls whose names our methods would hide.
package enum Platform {
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
