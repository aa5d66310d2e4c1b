// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Features {
    private static let manual = "developers.arcgis.com/rest/services-reference/enterprise/"

    /// What describes rows beyond the layer's own description.
    static let descriptions: [Resource] = [
        Resource(
            "relationships", [.mapServer, .featureServer], "The relationship classes.", since: .v10_6_1,
            evidence: .documented("\(manual)relationships-feature-service/"), answer: RelationshipsOperation.answer),
        Resource(
            "queryDataElements", [.featureServer], "The datasets behind layers.", since: .v10_6_1, needs: .query,
            evidence: .documented("\(manual)query-data-elements-feature-service/"),
            answer: DataElementsOperation.answer),
        Resource(
            "queryContingentValues", [.featureServer], "The contingent values of layers.", since: .v11_1,
            needs: .query, evidence: .documented("\(manual)query-contingent-values-feature-service/"),
            answer: ContingentValuesOperation.service),
        Resource(
            "{layer}/fieldGroups", [.featureServer], "The groups of fields with contingent values.", since: .v10_9_1,
            evidence: .documented("\(manual)fs-field-groups/"), answer: ContingentValuesOperation.groups),
        Resource(
            "{layer}/contingentValues", [.featureServer], "The contingent values of a layer.", since: .v10_9_1,
            evidence: .documented("\(manual)fs-contingent-values/"), answer: ContingentValuesOperation.values),
        Resource(
            "{layer}/metadata", [.mapServer, .featureServer], "The metadata of a layer, in XML.", since: .v10_6_1,
            evidence: .documented("\(manual)metadata/"), answer: MetadataOperation.answer),
    ]
}
