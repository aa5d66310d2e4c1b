// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// `bbox` of a search: west, south, east and north in degrees.
struct SearchArea {
    private var sides: [Double]

    init(_ text: String) {
        sides = text.split(separator: ",").compactMap { Double(ASCII.trimmed(String($0))) }
    }

    /// Returns whether the item's extent intersects the area; items without one never do. An invalid rectangle is no
    /// limit.
    func contains(_ item: ContentItem) -> Bool {
        guard sides.count == 4 else { return true }
        guard let extent = item.extent else { return false }
        return extent.xmin <= sides[2] && sides[0] <= extent.xmax && extent.ymin <= sides[3] && sides[1] <= extent.ymax
    }
}
