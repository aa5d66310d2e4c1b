import Facts

extension QueryReader {
    /// The first release that knows a parameter; older ones take no notice of it (documented: "new at" in
    /// query-map-service-layer and query-feature-service-layer).
    private static let since: [String: Version] = [
        "returnz": "10.1", "returnm": "10.1", "geometryprecision": "10.1", "returndistinctvalues": "10.1",
        "groupbyfieldsforstatistics": "10.1", "returnextentonly": "10.3", "distance": "10.3", "units": "10.3",
        "returntruecurves": "10.3", "having": "10.6.1", "havingclause": "10.6.1", "quantizationparameters": "10.6.1",
        "historicmoment": "10.6.1", "resulttype": "10.6.1", "returncentroid": "10.6.1",
        "returnexceededlimitfeatures": "10.6.1", "maxrecordcountfactor": "10.6.1", "sqlformat": "10.3",
        "returnenvelope": "11.3", "fulltext": "11.4", "uniqueids": "11.4", "returnuniqueidsonly": "11.4",
    ].compactMapValues { Version($0) }

    /// A parameter's value, if it has one and the release knows the parameter.
    func given(_ name: String) -> String? {
        guard let value = reading.given(name) else { return nil }
        guard let since = Self.since[name] else { return value }
        return reading.version >= since ? value : nil
    }

    func isTrue(_ name: String, default: Bool = false) -> Bool {
        given(name) == nil ? `default` : reading.isTrue(name)
    }
}
