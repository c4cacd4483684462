public import FlywheelKit
import FlywheelStore

extension CommitmentDesk {
    /// All maintenance as it stands, in the order it was announced.
    public func maintenance() throws -> [Maintenance] { try notices() }

    /// One announced maintenance.
    public func maintenance(_ number: Int64) throws -> Maintenance { try notice(number) }

    /// Announces maintenance.
    ///
    /// - Parameters:
    ///   - title: what is done, in a few words for everybody.
    ///   - text: what is known.
    ///   - components: what it affects, by ids.
    ///   - starts: from when it is promised to last, later than now.
    ///   - ends: by when it is promised to be done.
    ///   - owner: who sees to it; who says it without it.
    /// - Throws: ``CommitmentError``, or `StoreError`.
    public func announce(
        _ title: String, text: String, components: [String], starts: Instant, ends: Instant, owner: String? = nil
    ) throws -> Maintenance {
        guard starts >= now, starts < ends else {
            throw CommitmentError.span(starts: starts, ends: ends, now: now)
        }
        return try tell(
            MaintenanceBody(
                title: title, owner: owner ?? actor.name, components: known(components),
                updates: [update(text, .announced, starts: starts, ends: ends)]))
    }

    /// Says that maintenance will last at another time, or until another.
    ///
    /// - Throws: ``CommitmentError``, or `StoreError.recordsChangedMeanwhile` where somebody was faster.
    public func move(_ number: Int64, text: String, starts: Instant? = nil, ends: Instant) throws -> Maintenance {
        let current: Maintenance = try lasting(number)
        let step = current.last.step
        let starts = starts ?? current.last.starts
        // What has begun can only be promised to end at another time.
        guard starts < ends, ends > now, step == .begun ? starts == current.last.starts : starts >= now else {
            throw CommitmentError.span(starts: starts, ends: ends, now: now)
        }
        return try tell(update(text, step, starts: starts, ends: ends), of: current)
    }

    /// Says that maintenance began, is done, or will not be done.
    ///
    /// - Parameter step: any but ``MaintenanceBody/Update/Step/announced``, which only ``move(_:text:starts:ends:)`` says again.
    /// - Throws: ``CommitmentError/step(_:state:)`` where it began already, or is done without having begun.
    public func say(
        _ step: MaintenanceBody.Update.Step, of number: Int64, text: String
    ) throws -> Maintenance {
        let current: Maintenance = try lasting(number)
        let hasBegun = current.last.step == .begun
        guard step != .announced, hasBegun == (step == .done) || step == .cancelled && !hasBegun else {
            throw CommitmentError.step(current.id, state: current.state(at: now).rawValue)
        }
        return try tell(update(text, step, starts: current.last.starts, ends: current.last.ends), of: current)
    }

    private func update(
        _ text: String, _ step: MaintenanceBody.Update.Step, starts: Instant, ends: Instant
    ) -> MaintenanceBody.Update {
        MaintenanceBody.Update(at: now, by: actor.name, text: text, step: step, starts: starts, ends: ends)
    }
}
