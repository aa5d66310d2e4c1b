// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// The form of an operation in the services directory: its parameters with their labels.
struct DirectoryForm: Sendable {
    enum Kind: Sendable {
        case line
        /// Several lines, for clauses, geometries and arrays.
        case area
        /// True or false, with the default.
        case truth(Bool)
        /// A choice; the first is the default.
        case choice([String])
        case file
    }

    struct Field: Sendable {
        var label: String
        var name: String
        var kind: Kind
        /// The first release that has the field.
        var since: Version?
        /// The type of service that has the field; `nil` means all.
        var only: ServiceKind?

        init(
            _ label: String, _ name: String, _ kind: Kind = .line, since: Version? = nil,
            only: ServiceKind? = nil
        ) {
            (self.label, self.name, self.kind, self.only) = (label, name, kind, only)
            self.since = since
        }
    }

    /// The title of the operation.
    var title: String
    var fields: [Field]
    /// The formats that were added later (documented: query-map-service-layer).
    private static let late: [String: Version] = ["geojson": .v10_4, "pbf": .v10_7]

    /// The possible values of `f`.
    var formats = ["html", "json"]
    /// A Boolean value that indicates whether the form is sent by POST, as edits are.
    var isPosted = false

    /// Returns the fields for this type of service and release.
    func fields(_ kind: ServiceKind, _ version: Version) -> [Field] {
        fields.filter { field in
            (field.only ?? kind) == kind && (field.since.map { version >= $0 } ?? true)
        }
    }

    /// Returns whether a request has any of the form's parameters, even an empty one. Then it is more than a visit to
    /// the form.
    func isFilled(_ parameters: Parameters) -> Bool {
        !parameters.files.isEmpty || fields.contains { parameters[$0.name.lowercased()] != nil }
    }

    /// Returns the form, filled in with the previous values. It is sent to the path without a query because parameters
    /// in the URL would take precedence.
    func html(_ location: DirectoryLocation) -> String {
        let fields = fields(location.kind ?? .mapServer, location.version)
        var rows = fields.map { row($0, location.parameters) }
        let formats = formats.filter { Self.late[$0].map { location.version >= $0 } ?? true }
        rows.append(row(Field("Format", "f", .choice(formats)), location.parameters))
        let hasFiles = fields.contains { if case .file = $0.kind { true } else { false } }
        // A token in the URL is passed on in the next one; a cookie needs no help.
        let token = location.parameters.given("token").map {
            "<input type=\"hidden\" name=\"token\" value=\"\(Page.escape($0))\">\n"
        }
        let buttons = (isPosted ? ["post"] : ["get", "post"]).map { method in
            let encoding = hasFiles && method == "post" ? " formenctype=\"multipart/form-data\"" : ""
            return
                "<button type=\"submit\" formmethod=\"\(method)\"\(encoding)>\(title) (\(method.uppercased()))</button>"
        }
        return """
            <form method="\(isPosted ? "post" : "get")" action="\(Page.escape(location.path))">
            \(token ?? "")<table class="form">
            \(rows.joined(separator: "\n"))
            </table>
            \(buttons.joined(separator: " "))
            </form>
            """
    }

    private func row(_ field: Field, _ parameters: Parameters) -> String {
        let given = parameters[field.name.lowercased()]
        let (name, label) = (Page.escape(field.name), Page.escape(field.label))
        var input: String
        switch field.kind {
        case .line: input = "<input id=\"\(name)\" name=\"\(name)\" value=\"\(Page.escape(given ?? ""))\">"
        case .area:
            input = "<textarea id=\"\(name)\" name=\"\(name)\" rows=\"2\">\(Page.escape(given ?? ""))</textarea>"
        case .file: input = "<input id=\"\(name)\" name=\"\(name)\" type=\"file\">"
        case .truth(let standard):
            let truth = given.map { ASCII.equal($0, "true") } ?? standard
            input = [true, false].map { value in
                "<input type=\"radio\" name=\"\(name)\" id=\"\(value ? name : name + "-no")\" value=\"\(value)\"\(value == truth ? " checked" : "")> \(value ? "True" : "False")"
            }.joined(separator: " ")
        case .choice(let values):
            let options = values.map { value in
                let isChosen = given.map { ASCII.equal($0, value) } ?? false
                return "<option\(isChosen ? " selected" : "")>\(Page.escape(value))</option>"
            }
            input = "<select id=\"\(name)\" name=\"\(name)\">\(options.joined())</select>"
        }
        return "<tr><td><label for=\"\(name)\">\(label):</label></td><td>\(input)</td></tr>"
    }
}
