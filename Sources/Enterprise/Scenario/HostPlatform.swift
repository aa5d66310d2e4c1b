// SPDX-License-Identifier: Apache-2.0

/// The operating system of a machine, which some refusals name.
package enum HostPlatform: String, Sendable, CaseIterable, Codable {
    case linux
    case windows
}
