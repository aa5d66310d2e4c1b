// SPDX-License-Identifier: Apache-2.0

/// The accepted syntax: RFC 8259, or JSON5 in addition.
enum JSONDialect: Sendable {
    case json, json5
}
