// SPDX-License-Identifier: Apache-2.0

/// A curve through 65,536 by 65,536 cells of a rectangle, on which near places are mostly near.
struct HilbertCurve: Sendable {
    private static let cells = 65_535.0
    private let area: Envelope
    private let scale: (x: Double, y: Double)

    init(over area: Envelope) {
        self.area = area
        let (width, height) = (area.xmax - area.xmin, area.ymax - area.ymin)
        scale = (width > 0 ? HilbertCurve.cells / width : 0, height > 0 ? HilbertCurve.cells / height : 0)
    }

    /// Returns where the middle of a rectangle is on the curve.
    func place(of box: Envelope) -> UInt32 {
        let x = cell(((box.xmin + box.xmax) / 2 - area.xmin) * scale.x)
        let y = cell(((box.ymin + box.ymax) / 2 - area.ymin) * scale.y)
        return HilbertCurve.place(x, y)
    }

    /// Returns a cell; what is beyond all numbers is in the first one.
    private func cell(_ number: Double) -> UInt32 {
        number.isFinite ? UInt32(max(0, min(HilbertCurve.cells, number))) : 0
    }

    /// Returns the place of a cell on the curve: one pair of bits a level (Wikipedia, "Hilbert curve": xy2d).
    static func place(_ column: UInt32, _ row: UInt32) -> UInt32 {
        var (x, y) = (column, row)
        var place: UInt32 = 0
        var side: UInt32 = 1 << 15
        while side > 0 {
            let right: UInt32 = x & side > 0 ? 1 : 0
            let top: UInt32 = y & side > 0 ? 1 : 0
            place = place << 2 | ((3 * right) ^ top)
            if top == 0 {
                if right == 1 { (x, y) = (~x & 0xFFFF, ~y & 0xFFFF) }
                (x, y) = (y, x)
            }
            side >>= 1
        }
        return place
    }
}
