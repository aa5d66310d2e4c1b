// SPDX-License-Identifier: Apache-2.0

/// How much a client may send, in bytes; more is answered, not cut.
package struct Limits: Sendable {
    /// The request line and all fields: 431 beyond.
    package var head = 64 * 1024
    /// The request target: 414 beyond.
    package var target = 32 * 1024
    /// The body after transfer decoding: 413 beyond.
    package var body = 64 * 1024 * 1024

    package init() {}
}
