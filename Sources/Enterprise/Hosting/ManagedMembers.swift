// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Lists of a definition that the server keeps itself: a definition that is copied from a service still has them, and is
/// refused (docs/reference/admin.md#d2).
enum ManagedMembers {
    static let names = ["relationships", "indexes"]

    /// The body has its message before its code (captured).
    static let errorBody = ErrorBody(
        "hosted.managed-member", 400, "Unable to add feature service definition.",
        details: .list([
            "Invalid definition for System.Collections.Generic.List`1[ESRI.ArcGIS.SDS.Metadata.LayerCoreInfo]",
            "Exception has been thrown by the target of an invocation.",
        ]), isMessageFirst: true, evidence: .captured("Esri/ArcREST#245; so also in 2025 and 2026"))

    /// Returns the first layer with such a list that is not empty, and the list's name.
    static func first(in layers: [JSON]) -> (layer: String, member: String)? {
        for layer in layers {
            for name in names where layer[name]?.elements?.isEmpty == false {
                return (layer["name"]?.text ?? layer["id"]?.integer.map { "\($0)" } ?? "?", name)
            }
        }
        return nil
    }
}
