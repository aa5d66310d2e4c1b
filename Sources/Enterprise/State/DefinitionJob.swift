// SPDX-License-Identifier: Apache-2.0

import Facts

/// An operation of a hosted service's administration that was asked for with `async=true`.
struct DefinitionJob: Sendable, Codable {
    var id: String
    var begun: Instant
    /// When it is said to be done.
    var due: Instant
}
