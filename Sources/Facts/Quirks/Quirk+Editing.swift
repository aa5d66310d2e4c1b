// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// Quirks of edits.
extension Quirk {
    /// The error codes of failed edits: the database's HRESULT, or those of feature-service-error-codes.
    public static func editErrorNumbers(_ value: EditErrorNumbers) -> Quirk { Quirk(.editErrorNumbers, value) }

    /// Whether a failed edit reports the HRESULT in addition to its code.
    public static func editExtendedCode(_ value: ShowOrOmit) -> Quirk { Quirk(.editExtendedCode, value) }

    /// What happens to the other edits when one fails, without rollbackOnFailure.
    public static func editRollback(_ value: EditRollback) -> Quirk { Quirk(.editRollback, value) }

    /// HTML in a value that the service does not trust.
    public static func editHTML(_ value: PassOrRefuse) -> Quirk { Quirk(.editHTML, value) }

    /// A value outside its field's domain.
    public static func editOutsideDomain(_ value: PassOrRefuse) -> Quirk { Quirk(.editOutsideDomain, value) }

    /// A field with a default value that an added row omits.
    public static func editDefaults(_ value: EditDefaults) -> Quirk { Quirk(.editDefaults, value) }
}
