// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The slice of hosted services: `createService` of a portal, and `rest/admin` of its hosting server, where their
/// definitions change (docs/reference/admin.md#hosted-service-administration).
enum Hosting {
    static let routes: [Route] = creation + definition

    private static let manual = "developers.arcgis.com/rest/services-reference/online/"

    private static let creation = ["sharing/rest/", "sharing/"].map { root in
        Route(
            .portal, "\(root)content/users/{username}/createService", .sharing,
            "Creates a hosted feature service without layers.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/create-service"),
            handler: HostedService.create)
    }

    private static let definition = ["{service}", "{folder}/{service}"].flatMap { name in
        [
            Route(
                .server, "rest/admin/services/\(name)/FeatureServer/addToDefinition", .restAdmin,
                "Adds layers and tables, without rows; takes no lists that the server keeps itself.", since: .v10_1,
                evidence: .documented("\(manual)add-to-definition-feature-service/"),
                handler: HostedDefinition.add),
            Route(
                .server, "rest/admin/services/\(name)/FeatureServer/updateDefinition", .restAdmin,
                "Changes description, copyright, capabilities and maxRecordCount; layers are ignored.", since: .v10_1,
                evidence: .documented("\(manual)update-definition-feature-service/"),
                handler: HostedDefinition.update),
        ]
    }

    enum ErrorBodies {
        static let nameTaken = ErrorBody(
            "portal.service-name-taken", 400, "Service name '‹name›' already exists for '‹portal›'",
            evidence: .captured("Esri/arcgis-python-api#343 of 10.6.1, the words; the code is inferred"))
        static let notAdded = ErrorBody(
            "hosted.not-added", 400, "Unable to add feature service definition.",
            details: .list(["Object reference not set to an instance of an object."]),
            evidence: .reported("Esri/arcgis-rest-js service-admin mocks, a fixture"))
        static let notUpdatable = ErrorBody(
            "hosted.not-updatable", 500, "Field '‹›' cannot be updated.",
            evidence: .captured("Esri/solution.js#424; Esri/solution.js#449 has the end of the words"))
        static let notUpdated = ErrorBody(
            "hosted.not-updated", 400, "Unable to update feature service definition.",
            details: .list(["Object reference not set to an instance of an object."]),
            evidence: .inferred("as addToDefinition; Esri/solution.js#449 says that the words name no field"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.nameTaken, ErrorBodies.notAdded, ManagedMembers.errorBody, ErrorBodies.notUpdatable,
        ErrorBodies.notUpdated,
    ]

    enum Rules {
        static let nameTaken = Rule(
            "sharing.service-name-taken", "The organization has a service with that name.",
            advice: "Ask isServiceNameAvailable first, and choose another name.",
            evidence: .captured("Esri/arcgis-python-api#343"))
        static let noHost = Rule(
            "sharing.no-hosting-server", "The portal has no hosting server.",
            advice: "Federate a server and make it the hosting server: hosting: true in the scenario.",
            evidence: .inferred("hosted services need one; no refusal was ever shown"))
        static let managed = Rule(
            "rest-admin.managed-member", "The definition has a list that the server keeps itself.",
            advice: "Empty relationships and indexes; a second call adds relationships.",
            evidence: .captured("Esri/ArcREST#245"))
        static let badDefinition = Rule(
            "rest-admin.bad-definition", "The definition cannot be read, or has neither layers nor tables.",
            advice: "Send a service's definition to the service and a layer's to the layer.",
            evidence: .reported("Esri/arcgis-rest-js service-admin mocks"))
        static let notUpdatable = Rule(
            "rest-admin.not-updatable", "The definition has a member that cannot be updated.",
            advice: "Leave it out: sourceSchemaChangesAllowed and isView are set when the service is created.",
            evidence: .captured("Esri/solution.js#449"))
        static let notUpdated = Rule(
            "rest-admin.not-updated", "The definition has a value that a hosted service of Enterprise does not take.",
            advice: "Leave out isView, and an initialExtent that is null.",
            evidence: .reported("Esri/solution.js#449"))
    }

    static let rules: [Rule] = [
        Rules.nameTaken, Rules.noHost, Rules.managed, Rules.badDefinition, Rules.notUpdatable, Rules.notUpdated,
    ]
}
