// SPDX-License-Identifier: Apache-2.0

import Facts

/// The releases that introduced parameters of edits (documented: "introduced at" on each operation's page).
extension Version {
    /// `useGlobalIds` and `attachments` of applyEdits.
    var hasGlobalIDEdits: Bool { self >= .v10_4 }
    /// `async` of applyEdits.
    var hasAsyncEdits: Bool { self >= .v10_9_1 }
    /// `async` and `returnDeleteResults` of deleteFeatures, introduced at 10.7.
    var hasDeleteChoices: Bool { self >= .v10_7 }
    /// `returnEditResults`, introduced at 11.0, and `editsUploadId`, at 11.1.
    var hasEditResultsChoice: Bool { self >= .v11_0 }
    /// `returnEditMoment`, introduced at 10.5 and of ArcGIS Enterprise only.
    var hasEditMoment: Bool { self >= .v10_5 && !isOnline }
    /// `returnServiceEditsOption`, of ArcGIS Enterprise only: 10.8 added to it. Its own first release is inferred, that of
    /// the sessions that it was made for.
    var hasServiceEdits: Bool { self >= .v10_6_1 && !isOnline }
    /// The spatial extent in answers to `returnUpdates`, introduced at 10.5.
    var hasUpdatedExtent: Bool { self >= .v10_5 }
}
