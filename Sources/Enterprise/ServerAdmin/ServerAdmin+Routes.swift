// SPDX-License-Identifier: Apache-2.0

import Facts

extension Administration {
    /// A server's administrator directory, but for its doors, and what makes and ends a site.
    static let resources: [Route] =
        AdminMachines.routes + MachineCertificates.routes + CertificateRequests.routes + AdminClusters.routes
        + AdminSystemResources.routes
        + AdminDirectories.routes + AdminAdaptors.routes + AdminSettings.table.flatMap(\.routes)
        + AdminPlatformServices.routes + AdminDataItems.routes + AdminUploads.routes + AdminLogs.routes
        + AdminUsageReports.routes + SecurityUsers.routes + SecurityRoles.routes + SiteAdministratorResources.routes
        + SecurityIdentityStore.routes + AdminSite.routes + AdminKML.routes + ServiceFederation.routes
        + AdminServices.routes + DataStoreResources.routes + AdminRest.routes
}
