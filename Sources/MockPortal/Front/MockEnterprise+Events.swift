// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Trust

extension MockEnterprise {
    /// Triggers an event, which does not come through the deployment's doors: an administrator's deed, a restart.
    ///
    /// ```swift
    /// import MockPortal
    ///
    /// func trouble(_ mock: MockEnterprise) throws {
    ///     try mock.trigger(.disableUser("viewer"))
    ///     try mock.trigger(.restartServer("gis"))
    ///     try mock.trigger(.stopService("Airports"))
    /// }
    /// ```
    ///
    /// - Parameter event: The event.
    /// - Throws: ``MockEnterpriseError`` if nobody and nothing is of that name, or if a name is needed to tell which is
    ///   meant; then nothing has changed.
    public func trigger(_ event: Event) throws(MockEnterpriseError) {
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
