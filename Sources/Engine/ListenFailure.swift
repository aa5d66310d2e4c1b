// SPDX-License-Identifier: Apache-2.0

/// The reason that a port cannot be listened on.
package struct ListenFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String

    package init(_ description: String) {
        self.description = description
    }
}
