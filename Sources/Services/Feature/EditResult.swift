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
        if let wording = failure?.wording(numbers) {
            var error: [JSON.Member] = [.init("code", .int(wording.code))]
            if extended == .show, wording.code != wording.extendedCode {
                error.append(.init("extendedCode", .int(wording.extendedCode)))
            }
            error.append(.init("description", .string(wording.description)))
            members.append(.init("error", .object(error)))
        }
        return .object(members)
    }
}
