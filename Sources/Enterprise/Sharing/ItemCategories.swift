// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `content/updateItems`: the categories of many items at once, by their owners or an administrator
/// (developers.arcgis.com/rest/users-groups-and-items/update-items-with-content-categories).
enum ItemCategories {
    /// The most that an item may have (documented).
    private static let most = 20

    static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            SharingDoor.answer(&deployment, &context) { deployment, context, index, caller in
                guard case .member(_, let account) = caller else {
                    return SharingDoor.required(context.route.path, context)
                }
                guard let list = context.parameters.given("items").flatMap(JSON.lenient)?.elements else {
                    return SharingDoor.notGiven("items", context)
                }
                let name = deployment.portals[index].accounts[account].username
                let isAdministrator = deployment.portals[index].may(account, "portal:admin:updateItems")
                let results = list.flatMap { $0.members ?? [] }.map { given -> JSON in
                    let id = given.name
                    let categories = (given.value["categories"]?.elements ?? []).compactMap(\.text)
                    guard let item = deployment.item(id, ofPortal: index, context),
                        item.owner == name || isAdministrator
                    else { return result(id, Sharing.ErrorBodies.severalMissing) }
                    guard categories.count <= most else { return result(id, Sharing.ErrorBodies.tooManyCategories) }
                    deployment.change(item: id, portal: index) { $0.categories = categories }
                    return result(id)
                }
                return .json(.object([.init("results", .array(results))]))
            }
        }
    }

    private static func result(_ id: String, _ error: ErrorBody? = nil) -> JSON {
        let failed = error?.json["error"]?.members?.filter { $0.name != "details" }
        return .object(
            [.init("itemId", .string(id)), .init("success", .bool(error == nil))]
                + (failed.map { [.init("error", .object($0))] } ?? []))
    }
}
