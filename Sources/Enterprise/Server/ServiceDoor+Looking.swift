// SPDX-License-Identifier: Apache-2.0

import Services

extension ServiceDoor {
    /// Answers a request of a replica, which has to know whether anything was changed: on a copy of the service, which
    /// takes the service's place only if something was.
    ///
    /// An operation that only reads is handed the service to change like any other. In its place, the service would
    /// have to be made anew for that, and would count as changed.
    static func look(
        _ deployment: inout Deployment, _ request: inout ServiceRequest, _ server: Int, _ service: Int,
        _ resource: Resource
    ) -> Result<ServiceResponse, ServiceError> {
        var copy = deployment.servers[server].services[service].map
        let bytes = ValueBytes(of: &copy)
        let result = answer(&request, in: &copy, resource)
        if !bytes.areThose(of: &copy) { deployment.servers[server].services[service].map = copy }
        return result
    }
}
