// SPDX-License-Identifier: Apache-2.0

import Facts

/// Why a sign-in by OpenID Connect does not go on.
enum OIDCStop: Error {
    /// The portal has to ask the provider first.
    case awaits(Errand)
    /// The page says that no profile came; the truth is told beside it: what was wrong, as Esri lists it, and what was found.
    case refused(cause: String, found: String, wouldPass: String)
}
