// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// What quirks of ArcGIS Servers and their token service can be set to.
extension Quirk {
    /// What `lockoutServer` can be set to.
    public struct LockoutServer: QuirkValue {
        let choice: Choice

        /// After more than five failures in a minute, for a minute.
        public static var oneMinute: LockoutServer { LockoutServer(choice: .oneMinute) }
        /// After five failures in fifteen minutes, for fifteen minutes.
        public static var fifteenMinutes: LockoutServer { LockoutServer(choice: .fifteenMinutes) }
        /// Never.
        public static var never: LockoutServer { LockoutServer(choice: .never) }
    }

    /// What `serverTokenRefusalStatus` can be set to.
    public struct ServerTokenRefusalStatus: QuirkValue {
        let choice: Choice

        /// The code 403.
        public static var code403: ServerTokenRefusalStatus { ServerTokenRefusalStatus(choice: .code403) }
        /// The code 200.
        public static var code200: ServerTokenRefusalStatus { ServerTokenRefusalStatus(choice: .code200) }
    }

    /// What `infoSecurityForm` can be set to.
    public struct InfoSecurityForm: QuirkValue {
        let choice: Choice

        /// A Boolean, `true` or `false`.
        public static var boolean: InfoSecurityForm { InfoSecurityForm(choice: .boolean) }
        /// The string `"true"` or `"false"`.
        public static var string: InfoSecurityForm { InfoSecurityForm(choice: .string) }
    }

    /// What `infoTokenServicesURL` can be set to.
    public struct InfoTokenServicesURL: QuirkValue {
        let choice: Choice

        /// The path without `rest`.
        public static var legacy: InfoTokenServicesURL { InfoTokenServicesURL(choice: .legacy) }
        /// The path with `rest`.
        public static var rest: InfoTokenServicesURL { InfoTokenServicesURL(choice: .rest) }
    }

    /// What `serverLongURL` can be set to.
    public struct ServerLongURL: QuirkValue {
        let choice: Choice

        /// Accept it.
        public static var pass: ServerLongURL { ServerLongURL(choice: .pass) }
        /// The code 404.
        public static var code404: ServerLongURL { ServerLongURL(choice: .code404) }
        /// The code 414.
        public static var code414: ServerLongURL { ServerLongURL(choice: .code414) }
    }

    /// What `restLogin` can be set to.
    public struct RESTLogin: QuirkValue {
        let choice: Choice

        /// Ask for a name and a password.
        public static var credentials: RESTLogin { RESTLogin(choice: .credentials) }
        /// Ask for a token.
        public static var token: RESTLogin { RESTLogin(choice: .token) }
    }
}
