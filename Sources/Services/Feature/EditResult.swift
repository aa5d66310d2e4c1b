// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The result of one edit.
struct EditResult: Sendable {
    var objectID: Int?
    var globalID: String?
    var failure: EditFailure?

    /// Returns the result with the documented order of keys: objectId, globalId, success, error.
    func json(_ version: Version, numbers: Choice, extended: Choice) -> JSON {
        var members: [JSON.Member] = []
        if let objectID { members.append(.init("objectId", .int(objectID))) }
        if let globalID { members.append(.init("globalId", .string(GlobalID.written(globalID, version)))) }
        members.append(.init("success", .bool(failure == nil)))
        if let body = failure?.body(numbers) {
            let isShown = extended == .show && body.code != body.extendedCode
            members.append(.init("error", (isShown ? body : body.withoutExtendedCode).json))
        }
        return .object(members)
    }
}
