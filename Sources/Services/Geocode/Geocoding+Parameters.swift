// SPDX-License-Identifier: Apache-2.0

import Facts

/// The parameters of locators (documented: find-address-candidates, geocode-addresses, suggest, reverse-geocode).
extension Geocoding {
    static let parameters: [OperationParameter] = {
        func rows(_ operation: String) -> OperationParameter.Rows {
            OperationParameter.Rows(operation: operation, kind: .geocodeServer)
        }
        let (bad, reference) = (Rules.badParameter.id, Rules.reference.id)
        let plain = "the places of a scenario are found by their words alone"
        let words = Evidence.inferred("a limit of this double: \(plain)")
        let (candidates, batch) = (rows("findAddressCandidates"), rows("geocodeAddresses"))
        let (suggest, reverse) = (rows("suggest"), rows("reverseGeocode"))
        let projected: KeyValuePairs<String, OperationParameter.Reading> = ["102100": .read("3857")]
        let unprojected: KeyValuePairs<String, OperationParameter.Reading> = [
            "x": .absent, "999999": .refused(reference),
        ]
        let pages = "developers.arcgis.com/rest/services-reference/enterprise/"
        let found = Evidence.documented("\(pages)find-address-candidates/")
        let reversed = Evidence.documented("\(pages)reverse-geocode/")
        let sent = Evidence.reported("docs/reference/other-services.md#what-clients-send")
        let batched = Evidence.documented("\(pages)geocode-addresses/")
        return [
            candidates.acts(
                "SingleLine", "Mission", ["MISSION": .read("Mission"), " mission ,": .read("Mission")], need: .required),
            candidates.acts("maxLocations", "1", [" 1": .read("1"), "x": .absent, "0": .absent, "-1": .absent]),
            candidates.acts("outSR", "3857", projected, evidence: found),
            candidates.acts("outSR", "3857", ["4326": .absent], evidence: found),
            candidates.acts("outSR", "3857", unprojected),
            candidates.acts(
                "searchExtent", "-117.384,47.672,-117.383,47.673",
                [
                    #"{"xmin":-117.384,"ymin":47.672,"xmax":-117.383,"ymax":47.673}"#:
                        .read("-117.384,47.672,-117.383,47.673")
                ], evidence: found),
            candidates.acts(
                "searchExtent", "-117.384,47.672,-117.383,47.673",
                ["-117.383,47.673,-117.384,47.672": .read("-117.384,47.672,-117.383,47.673"), "x": .absent]),
            candidates.acts(
                "outFields", "City,Match_addr",
                [
                    "CITY,match_addr": .read("City,Match_addr"), " City, Match_addr,Nothing": .read("City,Match_addr"),
                    "Nothing": .absent,
                ], evidence: .reported("docs/reference/other-services.md#geocodeserver")),
            candidates.acts("magicKey", "dHA9MCNsb2M9MQ==", ["x": .absent]),
            candidates.ignores("location", "-117,47", plain, evidence: words),
            candidates.ignores("category", "POI", plain, evidence: words),
            candidates.ignores("sourceCountry", "USA", plain, evidence: words),
            candidates.ignores("langCode", "EN", plain, evidence: found),
            candidates.ignores("forStorage", "false", plain, evidence: sent),
            candidates.ignores("locationType", "street", plain, evidence: found),
            candidates.ignores("matchOutOfRange", "true", plain, evidence: found),
            batch.acts(
                "addresses", #"{"records":[{"attributes":{"OBJECTID":1,"SingleLine":"Mission"}}]}"#,
                [
                    "{'records': [{'attributes': {'OBJECTID': 1, 'SingleLine': 'Mission'}}]}":
                        .read(#"{"records":[{"attributes":{"OBJECTID":1,"SingleLine":"Mission"}}]}"#),
                    "x": .refused(bad), "{}": .refused(bad), "[": .refused(bad),
                ], need: .required,
                evidence: .reported("Esri/ArcREST src/arcrest/ags/_geocodeservice.py writes single quotes")),
            batch.acts("outSR", "3857", projected, evidence: batched), batch.acts("outSR", "3857", unprojected),
            batch.ignores("category", "POI", plain, evidence: words),
            batch.ignores("sourceCountry", "USA", plain, evidence: words),
            // The example asks for starbu, and Starbucks is found.
            suggest.acts(
                "text", "miss", ["MISS": .read("miss")], need: .required, evidence: .documented("\(pages)suggest/")),
            suggest.acts("maxSuggestions", "1", ["5": .absent], evidence: .documented("\(pages)suggest/")),
            suggest.acts("maxSuggestions", "1", ["x": .absent, "0": .absent, "-1": .absent]),
            suggest.ignores("location", "-117,47", plain, evidence: words),
            suggest.ignores("category", "POI", plain, evidence: words),
            suggest.ignores("countryCode", "USA", plain, evidence: words),
            reverse.acts(
                "location", "-117.3866,47.6717", [#"{"x":-117.3866,"y":47.6717}"#: .read("-117.3866,47.6717")],
                need: .required, evidence: reversed),
            reverse.acts(
                "location", "-117.3866,47.6717",
                [" -117.3866, 47.6717": .read("-117.3866,47.6717"), "x": .refused(bad), "1": .refused(bad)],
                need: .required),
            reverse.acts("distance", "100", ["x": .absent, "-5": .absent, "NaN": .absent]),
            reverse.acts("outSR", "3857", projected, evidence: reversed),
            reverse.acts("outSR", "3857", ["4326": .absent], evidence: reversed),
            reverse.acts("outSR", "3857", unprojected),
            reverse.ignores("featureTypes", "PointAddress", plain, evidence: words),
            reverse.ignores("locationType", "street", plain, evidence: reversed),
            reverse.ignores("returnIntersection", "false", plain, evidence: sent),
            reverse.ignores("langCode", "EN", plain, evidence: reversed),
        ]
    }()
}
