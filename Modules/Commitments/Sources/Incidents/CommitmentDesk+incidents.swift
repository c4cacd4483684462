public import FlywheelKit
import FlywheelStore

extension CommitmentDesk {
    /// The longest that an update may be promised ahead, and that an incident may have lasted unsaid, in seconds: a week.
    private static let longest: Int64 = 7 * 86_400

    /// All incidents as they stand, the oldest first.
    public func incidents() throws -> [Incident] { try notices() }

    /// One incident.
    public func incident(_ number: Int64) throws -> Incident { try notice(number) }

    /// Says that something is wrong.
    ///
    /// - Parameters:
    ///   - title: what is wrong, in a few words for everybody.
    ///   - text: what is known.
    ///   - components: what it affects, by ids.
    ///   - began: since when; since now without it.
    ///   - next: by when the next update is promised; as settings say without it.
    ///   - owner: who sees to it that the update comes; who says it without it.
    /// - Throws: ``CommitmentError``, or `StoreError`.
    public func open(
        _ title: String, text: String, severity: Severity, components: [String], began: Instant? = nil,
        next: Instant? = nil, owner: String? = nil
    ) throws -> Incident {
        let began = began ?? now
        guard began <= now, began >= now.advanced(bySeconds: -Self.longest) else {
            throw CommitmentError.began(began, now: now)
        }
        let update = try update(text, severity: severity, components: known(components), next: promised(next))
        return try tell(IncidentBody(title: title, owner: owner ?? actor.name, began: began, updates: [update]))
    }

    /// Says what more is known of an incident; what is not given stays as it was.
    ///
    /// - Throws: ``CommitmentError``, or `StoreError.recordsChangedMeanwhile` where somebody was faster.
    public func update(
        _ number: Int64, text: String, severity: Severity? = nil, components: [String]? = nil, next: Instant? = nil
    ) throws -> Incident {
        let incident: Incident = try lasting(number)
        return try tell(
            update(
                text, severity: severity ?? incident.last.severity,
                components: components.map(known) ?? incident.last.components, next: promised(next)),
            of: incident)
    }

    /// Says that an incident is over.
    ///
    /// - Throws: ``CommitmentError``, or `StoreError.recordsChangedMeanwhile` where somebody was faster.
    public func resolve(_ number: Int64, text: String) throws -> Incident {
        let incident: Incident = try lasting(number)
        return try tell(
            update(text, severity: incident.last.severity, components: incident.last.components, next: nil),
            of: incident)
    }

    private func update(
        _ text: String, severity: Severity, components: [String], next: Instant?
    ) -> IncidentBody.Update {
        IncidentBody.Update(
            at: now, by: actor.name, text: text, severity: severity, components: components, next: next)
    }

    /// By when the next update is promised.
    private func promised(_ next: Instant?) throws(CommitmentError) -> Instant {
        let next = next ?? now.advanced(bySeconds: Int64(settings.updateMinutes) * 60)
        guard next > now, next <= now.advanced(bySeconds: Self.longest) else { throw .nextUpdate(next, now: now) }
        return next
    }
}
