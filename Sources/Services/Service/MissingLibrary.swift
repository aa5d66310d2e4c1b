// SPDX-License-Identifier: Apache-2.0

internal import CLoading
import Facts

/// A library that is loaded when it is first needed, and is not there.
package enum MissingLibrary {
    /// Returns the answer of an operation, or throws that a library was missing while it was made. What the operation
    /// answers without it would blame the request.
    package static func checked(
        _ answer: () throws(ServiceError) -> ServiceResponse
    ) throws(ServiceError) -> ServiceResponse {
        mp_forget_missing()
        let result: Result<ServiceResponse, ServiceError>
        do throws(ServiceError) {
            result = .success(try answer())
        } catch {
            result = .failure(error)
        }
        guard let name = unsafe mp_missing_library() else { return try result.get() }
        throw ServiceError(
            Commons.ErrorBodies.library,
            Verdict(
                Commons.Rules.library,
                facts: unsafe [
                    .init("library", String(cString: name)), .init("reason", String(cString: mp_missing_reason())),
                ],
                wouldPass: "the library installed: libgeos-c1v5, libcairo2 (apt); geos, cairo (brew)"))
    }
    /// Calls a function as if this thread's machine had no such library: the refusal can be tested where it has one.
    package static func pretending<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
        unsafe mp_pretend_missing(name)
        defer { mp_pretend_missing(nil) }
        return try body()
    }
}
