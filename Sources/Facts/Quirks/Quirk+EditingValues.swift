// SPDX-License-Identifier: Apache-2.0

// Written by QuirkTests from the profile table: RECORD_GOLDEN=1 swift test --no-parallel --filter QuirkTests

/// What quirks of edits can be set to.
extension Quirk {
    /// What `editErrorNumbers` can be set to.
    public struct EditErrorNumbers: QuirkValue {
        let choice: Choice

        /// A code from a list.
        public static var numbered: EditErrorNumbers { EditErrorNumbers(choice: .numbered) }
        /// The database's own code.
        public static var hresult: EditErrorNumbers { EditErrorNumbers(choice: .hresult) }
    }

    /// What `editRollback` can be set to.
    public struct EditRollback: QuirkValue {
        let choice: Choice

        /// Undo all edits.
        public static var rollBack: EditRollback { EditRollback(choice: .rollBack) }
        /// Keep the other edits.
        public static var keep: EditRollback { EditRollback(choice: .keep) }
    }

    /// What `editDefaults` can be set to.
    public struct EditDefaults: QuirkValue {
        let choice: Choice

        /// Insert the default value.
        public static var fill: EditDefaults { EditDefaults(choice: .fill) }
        /// Omit it.
        public static var omit: EditDefaults { EditDefaults(choice: .omit) }
    }
}
