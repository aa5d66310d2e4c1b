// SPDX-License-Identifier: Apache-2.0

import Facts
import Trust

/// The layers of the process: read once, and shared by every portal with the same bytes and declarations.
package enum FeatureStores {
    private struct Key: Hashable {
        var digest: [UInt8]
        var declaration: LayerDeclaration
    }

    private static let known = Lock<[Key: LayerSource]>([:])

    /// Returns the content of a source, identified by the hash of its bytes.
    package static func read(
        _ bytes: [UInt8], file: String, _ declaration: LayerDeclaration = LayerDeclaration()
    ) -> Result<LayerSource, LayerSourceError> {
        let key = Key(digest: Digest.sha256(bytes), declaration: declaration)
        if let source = known.withLock({ $0[key] }) { return .success(source) }
        return LayerSource.read(bytes, file: file, declaration).map { source in
            known.withLock { known in
                if let other = known[key] { return other }
                known[key] = source
                return source
            }
        }
    }

    /// Returns the rows of a source; one that describes a layer without rows has none.
    package static func store(_ bytes: [UInt8], file: String) -> Result<FeatureStore, LayerSourceError> {
        read(bytes, file: file).flatMap { source in
            if let store = source.store { return .success(store) }
            let message = "this describes a layer that has no rows"
            return .failure(
                LayerSourceError(Finding(file: file, position: Position(line: 1, column: 1), message: message)))
        }
    }

    /// Returns a layer without rows.
    package static func empty(_ declaration: LayerDeclaration) -> FeatureStore? {
        var table = RowTable()
        return (try? table.layer(declaration)).map(FeatureStore.init)
    }
}
