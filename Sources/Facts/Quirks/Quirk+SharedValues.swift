// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// What quirks of several rooms can be set to.
extension Quirk {
    /// What `tokenIPBoundOnService` and 19 other behaviors can be set to.
    public struct PassOrRefuse: QuirkValue {
        let choice: Choice

        /// Accept it.
        public static var pass: PassOrRefuse { PassOrRefuse(choice: .pass) }
        /// Answer with an error.
        public static var refuse: PassOrRefuse { PassOrRefuse(choice: .refuse) }
    }

    /// What `generateTokenOtherServerURL` and 1 other behavior can be set to.
    public struct IssueOrRefuse: QuirkValue {
        let choice: Choice

        /// Issue a token, even if it is worthless.
        public static var issue: IssueOrRefuse { IssueOrRefuse(choice: .issue) }
        /// Answer with an error.
        public static var refuse: IssueOrRefuse { IssueOrRefuse(choice: .refuse) }
    }

    /// What `corsCredentials` and 7 other behaviors can be set to.
    public struct ShowOrOmit: QuirkValue {
        let choice: Choice

        /// Include it.
        public static var show: ShowOrOmit { ShowOrOmit(choice: .show) }
        /// Omit it.
        public static var omit: ShowOrOmit { ShowOrOmit(choice: .omit) }
    }

    /// What `serverTokenGetToken` and 1 other behavior can be set to.
    public struct MediaType: QuirkValue {
        let choice: Choice

        /// `text/plain`
        public static var text: MediaType { MediaType(choice: .text) }
        /// `application/json`
        public static var json: MediaType { MediaType(choice: .json) }
    }

    /// What `adminTokenInBody` and 2 other behaviors can be set to.
    public struct PassOrIgnore: QuirkValue {
        let choice: Choice

        /// Ignore it.
        public static var ignore: PassOrIgnore { PassOrIgnore(choice: .ignore) }
        /// Accept it.
        public static var pass: PassOrIgnore { PassOrIgnore(choice: .pass) }
    }

    /// What `queryPaging` and 1 other behavior can be set to.
    public struct PassRefuseOrIgnore: QuirkValue {
        let choice: Choice

        /// Accept it.
        public static var pass: PassRefuseOrIgnore { PassRefuseOrIgnore(choice: .pass) }
        /// Answer with an error.
        public static var refuse: PassRefuseOrIgnore { PassRefuseOrIgnore(choice: .refuse) }
        /// Ignore it.
        public static var ignore: PassRefuseOrIgnore { PassRefuseOrIgnore(choice: .ignore) }
    }
}
