import Formats

/// A token as a request presents it, and where.
struct Presented: Sendable, Hashable {
    enum Place: String, Sendable {
        case query, body
        case esriHeader = "X-Esri-Authorization"
        case authorization = "Authorization"
        case agstoken = "cookie agstoken"
        case esriAuth = "cookie esri_auth"
    }

    var letters: String
    var place: Place

    /// The first of: query, body, `X-Esri-Authorization`, `Authorization`, the cookies (auth-reference 7.2).
    ///
    /// Values are trimmed: QGIS sends a blank after the token. An empty `token=` counts as presented (arcgisutils NEWS).
    static func find(_ visit: Visit) -> Presented? {
        if let parameter = visit.parameters.first("token") {
            return Presented(letters: parameter.value, place: parameter.place == .query ? .query : .body)
        }
        let fields = visit.call.request.fields
        for (name, place) in [("x-esri-authorization", Place.esriHeader), ("authorization", .authorization)] {
            // Where a web server authenticates, that field is its own (HTTP header authentication guide).
            if place == .authorization, visit.webTierAccount != nil { continue }
            if let value = fields[name], let bearer = Presented.bearer(value) {
                return Presented(letters: bearer, place: place)
            }
        }
        guard let header = fields["cookie"] else { return nil }
        let cookies = Cookie.parse(header)
        if let token = cookies.first(where: { $0.name == "agstoken" })?.value, !token.isEmpty {
            return Presented(letters: token, place: .agstoken)
        }
        guard let value = cookies.first(where: { $0.name == "esri_auth" })?.value,
            let json = try? JSONReader.read(Array(Percent.decode(value).utf8)), let token = json["token"]?.text
        else { return nil }
        return Presented(letters: token, place: .esriAuth)
    }

    private static func bearer(_ value: String) -> String? {
        let words = value.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }
}
