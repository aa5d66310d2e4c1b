// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// Quirks of services and their catalog.
extension Quirk {
    /// What a secured service answers without a token.
    public static func serviceTokenRequired(_ value: ServiceTokenRequired) -> Quirk {
        Quirk(.serviceTokenRequired, value)
    }

    /// What a service answers to an invalid token; basemap is the text in Esri/esri-leaflet-vector#68.
    public static func serviceInvalidToken(_ value: ServiceInvalidToken) -> Quirk { Quirk(.serviceInvalidToken, value) }

    /// What a service answers to a signed-in user who may not see it.
    public static func serviceForbidden(_ value: ServiceForbidden) -> Quirk { Quirk(.serviceForbidden, value) }

    /// The error.code for a service that does not exist.
    public static func serviceNotFoundCode(_ value: ServiceNotFoundCode) -> Quirk { Quirk(.serviceNotFoundCode, value) }

    /// The message for a service that does not exist.
    public static func serviceNotFoundWords(_ value: ServiceNotFoundWords) -> Quirk {
        Quirk(.serviceNotFoundWords, value)
    }

    /// A folder of the services directory with only secured services, requested without a token.
    public static func catalogSecuredFolder(_ value: CatalogSecuredFolder) -> Quirk {
        Quirk(.catalogSecuredFolder, value)
    }

    /// layerDefs of a map with ids, colons and semicolons instead of JSON.
    public static func mapSimpleLayerDefs(_ value: PassOrRefuse) -> Quirk { Quirk(.mapSimpleLayerDefs, value) }
}
