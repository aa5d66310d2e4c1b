// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// What each failure of an edit says, to the byte.
@Suite("Error bodies of edits")
struct EditErrorBodyTests {
    private static let failed = -2_147_467_259
    private static let valueFailed = -2_147_217_395

    /// The reason, what it is about, and the number, the HRESULT and the text that are documented.
    private static let failures: [(EditFailure.Reason, Int, Int, String)] = [
        (.notNullable, 1001, valueFailed, "Field: state is not nullable. Cannot set null value."),
        (.noM, 1002, failed, "Geometry does not have m-values."),
        (.geometryUpdate, 1004, failed, "Geometry update not allowed."),
        (.curve, 1005, failed, "True curve update not allowed."),
        (.untrustedHTML, 1006, failed, "Invalid untrusted HTML content detected in field: state."),
        (.attachment, 1008, failed, "Adding an attachment failed."),
        (.missing, 1011, failed, "Object is missing."),
        (.noZ, 1014, failed, "Geometry does not have z-values."),
        (.geometry, 1015, failed, "Geometry could not be set."),
        (.value, 1016, valueFailed, "Setting of value for state failed."),
        (
            .constraint(.init(number: 7, message: "Too high")), 1019, -2_147_207_418,
            "Violated attribute constraint rule. [Error No: 7, Too high]"
        ),
        (.globalIDMissing, 1020, failed, "Missing GlobalID."), (.globalIDEmpty, 1021, failed, "Empty GlobalID."),
        (.globalIDTaken, 1022, failed, "Unique constraint violation error on inserting the value."),
        (.notEditable, 1023, failed, "Field: state is not editable."),
    ]

    private static func written(_ json: JSON) -> String { String(decoding: JSONWriter.json(json), as: UTF8.self) }

    @Test("have the documented number and text, and the HRESULT behind it", arguments: failures.indices)
    func failure(_ index: Int) {
        let (reason, code, extended, text) = Self.failures[index]
        let result = EditResult(failure: EditFailure(reason: reason, subject: "state"))
        #expect(
            Self.written(result.json(.newest, numbers: .numbered, extended: .show))
                == "{\"success\":false,\"error\":{\"code\":\(code),\"extendedCode\":\(extended),\"description\":\"\(text)\"}}"
        )
    }

    @Test("a service's layer that is not there")
    func unknownLayer() {
        var trees = TreesService()
        #expect(
            trees.text("applyEdits", [("edits", #"[{"id":9,"adds":[]}]"#)])
                == #"{"error":{"code":400,"message":"Unable to complete operation.","details":["Layer not found."]}}"#)
    }

    @Test("edits of several layers are taken back by name")
    func rolledBack() {
        var trees = TreesService()
        let edits = #"[{"id":0,"deletes":[99]},{"id":1,"deletes":[98]}]"#
        #expect(
            trees.text("applyEdits", [("edits", edits)])
                == #"{"error":{"code":400,"extendedCode":-2147467259,"message":"Unable to complete operation.","details":["Object is missing.","Object is missing.","Edits to layer 0 rolled back.","Edits to layer 1 rolled back."]}}"#
        )
    }

    @Test("edits in an uploaded file")
    func uploaded() {
        var trees = TreesService()
        #expect(
            trees.text("0/applyEdits", [("editsUploadId", "i1"), ("adds", "[]")])
                == #"{"error":{"code":400,"message":"Requested operation is not supported by this service.","details":[]}}"#
        )
    }

    @Test("a layer without the capability")
    func capability() {
        var trees = TreesService(capabilities: "Query")
        #expect(
            trees.text("0/addFeatures", [("features", "[{}]")])
                == #"{"error":{"code":400,"message":"Requested operation is not supported by this service.","details":[]}}"#
        )
    }
}
