// SPDX-License-Identifier: Apache-2.0

import Formats

/// A position. Missing coordinates are NaN.
struct Vertex: Sendable, Hashable {
    var x: Double
    var y: Double
    var z = Double.nan
    var m = Double.nan
}
