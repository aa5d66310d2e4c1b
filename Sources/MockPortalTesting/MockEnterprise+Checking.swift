// SPDX-License-Identifier: Apache-2.0

public import MockPortal
public import Testing

extension MockEnterprise {
    /// Fails the running test here and now, and tells what came near, unless as many requests came as expected.
    ///
    /// It is `#expect(try mock.verify(…).passed)` with a reason. A pattern that names a rule, a user or a method that does not
    /// exist fails the test, too.
    ///
    /// - Parameters:
    ///   - pattern: Which requests.
    ///   - times: How many of them.
    ///   - sourceLocation: Where the failure is shown.
    public func check(
        _ pattern: RequestPattern, times: RequestPattern.Times = .atLeast(1),
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text: String
        do throws(MockEnterpriseError) {
            let verification = try verify(pattern, times: times)
            guard !verification.passed else { return }
            text = verification.description
        } catch {
            text = error.description
        }
        Issue.record(Comment(rawValue: text), sourceLocation: sourceLocation)
    }
}
