// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The slice of hosted services: `createService` of a portal, and `rest/admin` of its hosting server, where their
/// definitions change (docs/reference/admin.md#hosted-service-administration).
enum Hosting {
    static let routes: [Route] = creation + definition + HostedCatalog.routes

    private static let manual = "developers.arcgis.com/rest/services-reference/enterprise/"

    private static let creation = ["sharing/rest/", "sharing/"].flatMap { root in
        ["", "/{folder}"].flatMap { folder in
            [
                Route(
                    .portal, "\(root)content/users/{username}\(folder)/createService", .sharing,
                    "Creates a hosted feature service without layers.",
                    evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/create-service"),
                    handler: HostedService.create),
                Route(
                    .portal, "\(root)content/users/{username}\(folder)/publish", .sharing,
                    "Publishes the data of an item as a hosted feature service.",
                    evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/publish-item"),
                    handler: ItemPublication.publish),
            ]
        } + [
            Route(
                .portal, "\(root)content/users/{username}/export", .sharing,
                "Writes the rows of a hosted layer into an item: GeoJSON or CSV.",
                evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/export-item"),
                handler: ItemExport.answer),
            Route(
                .portal, "\(root)content/features/analyze", .sharing, "What is in a file: publishParameters.",
                evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/analyze"),
                handler: Analysis.analyze),
            Route(
                .portal, "\(root)content/features/generate", .sharing, "A file as a feature collection.",
                evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/generate"),
                handler: Analysis.generate),
        ]
    }

    private static let definition = ["{service}", "{folder}/{service}"].flatMap { name in
        administration.map { path, summary, page, handler in
            Route(
                .server, "rest/admin/services/\(name)/FeatureServer\(path)", .restAdmin, summary, since: .v10_1,
                evidence: page.isEmpty
                    ? .documented(
                        "developers.arcgis.com/rest/services-reference/enterprise/resource-hierarchy-services/")
                    : .documented("\(manual)\(page)/"), handler: handler)
        }
    }

    private static let administration: [(String, String, String, Route.Handler)] = [
        ("", "The service, with adminServiceInfo.", "hosted-feature-service", HostedAdministration.describe),
        (
            "/addToDefinition", "Adds layers and tables, without rows; takes no lists that the server keeps itself.",
            "add-to-definition-feature-service", HostedDefinition.add
        ),
        (
            "/updateDefinition", "Changes description, copyright, capabilities and maxRecordCount; layers are ignored.",
            "update-definition-feature-service", HostedDefinition.update
        ),
        (
            "/deleteFromDefinition", "Removes layers and tables.", "delete-from-definition-feature-service",
            LayerDefinition.deleteLayers
        ),
        ("/refresh", "Has clients read the service anew.", "", HostedAdministration.refresh),
        ("/start", "Starts the service.", "", HostedAdministration.start),
        ("/stop", "Stops the service.", "", HostedAdministration.stop),
        ("/jobs/{job}", "The status of an operation with async=true.", "", HostedAdministration.job),
        ("/jobs/{job}/status", "The same, for clients that add it.", "", HostedAdministration.job),
        ("/{layer}", "One layer.", "feature-layer", HostedAdministration.describe),
        ("/{layer}/addToDefinition", "Adds fields.", "add-to-definition-feature-layer", LayerDefinition.add),
        (
            "/{layer}/updateDefinition", "Changes a layer and its fields.", "update-definition-feature-layer",
            LayerDefinition.update
        ),
        (
            "/{layer}/deleteFromDefinition", "Removes fields.", "delete-from-definition-feature-layer",
            LayerDefinition.delete
        ),
        ("/{layer}/truncate", "Removes all rows, or their attachments.", "fs-truncate", LayerDefinition.truncate),
        ("/{layer}/refresh", "Has clients read the layer anew.", "", HostedAdministration.refresh),
    ]

