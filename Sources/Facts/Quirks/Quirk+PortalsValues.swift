// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// What quirks of portals can be set to.
extension Quirk {
    /// What `oauthInfoForm` can be set to.
    public struct OAuthInfoForm: QuirkValue {
        let choice: Choice

        /// One line that ends in a semicolon.
        public static var semicolon: OAuthInfoForm { OAuthInfoForm(choice: .semicolon) }
        /// A line break without a semicolon.
        public static var lineBreak: OAuthInfoForm { OAuthInfoForm(choice: .lineBreak) }
    }

    /// What `sharingPlainHTTP` can be set to.
    public struct SharingPlainHTTP: QuirkValue {
        let choice: Choice

        /// Answer with an error.
        public static var refuse: SharingPlainHTTP { SharingPlainHTTP(choice: .refuse) }
        /// Redirect the client.
        public static var redirect: SharingPlainHTTP { SharingPlainHTTP(choice: .redirect) }
        /// Accept it.
        public static var pass: SharingPlainHTTP { SharingPlainHTTP(choice: .pass) }
    }

    /// What `sharingInvalidToken` can be set to.
    public struct SharingInvalidToken: QuirkValue {
        let choice: Choice

        /// The code 498.
        public static var code498: SharingInvalidToken { SharingInvalidToken(choice: .code498) }
        /// The code 400.
        public static var code400: SharingInvalidToken { SharingInvalidToken(choice: .code400) }
    }

    /// What `lockoutPortal` can be set to.
    public struct LockoutPortal: QuirkValue {
        let choice: Choice

        /// After five failures in fifteen minutes, for fifteen minutes.
        public static var fifteenMinutes: LockoutPortal { LockoutPortal(choice: .fifteenMinutes) }
        /// Never.
        public static var never: LockoutPortal { LockoutPortal(choice: .never) }
    }
}
