// SPDX-License-Identifier: Apache-2.0

extension Event {
    /// A kind of event: a row of the table of what it changes.
    package struct Kind: Sendable {
        /// The name in scenarios and in the control endpoint.
        package let rawValue: String
        /// Whom or what it happens to.
        let subject: Subject
        /// The keys that the event requires.
        let needs: [String]
        /// The keys that the event requires, for the page about scenario files.
        package var needed: [String] { needs }
        let told: @Sendable (Event) -> String
        let happens: @Sendable (inout Deployment, Event) throws(Impossible) -> Void

        /// Creates a kind. `needs` are the required keys; `told` describes in words what happened.
        init(
            _ name: String, of subject: Subject, needs: [String] = [], told: @escaping @Sendable (Event) -> String,
            happens: @escaping @Sendable (inout Deployment, Event) throws(Impossible) -> Void
        ) {
            (rawValue, self.subject, self.needs) = (name, subject, needs)
            (self.told, self.happens) = (told, happens)
        }
    }

    /// All kinds of events.
    private static let kinds: [Kind] =
        siteEvents + availabilityEvents + userEvents + memberEvents + groupEvents + serviceEvents + tokenEvents
        + layerEvents
}

extension Event.Kind: RawRepresentable, CaseIterable, Hashable {
    package static var allCases: [Event.Kind] { Event.kinds }

    package init?(rawValue: String) {
        guard let kind = Event.kinds.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = kind
    }

    package static func == (one: Event.Kind, other: Event.Kind) -> Bool { one.rawValue == other.rawValue }
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
