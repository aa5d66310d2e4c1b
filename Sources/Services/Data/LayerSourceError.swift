// SPDX-License-Identifier: Apache-2.0

package import Facts

/// An invalid layer source, with the position of the error.
package struct LayerSourceError: Error, Sendable, Hashable {
    package var finding: Finding

    package init(_ finding: Finding) {
        self.finding = finding
    }
}
