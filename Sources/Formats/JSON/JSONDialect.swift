// SPDX-License-Identifier: Apache-2.0

/// Which texts are read: RFC 8259, or JSON5 besides.
enum JSONDialect: Sendable {
    case json, json5
}
