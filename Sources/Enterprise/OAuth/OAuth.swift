// SPDX-License-Identifier: Apache-2.0

/// The slice of OAuth 2.0: the way that works for those whom generateToken refuses (docs/reference/oauth.md).
///
/// Read `OAuth+Routes` first. Every path is there with and without `rest`: the ArcGIS API for Python signs in without
/// it.
enum OAuth {
    /// The redirect URI of apps without a web address: the code is shown on a page.
    static let outOfBand = "urn:ietf:wg:oauth:2.0:oob"
}
