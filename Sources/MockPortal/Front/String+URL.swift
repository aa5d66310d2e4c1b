// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// What turns our own texts into Foundation's types is compiled into the code that asks for it: a program that does not,
// as the command, links nothing of Foundation.

extension String {
    /// A URL that this package wrote.
    @_alwaysEmitIntoClient
    var url: URL {
        guard let url = URL(string: self) else { preconditionFailure("\(self) is no URL") }
        return url
    }
}

extension Date {
    /// The moment so many milliseconds after 1970.
    @_alwaysEmitIntoClient
    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// Whole milliseconds since 1970, which is what the deployment's clock counts.
    @_alwaysEmitIntoClient
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }
}
