// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Trust

extension MockEnterprise {
    /// Lets something happen to the deployment that does not come through its doors: an administrator's deed, a restart.
    ///
    /// ```swift
    /// import MockPortal
    ///
    /// func trouble(_ mock: MockEnterprise) throws {
    ///     try mock.happen(.disableUser("viewer"))
    ///     try mock.happen(.restartServer("gis"))
    ///     try mock.happen(.stopService("Airports"))
    /// }
    /// ```
    ///
    /// - Parameter event: What happens.
    /// - Throws: ``MockEnterpriseError`` if nobody and nothing is of that name, or if a name is needed to tell which is
    ///   meant; then nothing has changed.
    public func happen(_ event: Event) throws(MockEnterpriseError) {
        do throws(Event.Impossible) {
            try instance.edit(.event) { state throws(Event.Impossible) in
                try state.deployment.happen(event)
                return ((), event.told)
            }
        } catch {
            throw MockEnterpriseError(error)
        }
    }
}
