// SPDX-License-Identifier: Apache-2.0

import Facts

extension Shaping {
    enum Rules {
        static let missing = Rule(
            "geometry.missing-parameter", "A parameter that the operation requires is missing.",
            advice: "Send the parameter that the verdict names.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/buffer/ and others mark what is optional; the words are inferred"
            ))
        static let bad = Rule(
            "geometry.bad-parameter", "A parameter cannot be read.",
            advice: "See the parameter that the verdict names.",
            evidence: .inferred("the words of a bad parameter; no geometry service's were captured"))
        static let unit = Rule(
            "geometry.unknown-unit", "The unit is none: names of units are not read.",
            advice: "Send the number of a unit: 9001 is a meter, 9002 a foot, 9035 a survey mile.",
            evidence: .reported("Esri/arcgis-python-api#1223"))
        static let wrongUnit = Rule(
            "geometry.wrong-unit", "The unit is an angle where a length is needed, or a length where an angle is.",
            advice: "In degrees, send an angular unit, or geodesic=true with a length; of a buffer also bufferSR.",
            evidence: .reported("Esri/arcgis-python-api#461"))
        static let empty = Rule(
            "geometry.empty", "A geometry has no coordinates, or too few.",
            advice: "A ring has three corners or more, a path two positions.",
            evidence: .reported("Esri/arcgis-python-api#2325: the words; that this causes them is inferred"))
        static let tangled = Rule(
            "geometry.tangled", "The sides of a geometry cross so often that MockPortal does not mend it.",
            advice: "Send it in parts.", evidence: .inferred("a limit of this double; real servers have no such bound"))
        static let tooMany = Rule(
            "geometry.too-many", "The geometries, or the answer, would be larger than MockPortal computes.",
            advice: "Send them in parts.", evidence: .inferred("a limit of this double"))
        static let url = Rule(
            "geometry.url-not-emulated", "MockPortal does not fetch the geometries that a URL names.",
            advice: "Send the geometries themselves.",
            evidence: .inferred("a limit of this double; real servers fetch the file (documented: buffer)"))
        static let projection = Rule(
            "geometry.not-projected", "No projection between the two spatial references is known.",
            advice:
                "Use spatial references of EPSG or ESRI; vertical ones and custom transformations are not computed.",
            evidence: .inferred("the general words; no geometry service's were captured"))
        static let notation = Rule(
            "geometry.bad-notation", "A coordinate text is not in the notation that conversionType names.",
            advice: "See the texts that toGeoCoordinateString writes.",
            evidence: .inferred("the general words; no geometry service's were captured"))
    }

    static let rules: [Rule] = [
        Rules.missing, Rules.bad, Rules.unit, Rules.wrongUnit, Rules.empty, Rules.tangled, Rules.tooMany, Rules.url,
        Rules.projection, Rules.notation,
    ]
}
