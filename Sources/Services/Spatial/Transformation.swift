// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// A way from one system of coordinates to another, by PROJ. East comes before north on both sides.
struct Transformation: Sendable {
    let steps: [ProjectionStep]
    /// Where parts are cut that the projection breaks, if it goes from the plane to the round.
    var dateLine: DateLine?

    private struct Known {
        var ids: [ProjectionStep.Recipe: Int] = [:]
        /// The next id; ids of forgotten recipes are not used again.
        var next = 0
        var works: [Int: Bool] = [:]
    }
    private static let known = Lock(Known())
    private static let most = 512

    init(_ recipes: [ProjectionStep.Recipe]) {
        steps = recipes.map(Transformation.step)
    }

    /// Returns what PROJ finds best between two systems, or `nil` if it knows one of them not, or no way.
    init?(_ source: CoordinateSystem.Key, _ target: CoordinateSystem.Key) {
        self.init([.between(source, target)])
        guard works else { return nil }
    }

    private static func step(_ recipe: ProjectionStep.Recipe) -> ProjectionStep {
        known.withLock { known in
            if let id = known.ids[recipe] { return ProjectionStep(id: id, recipe: recipe) }
            if known.ids.count >= most { (known.ids, known.works) = ([:], [:]) }
            known.next += 1
            known.ids[recipe] = known.next
            return ProjectionStep(id: known.next, recipe: recipe)
        }
    }

    /// A Boolean value that indicates whether PROJ can make each step.
    var works: Bool {
        let open = Transformation.known.withLock { known in steps.filter { known.works[$0.id] == nil } }
        if !open.isEmpty {
            let found = ProjectionBench.use { bench in open.map { ($0.id, bench.makes($0)) } } ?? []
            Transformation.known.withLock { known in for (id, works) in found { known.works[id] = works } }
        }
        return Transformation.known.withLock { known in steps.allSatisfy { known.works[$0.id] == true } }
    }

    /// Moves positions; what lies outside of a projection's domain becomes infinite.
    func move(_ xs: inout [Double], _ ys: inout [Double]) {
        guard !xs.isEmpty else { return }
        let isDone: Void? = ProjectionBench.use { bench in
            for step in steps { bench.move(step, &xs, &ys) }
        }
        if isDone == nil { (xs, ys) = (xs.map { _ in .infinity }, ys.map { _ in .infinity }) }
    }

    /// Returns a moved position, or `nil` outside of the projection's domain.
    func move(_ x: Double, _ y: Double) -> (x: Double, y: Double)? {
        var (xs, ys) = ([x], [y])
        move(&xs, &ys)
        return xs[0].isFinite && ys[0].isFinite ? (xs[0], ys[0]) : nil
    }

    /// Returns the rectangle around a moved rectangle, or `nil` outside of the projection's domain. Across the 180th
    /// meridian it is wider than the world, not narrower: 170 to 190.
    func project(_ envelope: Envelope) -> Envelope? {
        ProjectionBench.use { bench in
            var box = envelope
            for step in steps {
                guard let moved = bench.bounds(step, box) else { return nil }
                box = moved
                if box.xmax < box.xmin { box.xmax += 360 }
            }
            return box
        } ?? nil
    }

    /// Returns a geometry with all positions moved. Positions outside of the projection's domain are dropped; what is
    /// nothing without them is null.
    func project(_ geometry: JSON) -> JSON {
        if let box = Envelope(json: geometry) {
            guard let moved = project(box) else { return .null }
            return .object([
                .init("xmin", .double(moved.xmin)), .init("ymin", .double(moved.ymin)),
                .init("xmax", .double(moved.xmax)), .init("ymax", .double(moved.ymax)),
            ])
        }
        var positions = Positions(geometry)
        move(&positions.xs, &positions.ys)
        let moved = positions.replaced(in: geometry)
        guard let dateLine, dateLine.breaks(positions.xs) else { return moved }
        return dateLine.cut(moved)
    }
}
