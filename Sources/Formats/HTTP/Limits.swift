// SPDX-License-Identifier: Apache-2.0

/// The limits of a request, in bytes. A request beyond them is answered with an error, not cut off.
package struct Limits: Sendable {
    /// The limit of the request line and all fields; 431 beyond.
    package var head = 64 * 1024
    /// The limit of the request target; 414 beyond.
    package var target = 32 * 1024
    /// The limit of the body after transfer decoding; 413 beyond.
    package var body = 64 * 1024 * 1024

    package init() {}
}
