package import Enterprise

/// All that one lock guards: the deployment, its clock and its journal. So the journal's order is the order of effects.
package struct Live: Sendable {
    package var deployment: Deployment
    package var clock: Clock
    package var journal = Journal()
}
