// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

extension Deployment {
    /// Returns the data of the item that `appendItemId` names, as a file of the request: a service knows no portal.
    func appended(_ context: RequestContext, server: Int) -> ServiceRequest.File? {
        guard let id = context.parameters.given(AppendOperation.itemFile), let name = context.caller,
            let portal = servers[server].federation?.portal,
            let number = portals[portal].accounts.number(named: name),
            let item = item(id, ofPortal: portal, context), maySee(item, .member(portal: portal, account: number))
        else { return nil }
        let bytes: [UInt8]
        switch item.data {
        case .nothing: return nil
        case .json(let json): bytes = JSONWriter.json(json)
        case .file(let content, _): bytes = content
        }
        return .init(
            name: AppendOperation.itemFile, fileName: item.name ?? item.title, type: "application/octet-stream",
            bytes: bytes)
    }
}
