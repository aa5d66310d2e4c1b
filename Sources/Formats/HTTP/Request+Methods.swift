// SPDX-License-Identifier: Apache-2.0

extension Request {
    /// The methods of RFC 9110 section 9 and RFC 5789.
    package static let methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"]
}
