// SPDX-License-Identifier: Apache-2.0

import Facts

/// Since when parameters of edits are known (documented: "introduced at" of each operation's page).
extension Version {
    /// `useGlobalIds` and `attachments` of applyEdits.
    var hasGlobalIDEdits: Bool { self >= (Version("10.4") ?? self) }
    /// `async` of applyEdits.
    var hasAsyncEdits: Bool { self >= (Version("10.9.1") ?? self) }
    /// `async` and `returnDeleteResults` of deleteFeatures, introduced at 10.7.
    var hasDeleteChoices: Bool { self >= (Version("10.7.1") ?? self) }
    /// `returnEditResults`, introduced at 11.0, and `editsUploadId`, at 11.1.
    var hasEditResultsChoice: Bool { self >= (Version("11.1") ?? self) }
    /// `returnEditMoment`, introduced at 10.5 and of ArcGIS Enterprise only.
    var hasEditMoment: Bool { self >= (Version("10.5.1") ?? self) && !isOnline }
    /// `returnServiceEditsOption`, of ArcGIS Enterprise only: 10.8 added to it. Its own first release is inferred, that of
    /// the sessions that it was made for.
    var hasServiceEdits: Bool { self >= (Version("10.6.1") ?? self) && !isOnline }
    /// The spatial extent in answers to `returnUpdates`, introduced at 10.5.
    var hasUpdatedExtent: Bool { self >= (Version("10.5.1") ?? self) }
}
