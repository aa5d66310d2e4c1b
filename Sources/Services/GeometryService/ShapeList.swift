// SPDX-License-Identifier: Apache-2.0

import Formats

/// Geometries of one type, as a parameter gives them.
struct ShapeList: Sendable {
    /// The type that the parameter names, or that of the first geometry; `nil`: envelopes.
    var type: GeometryType?
    var shapes: [Shape]

    enum Failure: Error {
        /// It is no JSON of geometries, or none of the type that it names.
        case unreadable
        /// `{"url":…}`
        case url
    }

    /// Reads `{"geometryType":…,"geometries":[…]}`, one `geometry`, an array of geometries, or a geometry alone.
    static func read(_ text: String) throws(Failure) -> ShapeList {
        guard text.contains("{") || text.contains("[") else { return try points(text) }
        guard let json = try? JSONReader.read(json5: Array(text.utf8)) else { throw .unreadable }
        let given: [JSON]
        if let elements = json.elements {
            given = elements
        } else if let one = json["geometry"] {
            // The ArcGIS API for Python sends an empty `geometries` beside it.
            given = [one]
        } else if let elements = json["geometries"]?.elements {
            given = elements
        } else if json["url"] != nil {
            throw .url
        } else if json.members?.isEmpty == false {
            given = [json]
        } else {
            throw .unreadable
        }
        let named = json["geometryType"]?.text
        let shapes = given.map(Shape.init)
        guard let first = shapes.first ?? nil else {
            guard given.isEmpty, let type = named.flatMap(kind) else { throw .unreadable }
            return ShapeList(type: type, shapes: [])
        }
        let type = named.flatMap(kind) ?? first.type
        let read = shapes.compactMap { $0 }
        // The empty ones say nothing of their type.
        guard read.count == shapes.count, read.allSatisfy({ $0.isEmpty || $0.type == type }) else { throw .unreadable }
        return ShapeList(type: type, shapes: read)
    }

    /// `x1, y1, x2, y2`: points.
    private static func points(_ text: String) throws(Failure) -> ShapeList {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double(ASCII.trimmed($0)) }
        guard numbers.count >= 2, numbers.count % 2 == 0 else { throw .unreadable }
        var shapes: [Shape] = []
        for index in stride(from: 0, to: numbers.count, by: 2) {
            guard let x = numbers[index], let y = numbers[index + 1], x.isFinite, y.isFinite else { throw .unreadable }
            shapes.append(Shape(Outline(.point, [[Vertex(x: x, y: y)]])))
        }
        return ShapeList(type: .point, shapes: shapes)
    }

    private static func kind(_ name: String) -> GeometryType?? {
        if ASCII.equal(name, "esriGeometryEnvelope") { return .some(nil) }
        return GeometryType.allCases.first { ASCII.equal($0.rawValue, name) }.map { .some($0) }
    }

    /// The number of positions of all.
    var count: Int { shapes.reduce(0) { $0 + $1.outline.parts.reduce(0) { $0 + $1.count } } }

    /// Its `geometryType`.
    var name: String { type?.rawValue ?? "esriGeometryEnvelope" }
}

extension GeometryType {
    /// 0 for points, 1 for lines, 2 for areas.
    var dimension: Int {
        switch self {
        case .point, .multipoint: 0
        case .polyline: 1
        case .polygon: 2
        }
    }
}
