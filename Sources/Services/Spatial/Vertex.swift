// SPDX-License-Identifier: Apache-2.0

import Formats

/// One position; what it does not have is not a number.
struct Vertex: Sendable, Hashable {
    var x: Double
    var y: Double
    var z = Double.nan
    var m = Double.nan
}
