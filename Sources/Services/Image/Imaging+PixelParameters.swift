// SPDX-License-Identifier: Apache-2.0

import Facts

/// The parameters of what is computed of pixels (documented: compute-statistics-and-histograms, get-samples).
extension Imaging {
    static let pixelParameters: [OperationParameter] = {
        let bad = OperationParameter.Reading.refused(Rules.parameter.id)
        let left = #"{"xmin":-180,"ymin":-90,"xmax":0,"ymax":90}"#
        let single = "the service is a single raster, which is taken as it is"
        let taken = Evidence.inferred("a limit of this double: \(single)")
        let computed = ["computeHistograms", "computeStatisticsHistograms"].flatMap { name in
            let rows = OperationParameter.Rows(operation: name, kind: .imageServer)
            return [
                rows.acts("geometry", left, ["x": bad, #"{"x":1,"y":1}"#: bad], need: .required),
                rows.ignores("geometryType", "esriGeometryEnvelope", "JSON shows its type itself"),
                rows.ignores("mosaicRule", "{}", single, evidence: taken),
                rows.acts("renderingRule", #"{"rasterFunction":"Grayscale"}"#, functionForms),
                rows.acts("renderingRule", #"{"rasterFunction":"Grayscale"}"#, uncomputed, evidence: gap),
                rows.ignores("pixelSize", "1,1", single, evidence: taken),
            ]
        }
        let samples = OperationParameter.Rows(operation: "getSamples", kind: .imageServer)
        let line = #"{"paths":[[[-100,40],[-50,40]]]}"#
        return computed + [
            samples.acts("geometry", line, ["x": bad], need: .required),
            samples.acts("sampleCount", "3", ["x": .absent]),
            samples.ignores("geometryType", "esriGeometryPolyline", "JSON shows its type itself"),
            samples.acts("renderingRule", #"{"rasterFunction":"Grayscale"}"#, functionForms),
            samples.acts("renderingRule", #"{"rasterFunction":"Grayscale"}"#, uncomputed, evidence: gap),
            samples.ignores("mosaicRule", "{}", single, evidence: taken),
            samples.ignores("pixelSize", "1,1", single, evidence: taken),
            samples.ignores("interpolation", "RSP_NearestNeighbor", "a sample is that of its pixel", evidence: taken),
            samples.ignores("returnFirstValueOnly", "true", "there is one raster", evidence: taken),
            samples.ignores("outFields", "*", "there is no catalog", evidence: taken),
        ]
    }()
}
