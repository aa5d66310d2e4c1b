// SPDX-License-Identifier: Apache-2.0

import Formats

/// Reads a `renderingRule`. Names of functions and arguments may have any case (inferred).
struct RasterRuleReader {
    enum Problem: Error {
        /// No real service has the function.
        case unknown(String)
        /// Real services have it, or its argument, and the double does not.
        case notEmulated(String)
        /// An argument is missing or cannot be read.
        case argument(String, wouldPass: String)
    }

    /// The raster's spatial reference, and the number of its bands.
    var reference: SpatialReference
    var bands: Int

    /// The functions that services know without being told (documented: raster-function-objects).
    private static let others: Set = [
        "argstatistics", "arithmetic", "bandarithmetic", "ccdc", "classify", "colormaptorgb", "colorspaceconversion",
        "complex", "compositeband", "computechange", "contrastbrightness", "convolution", "createcolorcomposite",
        "curvature", "detectchange", "elevationvoidfill", "geometric", "local", "mask", "mlclassify",
        "multidimensionalraster", "multidimensionalfilter", "pansharpening", "processrastercollection",
        "rastercalculator", "recast", "resample", "segmentmeanshift", "shadedrelief", "speckle", "spectralconversion",
        "spectralunmixing", "statistics", "statisticshistogram", "surfaceparamfunction", "tasseledcap", "threshold",
        "transposebits", "trend", "trendanalysis", "trendtorgb", "unitconversion", "vectorfield",
        "vectorfieldrenderer", "weightedoverlay", "weightedsum",
    ]

