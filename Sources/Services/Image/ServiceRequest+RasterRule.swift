// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `renderingRule`, `bandIds` and `noData` of an image service's operations: docs/reference/other-services.md#raster-functions.
extension ServiceRequest {
    /// Reads `renderingRule`; what is no JSON counts as absent, and so does what changes nothing (inferred).
    func rasterRule(_ service: ServiceModel) throws(ServiceError) -> RasterRule? {
        guard let text = given("renderingrule"), text.contains("{"),
            let json = try? JSONReader.read(json5: Array(text.utf8)), json.members?.isEmpty == false
        else { return nil }
        let reader = RasterRuleReader(reference: service.rasterReference, bands: service.rasterBandCount)
        do throws(RasterRuleReader.Problem) {
            let rule = try reader.read(json)
            if case .raster = rule { return nil }
            return rule
        } catch {
            switch error {
            case .notEmulated(let what):
                throw ServiceError(
                    Maps.ErrorBodies.notEmulated,
                    Verdict(
                        Imaging.Rules.function, facts: [.init("renderingRule", what)],
                        wouldPass: "None, \(Imaging.functions.joined(separator: ", "))"))
            case .unknown(let name):
                throw ServiceError(
                    Imaging.ErrorBodies.exportParameter.about("renderingRule"),
                    Verdict(
                        Imaging.Rules.unknownFunction, facts: [.init("rasterFunction", name)],
                        wouldPass: Suggestion.nearest(to: name, among: Imaging.functions).map { "did you mean \($0)?" }
                            ?? Imaging.functions.joined(separator: ", ")))
            case .argument(let name, let wouldPass):
                throw ServiceError(
                    Imaging.ErrorBodies.exportParameter.about("renderingRule"),
                    Verdict(Imaging.Rules.parameter, facts: [.init("parameter", name)], wouldPass: wouldPass))
            }
        }
    }

    /// Reads `bandIds`: the bands to show, in this order. A list with something else than numbers counts as absent
    /// (inferred).
    func bandIDs(_ rule: RasterRule?, _ service: ServiceModel) throws(ServiceError) -> [Int]? {
        guard let text = given("bandids") else { return nil }
        let ids = text.split(separator: ",").map { Int(ASCII.trimmed($0)) }
        guard !ids.isEmpty, !ids.contains(nil) else { return nil }
        let count = rule?.count(service.rasterBandCount) ?? service.rasterBandCount
        let chosen = ids.compactMap(\.self)
        guard chosen.allSatisfy({ (0..<count).contains($0) }) else {
            throw ServiceError(
                Imaging.ErrorBodies.exportParameter.about("bandIds"),
                Verdict(
                    Imaging.Rules.parameter, facts: [.init("parameter", "bandIds"), .init("value", text)],
                    wouldPass: "numbers from 0 to \(count - 1)"))
        }
        return chosen == Array(0..<count) ? nil : chosen
    }

    /// Reads `noData`: a number, or one of each band.
    func noData() -> [Double]? {
        let numbers = (given("nodata") ?? "").split(separator: ",").map { Double(ASCII.trimmed($0)) }
        return numbers.isEmpty || numbers.contains(nil) ? nil : numbers.compactMap(\.self)
    }
}

extension ServiceModel {
    /// How many bands the raster has.
    var rasterBandCount: Int {
        max(1, min(3, imagery?["bandCount"]?.integer ?? imagery?.bandCount ?? 1))
    }
}

extension RasterView {
    /// Returns the raster by a rule, with some of its bands, and without the values that are NoData: those of any band,
    /// or of all together (documented: noDataInterpretation).
    func rendered(
        _ rule: RasterRule?, bands count: Int, showing ids: [Int]? = nil, noData: [Double]? = nil,
        matchesAll: Bool = false
    ) -> RasterView {
        guard rule != nil || ids != nil || noData != nil else { return self }
        var made = RasterBands(self, count: count)
        if let noData {
            for index in made.hasData.indices where made.hasData[index] {
                let matches = made.bands.indices.map { band in
                    made.bands[band][index] == (noData.indices.contains(band) ? noData[band] : noData[0])
                }
                if matchesAll ? matches.allSatisfy(\.self) : matches.contains(true) { made.hasData[index] = false }
            }
        }
        if let rule { made = rule.applied(to: made, extent) }
        if let ids {
            made.bands = ids.map { made.bands[min($0, made.bands.count - 1)] }
        }
        var view = self
        (view.raster, view.bands) = (made.picture, made)
        return view
    }

    /// Returns the values of the bands at a location, or `nil` where there are none.
    func values(_ x: Double, _ y: Double, in other: SpatialReference, count: Int) -> [Double]? {
        guard let bands else {
            guard let pixel = pixel(x, y, in: other), pixel[3] > 0 else { return nil }
            return pixel.prefix(count).map(Double.init)
        }
        guard let index = index(x, y, in: other), bands.hasData[index] else { return nil }
        return bands.bands.map { $0[index] }
    }

    /// A value as identify and getSamples write it: whole numbers without a point.
    static func text(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        if case .number(let spelling) = JSON.double(value) { return spelling }
        return "NoData"
    }
}
