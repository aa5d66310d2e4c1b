// SPDX-License-Identifier: Apache-2.0

import Facts
import Trust

/// The layers of the process: read once, shared by every portal that has the same bytes and declares the same of them.
package enum FeatureStores {
    private struct Key: Hashable {
        var digest: [UInt8]
        var declaration: LayerDeclaration
    }

    private static let known = Lock<[Key: LayerSource]>([:])

    /// What a source holds; the hash of its bytes is what it is known by.
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

    /// The rows of a source; one that describes a layer without rows has none.
    package static func store(_ bytes: [UInt8], file: String) -> Result<FeatureStore, LayerSourceError> {
        read(bytes, file: file).flatMap { source in
            if let store = source.store { return .success(store) }
            let message = "this describes a layer that has no rows"
            return .failure(
                LayerSourceError(Finding(file: file, position: Position(line: 1, column: 1), message: message)))
        }
    }

    /// A layer that has no rows yet.
    package static func empty(_ declaration: LayerDeclaration) -> FeatureStore? {
        var table = RowTable()
        return (try? table.layer(declaration)).map(FeatureStore.init)
    }
}