    enum ErrorBodies {
        static let nameTaken = ErrorBody(
            "portal.service-name-taken", 400, "Service name '‹name›' already exists for '‹portal›'",
            evidence: .captured("Esri/arcgis-python-api#343 of 10.6.1, the words; the code is inferred"))
        static let notAdded = ErrorBody(
            "hosted.not-added", 400, "Unable to add feature service definition.",
            details: .list(["Object reference not set to an instance of an object."]),
            evidence: .reported("Esri/arcgis-rest-js service-admin mocks, a fixture"))
        static let layerNotAdded = ErrorBody(
            "hosted.layer-not-added", 400, "Unable to add feature service layer definition.",
            details: .list(["‹›"]), evidence: .inferred("as of the service; the details are the double's own"))
        static let layerNotUpdated = ErrorBody(
            "hosted.layer-not-updated", 400, "Unable to update feature service layer definition.",
            details: .list(["‹›"]), evidence: .inferred("as of the service; the details are the double's own"))
        static let layerNotDeleted = ErrorBody(
            "hosted.layer-not-deleted", 400, "Unable to delete feature service layer definition.",
            details: .list(["‹›"]), evidence: .inferred("as of the service; the details are the double's own"))
        static let jobMissing = ErrorBody(
            "hosted.job-missing", 400, "Job does not exist or is inaccessible.",
            evidence: .inferred("as CONT_0001 for items; never shown"))
        static let noParameters = ErrorBody(
            "portal.no-publish-parameters", 400, "Unable to publish item.",
            details: .list(["'publishParameters' must be specified."]),
            evidence: .captured("docs/reference/sharing.md#i13"))
        static let notExported = ErrorBody(
            "portal.not-exported", 400, "Unable to export item.", evidence: .inferred("as publish; never shown"))
        static let unreadable = ErrorBody(
            "portal.file-unreadable", 400, "Unable to generate features.", details: .list(["‹›"]),
            evidence: .inferred("as publish; the details are the double's own"))
        static let dataStore = ErrorBody(
            "portal.data-store", 500, "ERROR: Creating feature class failed.", details: .none,
            evidence: .captured("Esri/Survey123Community#276 (10.3.1)"))
        /// It stands between `success` and `isView`.
        static let dataStoreLater = ErrorBody(
            "portal.data-store-later", 500,
            "Create Service error: Failed to create the service 'Hosted/‹›.FeatureServer'. The table '‹›' does not exist or is a system table.",
            details: .none, envelope: .message, evidence: .captured("Esri/ago-assistant#247 (2018)"))
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
        ErrorBodies.notUpdated, ErrorBodies.layerNotAdded, ErrorBodies.layerNotUpdated, ErrorBodies.layerNotDeleted,
        ErrorBodies.jobMissing, ErrorBodies.noParameters, ErrorBodies.notExported,
        ErrorBodies.unreadable, ErrorBodies.dataStore, ErrorBodies.dataStoreLater,
    ]

    enum Rules {
        static let nameTaken = Rule(
            "sharing.service-name-taken", "The organization has a service with that name.",
            advice: "Ask isServiceNameAvailable first, and choose another name.",
            evidence: .captured("Esri/arcgis-python-api#343"))
        static let noHost = Rule(
            "sharing.no-hosting-server", "The portal has no hosting server.",
            advice: "Federate a server and make it the hosting server: hosting: true in the scenario.",
            evidence: .documented("docs/reference/sharing.md#l7: the restriction; the words are inferred"))
        static let badLayerDefinition = Rule(
            "rest-admin.bad-layer-definition", "The layer cannot be changed so.",
            advice: "Read the reason; it names the field.",
            evidence: .inferred("no body was ever shown"))
        static let jobMissing = Rule(
            "rest-admin.job-missing", "The service has no operation of that id.",
            advice: "Ask the statusURL as it was answered.", evidence: .inferred("no body was ever shown"))
        static let noParameters = Rule(
            "sharing.no-publish-parameters", "publish needs publishParameters, except for a service definition.",
            advice: "Send publishParameters={\"name\":\"…\"}; analyze returns those of a CSV file.",
            evidence: .captured("docs/reference/sharing.md#i13"))
        static let notPublishable = Rule(
            "sharing.not-publishable", "MockPortal does not read files of this type.",
            advice: "Name the file and the layers that it publishes as under publishing.packages of the portal.",
            evidence: .inferred("a limit of this double; the answer is its own, and no portal's"))
        static let notExportable = Rule(
            "sharing.not-exportable", "Only feature services with rows can be exported.",
            advice: "Send the id of a hosted feature service's item.", evidence: .inferred("no body was ever shown"))
        static let exportFormat = Rule(
            "sharing.export-format", "MockPortal does not write files of this format.",
            advice: "Export to GeoJson or CSV.",
            evidence: .inferred("a limit of this double; the answer is its own, and no portal's"))
        static let unreadable = Rule(
            "sharing.file-unreadable", "The file cannot be read as the type that was sent with it.",
            advice: "Read the reason; it names the row or the column.", evidence: .inferred("no body was ever shown"))
        static let dataStore = Rule(
            "sharing.data-store", "The data store of the hosting server cannot create anything.",
            advice: "Look at the server's logs; in a scenario, publishing.dataStore of the portal.",
            evidence: .captured("Esri/Survey123Community#276; Esri/ago-assistant#247"))
        static let managed = Rule(
            "rest-admin.managed-member", "The definition has a list that the server keeps itself.",
            advice: "Empty relationships and indexes; a second call adds relationships.",
            evidence: .captured("Esri/ArcREST#245"))
        static let badDefinition = Rule(
            "rest-admin.bad-definition", "The definition cannot be read, or has neither layers nor tables.",
            advice: "Send a service's definition to the service and a layer's to the layer.",
            evidence: .reported("Esri/arcgis-rest-js service-admin mocks"))
        static let viewSource = Rule(
            "rest-admin.view-source", "The server has no layer that the view could show.",
            advice: "Send sourceServiceName and sourceLayerId of a hosted feature service.",
            evidence: .inferred("that it must be there; no body was ever shown"))
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
        Rules.nameTaken, Rules.noHost, Rules.noParameters, Rules.notPublishable, Rules.dataStore,
        Rules.notExportable, Rules.exportFormat, Rules.unreadable, Rules.managed, Rules.badDefinition,
        Rules.badLayerDefinition, Rules.jobMissing, Rules.notUpdatable, Rules.notUpdated, Rules.viewSource,
    ]
}
