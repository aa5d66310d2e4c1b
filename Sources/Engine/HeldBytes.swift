// SPDX-License-Identifier: Apache-2.0

internal import CLibevent

/// The bytes of a body that libevent sends from where they are, and that live until it has.
@safe final class HeldBytes {
    /// The size from which it costs less to hold a body than to copy it, in bytes.
    static let worthwhile = 64 * 1024

    private let array: [UInt8]
    /// The storage of the array, which nobody changes or frees while this object holds it.
    let bytes: UnsafeRawBufferPointer

    init(_ array: [UInt8]) {
        self.array = array
        unsafe bytes = array.withUnsafeBytes { unsafe UnsafeRawBufferPointer(start: $0.baseAddress, count: $0.count) }
    }

    /// Appends the bytes after the first `sent` to a buffer, which keeps the object until they are sent or given up.
    func append(from sent: Int, to output: OpaquePointer?) {
        guard unsafe sent < bytes.count else { return }
        let own = unsafe Unmanaged.passRetained(self)
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[sent...])
        let failure = unsafe evbuffer_add_reference(
            output, rest.baseAddress, rest.count,
            { _, _, context in
                guard let context = unsafe context else { return }
                unsafe Unmanaged<HeldBytes>.fromOpaque(context).release()
            }, own.toOpaque())
        if failure != 0 { unsafe own.release() }
    }
}