    func read(_ json: JSON) throws(Problem) -> RasterRule {
        guard let name = json["rasterFunction"]?.text else {
            // An empty rule changes nothing.
            if json.members?.isEmpty == true { return .raster }
            if json["rasterFunctionDefinition"] != nil || json["function"] != nil {
                throw .notEmulated("a function template")
            }
            throw .argument("rasterFunction", wouldPass: #"{"rasterFunction":"Stretch"}"#)
        }
        let arguments = Arguments(json["rasterFunctionArguments"] ?? .object([]))
        let inner = try self.inner(arguments)
        let rule = try function(name, inner, arguments)
        return try cast(rule, json["outputPixelType"]?.text)
    }

    /// The raster that a function works on: the service's, or what another function makes of it.
    private func inner(_ arguments: Arguments) throws(Problem) -> RasterRule {
        guard let raster = arguments["Raster"] ?? arguments["DEM"] else { return .raster }
        if raster.members != nil { return try read(raster) }
        // $$ is the service's raster; $1 its first one.
        guard let text = raster.text, text.hasPrefix("$") else { throw .notEmulated("Raster of another service") }
        return .raster
    }

    private func function(
        _ name: String, _ inner: RasterRule, _ arguments: Arguments
    ) throws(Problem) -> RasterRule {
        switch name.lowercased() {
        case "none", "identity": return inner
        case "stretch": return .stretch(inner, try stretch(arguments))
        case "colormap": return try colormap(inner, arguments)
        case "hillshade":
            return .hillshade(
                inner,
                RasterBands.Light(
                    azimuth: try arguments.number("Azimuth", 315), altitude: try arguments.number("Altitude", 45),
                    zFactor: try arguments.number("ZFactor", 1)))
        case "slope":
            let type = try arguments.number("SlopeType", 1)
            guard let type = RasterBands.SlopeType(rawValue: Int(type)) else {
                throw .argument("SlopeType", wouldPass: "1 for degrees, 2 for percent")
            }
            guard type != .adjusted else { throw .notEmulated("SlopeType 3") }
            return .slope(inner, type, zFactor: try arguments.number("ZFactor", 1))
        case "aspect": return .aspect(inner)
        case "ndvi":
            return .vegetation(
                inner, visible: try arguments.band("VisibleBandID", 2, of: inner.count(bands)),
                infrared: try arguments.band("InfraredBandID", 1, of: inner.count(bands)))
        case "remap": return try remap(inner, arguments)
        case "clip": return .clip(inner, try area(arguments))
        case "grayscale", "greyscale":
            return .gray(inner, try arguments.numbers("ConversionParameters") ?? [])
        case "extractband":
            guard let ids = try arguments.numbers("BandIDs") else {
                throw arguments["BandNames"] == nil && arguments["BandWavelengths"] == nil
                    ? .argument("BandIDs", wouldPass: "[0]") : .notEmulated("BandNames and BandWavelengths")
            }
            let count = inner.count(bands)
            guard !ids.isEmpty, ids.count <= 16, ids.allSatisfy({ $0 >= 0 && $0 < Double(count) }) else {
                throw .argument("BandIDs", wouldPass: "numbers from 0 to \(count - 1)")
            }
            return .bands(inner, ids.map { Int($0) })
        case let other: throw RasterRuleReader.others.contains(other) ? .notEmulated(name) : .unknown(name)
        }
    }

    /// `outputPixelType`: whole numbers are rounded and cut.
    private func cast(_ rule: RasterRule, _ type: String?) throws(Problem) -> RasterRule {
        let bounds: [String: ClosedRange<Double>] = [
            "u1": 0...1, "u2": 0...3, "u4": 0...15, "u8": 0...255, "s8": -128...127, "u16": 0...65_535,
            "s16": -32_768...32_767, "u32": 0...4_294_967_295, "s32": -2_147_483_648...2_147_483_647,
        ]
        guard let type, let bound = bounds[type.lowercased()] else { return rule }
        return .cast(rule, bound)
    }

    // MARK: arguments

    private func stretch(_ arguments: Arguments) throws(Problem) -> RasterBands.Stretch {
        let type = try arguments.number("StretchType", 0)
        guard let kind = RasterBands.Stretch.Kind(rawValue: Int(type)) else {
            throw .argument("StretchType", wouldPass: "0, 3, 4, 5, 6 or 9")
        }
        var stretch = RasterBands.Stretch(kind: kind)
        stretch.deviations = try arguments.number("NumberOfStandardDeviations", 2)
        stretch.lowPercent = try arguments.number("MinPercent", 0.25)
        stretch.highPercent = try arguments.number("MaxPercent", 0.5)
        stretch.low = try arguments.number("Min", 0)
        stretch.high = try arguments.number("Max", 255)
        stretch.strength = try arguments.number("SigmoidStrengthLevel", 2)
        if arguments["UseGamma"]?.truth == true { stretch.gamma = try arguments.numbers("Gamma") ?? [] }
        guard stretch.gamma.allSatisfy({ $0 > 0 }) else { throw .argument("Gamma", wouldPass: "numbers above 0") }
        for entry in arguments["Statistics"]?.elements ?? [] {
            let numbers = entry.elements?.compactMap(\.finite) ?? []
            guard numbers.count >= 4 else {
                throw .argument("Statistics", wouldPass: "[[min,max,mean,standardDeviation]], a list for each band")
            }
            stretch.statistics.append(
                .init(low: numbers[0], high: numbers[1], mean: numbers[2], deviation: numbers[3]))
        }
        return stretch
    }

    private func colormap(_ inner: RasterRule, _ arguments: Arguments) throws(Problem) -> RasterRule {
        var colors: [Int: Color] = [:]
        if let entries = arguments["Colormap"]?.elements {
            for entry in entries {
                guard let list = entry.elements, list.count >= 4, let value = list[0].integer,
                    let color = Color(json: .array(Array(list.dropFirst())))
                else { throw .argument("Colormap", wouldPass: "[[value,red,green,blue]]") }
                colors[value] = color
            }
            return .colormap(inner, colors)
        }
        if let json = arguments["ColorRamp"] ?? arguments["Colorramp"], json.members != nil {
            guard let ramp = ColorRamp(json: json) else {
                throw .argument("Colorramp", wouldPass: #"{"type":"algorithmic","fromColor":[…],"toColor":[…]}"#)
            }
            for (value, color) in ramp.colors(256).enumerated() { colors[value] = color }
            return .colormap(inner, colors)
        }
        let name = arguments["ColormapName"]?.text ?? arguments["ColorrampName"]?.text ?? arguments["ColorRamp"]?.text
        guard let name else { throw .argument("Colormap", wouldPass: "Colormap, ColormapName or Colorramp") }
        // The tables of the other names are Esri's and not published.
        guard ASCII.equal(name, "Gray") else { throw .notEmulated("ColormapName \(name)") }
        for value in UInt8.min...UInt8.max { colors[Int(value)] = Color(red: value, green: value, blue: value) }
        return .colormap(inner, colors)
    }

    private func remap(_ inner: RasterRule, _ arguments: Arguments) throws(Problem) -> RasterRule {
        let inputs = try arguments.numbers("InputRanges") ?? []
        let outputs = try arguments.numbers("OutputValues") ?? []
        let missing = try arguments.numbers("NoDataRanges") ?? []
        guard inputs.count == outputs.count * 2, missing.count % 2 == 0, inputs.count + missing.count > 0 else {
            throw .argument("InputRanges", wouldPass: "two numbers in InputRanges for each of OutputValues")
        }
        var ranges = stride(from: 0, to: missing.count, by: 2).map { index in
            RasterRule.Interval(low: missing[index], high: missing[index + 1], value: nil)
        }
        for (index, value) in outputs.enumerated() {
            ranges.append(RasterRule.Interval(low: inputs[index * 2], high: inputs[index * 2 + 1], value: value))
        }
        return .remap(inner, ranges, keepsOthers: arguments["AllowUnmatched"]?.truth ?? true)
    }

    private func area(_ arguments: Arguments) throws(Problem) -> RasterRule.Area {
        let example = #"ClippingGeometry: {"xmin":…,"ymin":…,"xmax":…,"ymax":…}"#
        guard let shape = arguments["ClippingGeometry"] ?? arguments["Extent"],
            shape["rings"] != nil || shape["xmin"] != nil
        else { throw .argument("ClippingGeometry", wouldPass: example) }
        let own = shape["spatialReference"].flatMap { $0.members == nil ? nil : SpatialReference(json: $0) }
        guard let placed = (own ?? reference).project(shape, to: reference), Geometry(placed) != nil else {
            throw .argument("ClippingGeometry", wouldPass: example)
        }
        let type = try arguments.number("ClippingType", 1)
        guard type == 1 || type == 2 else {
            throw .argument("ClippingType", wouldPass: "1 to drop what is outside, 2 what is inside")
        }
        return RasterRule.Area(shape: placed, dropsInside: type == 2)
    }

    /// The arguments of a function.
    private struct Arguments {
        private let members: [String: JSON]

        init(_ json: JSON) {
            members = Dictionary(
                (json.members ?? []).map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        }

        subscript(name: String) -> JSON? { members[name.lowercased()].flatMap { $0 == .null ? nil : $0 } }

        func number(_ name: String, _ usual: Double) throws(Problem) -> Double {
            guard let json = self[name] else { return usual }
            guard let number = json.finite ?? json.text.flatMap({ Double(ASCII.trimmed($0)) }), abs(number) < 1e12
            else {
                throw .argument(name, wouldPass: "a number")
            }
            return number
        }

        func numbers(_ name: String) throws(Problem) -> [Double]? {
            guard let json = self[name] else { return nil }
            guard let list = json.elements, list.count <= 10_000 else {
                throw .argument(name, wouldPass: "a list of numbers")
            }
            let numbers = list.compactMap(\.finite)
            guard numbers.count == list.count else { throw .argument(name, wouldPass: "a list of numbers") }
            return numbers
        }

        func band(_ name: String, _ usual: Double, of count: Int) throws(Problem) -> Int {
            let number = try number(name, min(usual, Double(count - 1)))
            guard number >= 0, number < Double(count), number == number.rounded() else {
                throw .argument(name, wouldPass: "a number from 0 to \(count - 1)")
            }
            return Int(number)
        }
    }
}
