// SPDX-License-Identifier: Apache-2.0

/// Media types by file name extension.
enum FileType {
    static func of(_ name: String) -> String {
        switch name.split(separator: ".").last?.lowercased() {
        case "json", "geojson": "application/json;charset=utf-8"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "xml": "text/xml;charset=utf-8"
        case "csv": "text/csv"
        case "txt": "text/plain;charset=utf-8"
        case "zip": "application/zip"
        case "pdf": "application/pdf"
        default: "application/octet-stream"
        }
    }
}
