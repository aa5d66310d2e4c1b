// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// What quirks of how tokens are issued and accepted can be set to.
extension Quirk {
    /// What `generateTokenUnknownClient` can be set to.
    public struct GenerateTokenUnknownClient: QuirkValue {
        let choice: Choice

        /// Treat it as an address that the token is bound to.
        public static var address: GenerateTokenUnknownClient { GenerateTokenUnknownClient(choice: .address) }
        /// Ignore it.
        public static var ignore: GenerateTokenUnknownClient { GenerateTokenUnknownClient(choice: .ignore) }
        /// Answer with an error.
        public static var refuse: GenerateTokenUnknownClient { GenerateTokenUnknownClient(choice: .refuse) }
    }

    /// What `generateTokenGetOnREST` can be set to.
    public struct GenerateTokenGetOnREST: QuirkValue {
        let choice: Choice

        /// Only for the exchange of a portal token for a server token.
        public static var exchange: GenerateTokenGetOnREST { GenerateTokenGetOnREST(choice: .exchange) }
        /// Answer with an error.
        public static var refuse: GenerateTokenGetOnREST { GenerateTokenGetOnREST(choice: .refuse) }
        /// Accept it.
        public static var pass: GenerateTokenGetOnREST { GenerateTokenGetOnREST(choice: .pass) }
    }

    /// What `generateTokenForm` can be set to.
    public struct GenerateTokenForm: QuirkValue {
        let choice: Choice

        /// Include it.
        public static var show: GenerateTokenForm { GenerateTokenForm(choice: .show) }
        /// Answer with an error.
        public static var refuse: GenerateTokenForm { GenerateTokenForm(choice: .refuse) }
    }
}
