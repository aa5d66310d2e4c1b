// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// What quirks of services and their catalog can be set to.
extension Quirk {
    /// What `serviceTokenRequired` can be set to.
    public struct ServiceTokenRequired: QuirkValue {
        let choice: Choice

        /// The text of an ArcGIS Server.
        public static var server: ServiceTokenRequired { ServiceTokenRequired(choice: .server) }
        /// The text of servers before 10.1.
        public static var unauthorized: ServiceTokenRequired { ServiceTokenRequired(choice: .unauthorized) }
        /// The text of ArcGIS Online's hosted services, with `GWM_0003` where a token is missing.
        public static var hosted: ServiceTokenRequired { ServiceTokenRequired(choice: .hosted) }
        /// As `hosted`, with `SB_0005`: seen in 2020, and of an organization whose subscription had expired.
        public static var subscription: ServiceTokenRequired { ServiceTokenRequired(choice: .subscription) }
        /// The text of ArcGIS Online's basemaps, without details.
        public static var basemap: ServiceTokenRequired { ServiceTokenRequired(choice: .basemap) }
    }

    /// What `serviceInvalidToken` can be set to.
    public struct ServiceInvalidToken: QuirkValue {
        let choice: Choice

        /// The text of an ArcGIS Server.
        public static var server: ServiceInvalidToken { ServiceInvalidToken(choice: .server) }
        /// The text of scene layers and of `portaladmin`, with two sentences of advice.
        public static var long: ServiceInvalidToken { ServiceInvalidToken(choice: .long) }
        /// The text of ArcGIS Online's hosted services, with `GWM_0003` where a token is missing.
        public static var hosted: ServiceInvalidToken { ServiceInvalidToken(choice: .hosted) }
        /// The text of ArcGIS Online's basemaps, without details.
        public static var basemap: ServiceInvalidToken { ServiceInvalidToken(choice: .basemap) }
    }

    /// What `serviceForbidden` can be set to.
    public struct ServiceForbidden: QuirkValue {
        let choice: Choice

        /// The text of an ArcGIS Server.
        public static var server: ServiceForbidden { ServiceForbidden(choice: .server) }
        /// The text of ArcGIS Online's hosted services, with `GWM_0003` where a token is missing.
        public static var hosted: ServiceForbidden { ServiceForbidden(choice: .hosted) }
    }

    /// What `serviceNotFoundCode` can be set to.
    public struct ServiceNotFoundCode: QuirkValue {
        let choice: Choice

        /// The code 404.
        public static var code404: ServiceNotFoundCode { ServiceNotFoundCode(choice: .code404) }
        /// The code 500.
        public static var code500: ServiceNotFoundCode { ServiceNotFoundCode(choice: .code500) }
    }

    /// What `serviceNotFoundWords` can be set to.
    public struct ServiceNotFoundWords: QuirkValue {
        let choice: Choice

        /// The text of an ArcGIS Server.
        public static var server: ServiceNotFoundWords { ServiceNotFoundWords(choice: .server) }
        /// The text of servers before 10.1.
        public static var unauthorized: ServiceNotFoundWords { ServiceNotFoundWords(choice: .unauthorized) }
        /// The text of ArcGIS Online's hosted services, with `GWM_0003` where a token is missing.
        public static var hosted: ServiceNotFoundWords { ServiceNotFoundWords(choice: .hosted) }
    }

    /// What `catalogSecuredFolder` can be set to.
    public struct CatalogSecuredFolder: QuirkValue {
        let choice: Choice

        /// Ask for a token.
        public static var require: CatalogSecuredFolder { CatalogSecuredFolder(choice: .require) }
        /// Show what the caller may see and hide the rest.
        public static var hide: CatalogSecuredFolder { CatalogSecuredFolder(choice: .hide) }
    }
}
