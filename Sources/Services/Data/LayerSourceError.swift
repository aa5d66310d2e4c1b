// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A layer source that cannot be read, and where it goes wrong.
package struct LayerSourceError: Error, Sendable, Hashable {
    package var finding: Finding

    package init(_ finding: Finding) {
        self.finding = finding
    }
}
