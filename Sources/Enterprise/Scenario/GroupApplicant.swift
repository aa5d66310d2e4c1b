// SPDX-License-Identifier: Apache-2.0

package import Facts

/// Somebody who asked to join a group.
package struct GroupApplicant: Sendable, Codable {
    package var username: String
    package var received: Instant
}
