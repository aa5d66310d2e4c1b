// SPDX-License-Identifier: Apache-2.0

import Formats

/// Cuts paths and rings where a projection broke them: a line from 179 to -179 degrees goes across the 180th meridian, not
/// around the world.
struct DateLine: Sendable {
    /// The length of a parallel in units of the coordinates: 360 degrees.
    let turn: Double

    private typealias Position = [Double]

    /// Returns whether neighbors are more than half a turn apart.
    func breaks(_ xs: [Double]) -> Bool {
        guard xs.count > 1 else { return false }
        for index in 1..<xs.count where abs(xs[index] - xs[index - 1]) > turn / 2 { return true }
        return false
    }

    func cut(_ geometry: JSON) -> JSON {
        guard case .object(let members) = geometry else { return geometry }
        return .object(
            members.map { member in
                guard member.name == "paths" || member.name == "rings", let parts = member.value.elements else {
                    return member
                }
                let isRing = member.name == "rings"
                return .init(member.name, .array(parts.flatMap { cut($0, isRing: isRing) }))
            })
    }

    private func cut(_ part: JSON, isRing: Bool) -> [JSON] {
        let positions = (part.elements ?? []).map { ($0.elements ?? []).map { $0.double ?? .nan } }
        guard breaks(positions.map { $0.first ?? 0 }) else { return [part] }
        var open = positions
        for index in 1..<open.count {
            open[index][0] -= ((open[index][0] - open[index - 1][0]) / turn).rounded() * turn
        }
        // A ring around a pole does not come back to where it began.
        if isRing, let first = open.first, let last = open.last, abs(first[0] - last[0]) > turn / 2 { return [part] }
        let side = open.contains { $0[0] > turn / 2 } ? turn / 2 : -turn / 2
        let cut = isRing ? [half(open, side, 1), half(open, side, -1)] : pieces(open, side)
        return cut.filter { $0.count >= (isRing ? 4 : 2) }.map { piece in
            let middle = piece.reduce(0) { $0 + $1[0] } / Double(piece.count)
            let shift = middle > turn / 2 ? -turn : middle < -turn / 2 ? turn : 0
            return .array(
                piece.map { position in
                    .array([.double(position[0] + shift)] + position.dropFirst().map(DateLine.number))
                })
        }
    }

    private static func number(_ value: Double) -> JSON { value.isNaN ? .null : .double(value) }

    /// Returns the position between two at the meridian.
    private func crossing(_ a: Position, _ b: Position, _ side: Double) -> Position {
        let part = (side - a[0]) / (b[0] - a[0])
        return [side] + zip(a, b).dropFirst().map { $0 + ($1 - $0) * part }
    }

    /// Returns the part of a ring on one side of the meridian (Sutherland and Hodgman).
    private func half(_ ring: [Position], _ side: Double, _ sign: Double) -> [Position] {
        var kept: [Position] = []
        for (a, b) in zip(ring, ring.dropFirst()) {
            let (isIn, staysIn) = ((a[0] - side) * sign <= 0, (b[0] - side) * sign <= 0)
            if isIn { kept.append(a) }
            if isIn != staysIn, a[0] != side, b[0] != side { kept.append(crossing(a, b, side)) }
        }
        if let first = kept.first { kept.append(first) }
        return kept
    }

    /// Returns the pieces of a path.
    private func pieces(_ path: [Position], _ side: Double) -> [[Position]] {
        var pieces: [[Position]] = [[path[0]]]
        for (a, b) in zip(path, path.dropFirst()) {
            if (a[0] - side) * (b[0] - side) < 0 {
                let middle = crossing(a, b, side)
                pieces[pieces.count - 1].append(middle)
                pieces.append([middle])
            }
            pieces[pieces.count - 1].append(b)
        }
        return pieces
    }
}
