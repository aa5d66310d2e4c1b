// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `multidimensionalInfo` and `slices`: what the scenario says of variables and dimensions. Without it the service has
/// none, as its root says (documented: both are there if hasMultidimensions is true).
enum DimensionsOperation {
    /// The most slices in an answer.
    private static let most = 10_000

    static func info(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        // The scenario's answer comes before this one.
        throw request.lacking("hasMultidimensions", service.capabilities(.imageServer, nil, request.version))
    }

    static func slices(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        guard case .json(let told)? = service.canned["multidimensionalInfo"] else {
            throw request.lacking("hasMultidimensions", service.capabilities(.imageServer, nil, request.version))
        }
        let wanted = try filters(request)
        var slices: [JSON] = []
        var number = 0
        for variable in (told["multidimensionalInfo"] ?? told)["variables"]?.elements ?? [] {
            let name = variable["name"]?.text ?? ""
            var rows: [[JSON]] = [[]]
            for dimension in variable["dimensions"]?.elements ?? [] {
                let values = dimension["values"]?.elements ?? []
                guard rows.count * max(1, values.count) <= most else { break }
                rows = rows.flatMap { row in
                    values.map { value in
                        row + [
                            .object([
                                .init("variableName", .string(name)),
                                .init("dimensionName", dimension["name"] ?? .string("")),
                                .init("values", .array([value])),
                            ])
                        ]
                    }
                }
            }
            for row in rows {
                defer { number += 1 }
                guard wanted.allSatisfy({ $0.allows(name, row) }) else { continue }
                slices.append(
                    .object([.init("sliceId", .int(number)), .init("multidimensionalDefinition", .array(row))]))
            }
        }
        return .json(.object([.init("slices", .array(slices))]))
    }

    /// An entry of `multidimensionalDefinition`.
    private struct Filter {
        var variable: String
        var dimension: String
        var values: [JSON]

        func allows(_ name: String, _ row: [JSON]) -> Bool {
            if !variable.isEmpty, !ASCII.equal(variable, name) { return false }
            guard !dimension.isEmpty, !values.isEmpty,
                let own = row.first(where: { ASCII.equal($0["dimensionName"]?.text ?? "", dimension) })?["values"]?[0]
            else { return true }
            return values.contains { value in
                // A pair of values is a range with both ends.
                guard let ends = value.elements, ends.count == 2, let low = ends[0].double, let high = ends[1].double
                else {
                    return value == own || value.double != nil && value.double == own.double
                }
                return own.double.map { $0 >= low && $0 <= high } ?? false
            }
        }
    }

    private static func filters(_ request: ServiceRequest) throws(ServiceError) -> [Filter] {
        guard let text = request.given("multidimensionaldefinition") else { return [] }
        guard let list = (try? JSONReader.read(json5: Array(text.utf8)))?.elements else {
            throw request.badImage(
                "multidimensionalDefinition", text, #"[{"variableName":"…","dimensionName":"…","values":[…]}]"#)
        }
        return list.map { entry in
            Filter(
                variable: entry["variableName"]?.text ?? "", dimension: entry["dimensionName"]?.text ?? "",
                values: entry["values"]?.elements ?? [])
        }
    }
}
