// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Administration {
    enum ErrorBodies {
        /// The body has 144 bytes (recorded).
        static let tokenRequired = ErrorBody(
            "admin.token-required", 499,
            "Unauthorized access. Token not found. You can generate a token using the 'generateToken' operation.",
            envelope: .status,
            evidence: .captured("jstuart/puppet-arcgis of 10.5.1; DOI-BLM/requests-arcgis-auth; Esri/arcgis-cookbook"))
        static let expired = ErrorBody(
            "admin.token-expired", 498, "Token Expired.", envelope: .status,
            evidence: .captured("jstuart/puppet-arcgis of 10.5.1; Esri/arcgis-python-api#1558"))
        static let undecipherable = ErrorBody(
            "admin.undecipherable", 498, "Could not decrypt token. Token may not be valid.", envelope: .status,
            evidence: .captured("jstuart/puppet-arcgis of 10.5.1"))
        static let forbidden = ErrorBody(
            "admin.forbidden", 403, "You are not authorized to access this resource.", envelope: .status,
            evidence: .inferred("who may is documented; no body was ever shown"))
        static let upgrading = ErrorBody(
            "admin.upgrading", 403, "Upgrade in progress.", envelope: .status,
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_ServerUpgrade looks for code 403 and these words"))
        static let badConfig = ErrorBody(
            "admin.bad-config", 400, "The token manager configuration could not be read.", envelope: .status,
            evidence: .inferred("no body was ever shown"))
        static let notEmulated = ErrorBody(
            "admin.not-emulated", 501, "MockPortal does not emulate ‹›.", envelope: .status,
            evidence: .inferred("a limit of this double; the words are its own"))
        static let noResource = ErrorBody(
            "admin.no-resource", 404, "Could not find resource or operation '‹›' on the system.", envelope: .status,
            evidence: .captured("docs/reference/admin.md#b3"))
        static let portalNoSite = ErrorBody(
            "portaladmin.no-site", 0,
            "The portal site has not been initialized. Please create a new site and try again.",
            envelope: .statusWithoutCode, evidence: .reported("Esri/arcgis-powershell-dsc looks for these words"))
        static let portalUpgrade = ErrorBody(
            "portaladmin.upgrade", 0,
            "The portal site has not been upgraded. Please upgrade the site and try again.",
            envelope: .statusUpgrade,
            evidence: .reported("Esri/arcgis-powershell-dsc ArcGIS_PortalUpgrade: isUpgrade, and how the words begin"))
        static let federationFailed = ErrorBody(
            "portaladmin.federation-failed", 500, "Failed to federate the server '‹›'.",
            evidence: .inferred("no body was ever shown"))
        /// The body is in the error envelope, unlike a server's, and ends in a period.
        static let portalTokenRequired = ErrorBody(
            "portaladmin.token-required", 499, "Token Required.",
            evidence: .reported("Esri/arcgis-powershell-dsc; Esri/arcgis-cookbook reads error.code == 499"))
        /// The body has 167 bytes with the machine `ARCGIS.INTERNAL.LOCAL` (recorded).
        static let noSiteForTokens = ErrorBody(
            "admin.no-site-for-tokens", 500,
            "Local machine '‹›' is not participating in any Site. Please create a new Site or join an existing Site.",
            envelope: .status, evidence: .captured("jstuart/puppet-arcgis of 10.5.1 (167 bytes)"))
        /// The body has 183 bytes with the machine `ARCGIS.INTERNAL.LOCAL` (recorded); `acceptLanguage` follows.
        static let noSite = ErrorBody(
            "admin.no-site", 404,
            "Server machine '‹›' does not participate in any Site. Create a new Site or join an existing Site.",
            envelope: .statusWithLanguage, evidence: .captured("jstuart/puppet-arcgis of 10.5.1 (183 bytes)"))
    }

    static let errorBodies: [ErrorBody] = doorErrorBodies + siteErrorBodies + serverErrorBodies + portalErrorBodies

    private static let doorErrorBodies: [ErrorBody] = [
        ErrorBodies.upgrading, ErrorBodies.badConfig, ErrorBodies.portalNoSite,
        ErrorBodies.portalUpgrade,
        ErrorBodies.federationFailed,
        ErrorBodies.tokenRequired, ErrorBodies.expired, ErrorBodies.undecipherable, ErrorBodies.forbidden,
        ErrorBodies.noSiteForTokens, ErrorBodies.noSite,
        ErrorBodies.portalTokenRequired, ErrorBodies.notEmulated, ErrorBodies.noResource,
    ]
}
