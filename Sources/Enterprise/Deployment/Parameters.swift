import Formats
import MapServices

/// The parameters of a request, from the query and from a form body: names in any case, values as they are.
struct Parameters: Sendable {
    enum Place: Sendable {
        case query, body
    }

    struct Parameter: Sendable {
        /// In small letters.
        var name: String
        var value: String
        var place: Place
    }

    private(set) var list: [Parameter] = []
    /// The files of a multipart body.
    private(set) var files: [Reading.File] = []

    /// The query comes first, as with a servlet: of two parameters of one name the first counts (inferred).
    init(_ request: Request) {
        if let query = request.target.query {
            for (name, value) in Form.parse(query) { add(name, value, .query) }
        }
        guard !request.body.isEmpty else { return }
        let text = request.fields["content-type"] ?? ""
        if text == "application/x-www-form-urlencoded" {
            for (name, value) in Form.parse(request.body) { add(name, value, .body) }
            return
        }
        let type = MediaType(text)
        switch type?.essence {
        case "application/x-www-form-urlencoded", nil:
            for (name, value) in Form.parse(request.body) { add(name, value, .body) }
        case "multipart/form-data":
            guard let boundary = type?["boundary"], let parts = try? Multipart.parse(request.body, boundary: boundary)
            else { return }
            for part in parts {
                if let fileName = part.fileName {
                    files.append(
                        Reading.File(
                            name: part.name.lowercased(), fileName: fileName,
                            type: part.mediaType ?? "application/octet-stream", bytes: part.body))
                } else {
                    add(part.name, String(decoding: part.body, as: UTF8.self), .body)
                }
            }
        default:
            return
        }
    }

    private mutating func add(_ name: String, _ value: String, _ place: Place) {
        let isLower = !name.utf8.contains { $0 &- 65 < 26 || $0 >= 128 }
        list.append(Parameter(name: isLower ? name : name.lowercased(), value: value, place: place))
    }

    /// The first of that name, given in small letters.
    func first(_ name: String) -> Parameter? {
        list.first { $0.name == name }
    }

    /// Its value, given in small letters; an empty value is a value.
    subscript(name: String) -> String? { first(name)?.value }

    /// Its value unless that is empty.
    func given(_ name: String) -> String? {
        guard let value = first(name)?.value, !value.isEmpty else { return nil }
        return value
    }
}
