// SPDX-License-Identifier: Apache-2.0

import Formats

/// What an organization demands of passwords: `portals/self/securityPolicy` (documented). Until an administrator sets
/// one, a portal shows the default and lets a scenario's short passwords pass.
package struct PasswordPolicy: Sendable, Hashable, Codable {
    package var minLength = 8
    package var minUpper: Int?
    package var minLower: Int?
    package var minLetter: Int? = 1
    package var minDigit: Int? = 1
    package var minOther: Int?
    package var expirationInDays: Int?
    package var historySize: Int?

    package init() {}

    static let names: [(String, any WritableKeyPath<PasswordPolicy, Int?> & Sendable)] = [
        ("minUpper", \.minUpper), ("minLower", \.minLower), ("minLetter", \.minLetter), ("minDigit", \.minDigit),
        ("minOther", \.minOther), ("expirationInDays", \.expirationInDays), ("historySize", \.historySize),
    ]

    /// Returns what a password lacks, or `nil` if it is good enough.
    package func lack(_ password: String, of username: String) -> String? {
        func count(_ test: (Character) -> Bool) -> Int { password.count(where: test) }
        if password.count < minLength { return "\(minLength) characters" }
        if ASCII.equal(password, username) { return "a difference from the user name" }
        let counted: [(Int?, Int, String)] = [
            (minUpper, count { $0.isUppercase }, "upper-case letters"),
            (minLower, count { $0.isLowercase }, "lower-case letters"), (minLetter, count { $0.isLetter }, "letters"),
            (minDigit, count { $0.isNumber }, "digits"),
            (minOther, count { !$0.isLetter && !$0.isNumber }, "special characters"),
        ]
        for (least, found, what) in counted {
            if let least, found < least { return "\(least) \(what)" }
        }
        return nil
    }
}
