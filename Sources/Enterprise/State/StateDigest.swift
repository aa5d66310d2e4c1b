// SPDX-License-Identifier: Apache-2.0

import Trust

/// A digest of a whole value, however deep, by which replicas are compared: equal states have equal digests in any
/// process.
///
/// It reads the value by reflection, and takes its time. The order of dictionaries and sets does not count, and objects
/// do not: keys follow from the seed, and rows of layers never change.
package struct StateDigest {
    /// The fields that are left out, as `Type.field`, because they differ without meaning anything.
    private let left: Set<String>

    package init(leaving left: Set<String> = []) { self.left = left }

    package func digest(of value: Any) -> [UInt8] {
        var text: [UInt8] = []
        write(value, to: &text)
        return Digest.sha256(text)
    }

    private func write(_ value: Any, to text: inout [UInt8]) {
        if let bytes = value as? [UInt8] {
            text += Array("b\(bytes.count):".utf8) + bytes
            return
        }
        let mirror = Mirror(reflecting: value)
        let name = String(describing: type(of: value))
        switch mirror.displayStyle {
        case .class?, .foreignReference?: text += Array("o".utf8)
        case .dictionary?, .set?:
            var parts = mirror.children.map { digest(of: $0.value) }
            parts.sort { $0.lexicographicallyPrecedes($1) }
            text += Array("d\(parts.count):".utf8)
            for part in parts { text += part }
        default:
            let children = Array(mirror.children)
            guard !children.isEmpty else {
                text += Array("v\(name)=\(String(describing: value));".utf8)
                return
            }
            text += Array("(\(name)".utf8)
            for child in children {
                if let label = child.label {
                    if left.contains("\(name).\(label)") { continue }
                    text += Array(",\(label)".utf8)
                }
                write(child.value, to: &text)
            }
            text += Array(")".utf8)
        }
    }
}

extension Deployment {
    /// The digest of the state, without what is remembered for speed and what belongs to one process: its certificates.
    package var digest: [UInt8] {
        StateDigest(
            leaving: [
                "Deployment.recentRoutes", "Deployment.recentServices", "Deployment.date", "Deployment.sideNotes",
                "PortalState.certificates", "ServiceState.shown",
                // What of them is over is in no snapshot.
                "OutputFiles.files", "TileJob.package", "TileJob.estimated",
            ]
        ).digest(of: self)
    }
}
