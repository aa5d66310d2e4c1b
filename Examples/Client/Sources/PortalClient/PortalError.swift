// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Why a request brought nothing.
public enum PortalError: Error, Equatable {
    /// The portal or a server refused: the code of the body, and its details.
    case refused(Int, String)
    /// Name and password are not taken; the person has to sign in at this page.
    case signInWithBrowser(URL, reason: String)
    /// The answer is none.
    case unreadable
}
