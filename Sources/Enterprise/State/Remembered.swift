// SPDX-License-Identifier: Apache-2.0

/// What is remembered for speed alone, or belongs to one process: where the state is written it is left out, and
/// where it is read it begins anew.
package protocol Remembered: Codable {
    init()
}

extension Remembered {
    package init(from decoder: any Decoder) throws { self.init() }
    package func encode(to encoder: any Encoder) throws {}
}

extension RecentRoutes: Remembered {}
extension RecentServices: Remembered {}
extension DateField: Remembered {}
extension SideNotes: Remembered {}
extension SlowEdit.Revision: Remembered {}
