public import FlywheelKit
import FlywheelStore

extension CommitmentDesk {
    /// All maintenance as it stands, in the order it was announced.
    public func maintenance() throws -> [Maintenance] {
        try store.loopRecords(.maintenance).compactMap { try Maintenance($0, asKnownAt: now) }
    }

    /// One announced maintenance.
    public func maintenance(_ number: Int64) throws -> Maintenance {
        guard let record = try store.loopRecord(.maintenance, number),
            let found = try Maintenance(record, asKnownAt: now)
        else { throw CommitmentError.unknown("\(LoopRecord.Kind.maintenance.letter)\(number)") }
        return found
    }

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
        let components = try known(components)
        try check(title: title, text: text)
        let body = MaintenanceBody(
            title: title, owner: owner ?? actor.name, components: components,
            updates: [update(text, .announced, starts: starts, ends: ends)])
        return try maintenance(keep(.maintenance, state: Maintenance.State.announced.rawValue, body).number)
    }

    /// Says that maintenance will last at another time, or until another.
    ///
    /// - Throws: ``CommitmentError``, or `StoreError.recordsChangedMeanwhile` where somebody was faster.
    public func move(_ number: Int64, text: String, starts: Instant? = nil, ends: Instant) throws -> Maintenance {
        let current = try waiting(number)
        let step = current.last.step
        let starts = starts ?? current.last.starts
        // What has begun can only be promised to end at another time.
        guard starts < ends, ends > now, step == .begun ? starts == current.last.starts : starts >= now else {
            throw CommitmentError.span(starts: starts, ends: ends, now: now)
        }
        return try say(update(text, step, starts: starts, ends: ends), of: current)
    }

    /// Says that maintenance began, is done, or will not be done.
    ///
    /// - Parameter step: any but ``MaintenanceBody/Update/Step/announced``, which only ``move(_:text:starts:ends:)`` says again.
    /// - Throws: ``CommitmentError/step(_:state:)`` where it began already, or is done without having begun.
    public func say(
        _ step: MaintenanceBody.Update.Step, of number: Int64, text: String
    ) throws -> Maintenance {
        let current = try waiting(number)
        let hasBegun = current.last.step == .begun
        guard step != .announced, hasBegun == (step == .done) || step == .cancelled && !hasBegun else {
            throw CommitmentError.step(current.id, state: current.state(at: now).rawValue)
        }
        return try say(update(text, step, starts: current.last.starts, ends: current.last.ends), of: current)
    }

    private func say(_ update: MaintenanceBody.Update, of current: Maintenance) throws -> Maintenance {
        try check(title: nil, text: update.text)
        var body = current.body
        body.updates.append(update)
        let state: Maintenance.State =
            switch update.step {
            case .announced: .announced
            case .begun: update.ends < now ? .late : .underWay
            case .done: .done
            case .cancelled: .cancelled
            }
        return try maintenance(keep(current.record, state: state.rawValue, body).number)
    }

    private func update(
        _ text: String, _ step: MaintenanceBody.Update.Step, starts: Instant, ends: Instant
    ) -> MaintenanceBody.Update {
        MaintenanceBody.Update(at: now, by: actor.name, text: text, step: step, starts: starts, ends: ends)
    }

    /// Maintenance of which more can be said now.
    private func waiting(_ number: Int64) throws -> Maintenance {
        let found = try maintenance(number)
        let all = try found.record.contents(as: MaintenanceBody.self).updates
        guard all.count == found.body.updates.count else {
            throw CommitmentError.tooEarly(found.id, last: all[all.count - 1].at)
        }
        let state = found.state(at: now)
        guard !state.isOver else { throw CommitmentError.isOver(found.id, state: state.rawValue) }
        return found
    }
}
