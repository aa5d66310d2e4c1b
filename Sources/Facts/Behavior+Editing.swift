// SPDX-License-Identifier: Apache-2.0

extension Behavior {
    /// The behaviors of feature services that concern edits.
    static let editing: [Behavior: Entry] = [
        .editErrorNumbers: Entry(
            "The error codes of failed edits: the database's HRESULT, or those of feature-service-error-codes.",
            [.numbered, .hresult],
            [
                (
                    .v10_3_1, .hresult,
                    .documented("docs/reference/editing.md#documentation: the example of the first releases")
                ),
                (
                    .v10_4, .numbered,
                    .captured("Esri/offline-editor-js#463: 1005 in May 2016; that it was 10.4 is inferred")
                ),
            ]),
        .editExtendedCode: Entry(
            "Whether a failed edit reports the HRESULT in addition to its code.", [.show, .omit],
            [
                (.v10_9_1, .omit, .inferred("the example has it, and names no release")),
                (.v11_1, .show, .documented("docs/reference/editing.md#documentation: applyEdits, example five")),
            ]),
        .editRollback: Entry(
            "What happens to the other edits when one fails, without rollbackOnFailure.", [.rollBack, .keep],
            [
                (
                    .v10_0, .keep,
                    .documented(
                        "docs/reference/editing.md#documentation: one added, one not; rollbackOnFailure came at 10.1")
                ),
                (.v10_1, .rollBack, .documented("docs/reference/editing.md#documentation: the default is true")),
            ]),
        .editHTML: Entry(
            "HTML in a value that the service does not trust.", [.pass, .refuse],
            [
                (.v11_4, .pass, .inferred("xssPreventionInfo is a property of hosted services")),
                (
                    .online, .refuse,
                    .reported("Esri/Survey123Community#642, Esri/Survey123Community#643: xssInputRule rejectInvalid")
                ),
            ]),
        .editOutsideDomain: Entry(
            "A value outside its field's domain.", [.pass, .refuse],
            [(.v11_4, .pass, .inferred("no server was seen to check; clients are left to do it"))]),
        .editDefaults: Entry(
            "A field with a default value that an added row omits.", [.fill, .omit],
            [
                (.v10_9_1, .omit, .documented("docs/reference/editing.md#documentation: filling is new at 11.1")),
                (
                    .v11_1, .fill,
                    .documented("docs/reference/editing.md#documentation: applyEdits, new at 11.1, of hosted services")
                ),
            ]),
    ]
}
