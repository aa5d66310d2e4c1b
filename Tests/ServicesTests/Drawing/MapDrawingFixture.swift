// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Services

/// Maps to draw in tests, and a look at their pixels.
struct MapDrawingFixture {
    var service: ServiceModel
    var version = "11.4"

    /// A layer of GeoJSON features, drawn with that renderer.
    static func layer(_ id: Int, _ features: String, _ renderer: String = "null") -> Layer {
        let source = "{\"type\":\"FeatureCollection\",\"features\":[\(features)]}"
        var layer = Layer(id: id, name: "L\(id)", store: AirportsLayer.store(Array(source.utf8)))
        layer.renderer = json(renderer)
        return layer
    }

    static func feature(_ type: String, _ coordinates: String, _ properties: String = "{\"n\":1}") -> String {
        """
        {"type":"Feature","properties":\(properties),"geometry":{"type":"\(type)","coordinates":\(coordinates)}}
        """
    }

    static func json(_ text: String) -> JSON { (try? JSONReader.read(Array(text.utf8))) ?? .null }

    init(_ layers: Layer..., version: String = "11.4") {
        service = ServiceModel(name: "S", layers: layers)
        self.version = version
    }

    /// A map of the square from 0 to 10 in degrees, ten pixels a degree.
    func reading(_ more: [String: String] = [:]) -> ServiceQuestion {
        let plain = ["bbox": "0,0,10,10", "size": "100,100", "format": "png32", "f": "image"]
        return ServiceQuestion(
            service: service, kind: .mapServer, version: Version(version) ?? .newest,
            parameters: plain.merging(more) { $1 }.map { .init($0.key, $0.value) },
            format: more["f"] ?? "image")
    }

    func export(_ more: [String: String] = [:]) -> ServiceQuestion.Answer {
        var reading = reading(more)
        return MapDrawingFixture.finished(reading.ask("export"))
    }

    static func finished(_ answer: ServiceQuestion.Answer) -> ServiceQuestion.Answer {
        ServiceQuestion.finished(answer)
    }

    /// The picture, read again from its PNG.
    func picture(_ more: [String: String] = [:]) -> Picture? {
        guard case .success(.file(let reply)) = export(more) else { return nil }
        return Picture(png: reply.bytes)
    }
}

extension Picture {
    /// Red, green, blue and alpha of the pixel at a place of the square from 0 to 10, the second going up.
    func at(_ x: Double, _ y: Double) -> [UInt8] {
        let (column, row) = (Int(x / 10 * Double(width)), Int((10 - y) / 10 * Double(height)))
        let start = (row * width + column) * 4
        return Array(pixels[start..<start + 4])
    }
}
