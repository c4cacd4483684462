import Assessment
import FlywheelKit
import Statistics

/// What a turn of the wheel sees.
extension World {
    /// Looks: checks closes, ends what is gone, opens what is new, and measures the business.
    mutating func rotate(at now: Instant, on day: Int) {
        let isComplete = chance.happens(practice.completeness)
        watched = watched.filter { row in
            look(at: row, isComplete, now, day)
            return rows[row].state != .over
        }
        for fault in current where faults[fault].row == nil { notice(fault, at: now) }
        current.removeAll { fault in
            let isGone = faults[fault].ends.map { $0 <= now } ?? false
            guard isGone, faults[fault].row.map({ rows[$0].state == .over }) ?? true else { return false }
            listings[faults[fault].listing].broken.remove(faults[fault].kind)
            return true
        }
        measure(at: now, day, isComplete)
    }

    private mutating func look(at row: Int, _ isComplete: Bool, _ now: Instant, _ day: Int) {
        let fault = rows[row].fault
        let isGone = faults[fault].ends.map { $0 <= now } ?? false
        // Somebody is still at it, and will have closed it a little later.
        if rows[row].state == .closed, let closed = rows[row].problem.ended, closed >= now { return }
        guard isComplete else {
            if rows[row].state == .closed, let closed = rows[row].problem.ended, now.days(since: closed) >= 7 {
                rows[row].state = .over
                faults[fault].row = isGone ? row : nil
                faults[fault].isResurfacing = !isGone
            }
            return
        }
        switch rows[row].state {
        case .closed where isGone: verify(row, at: now)
        case .closed: refute(row, at: now)
        case .open where isGone: clear(row, at: now)
        case .open: comeTrue(row, at: now)
        case .over: break
        }
    }

    private mutating func verify(_ row: Int, at now: Instant) {
        rows[row].problem.isVerified = true
        rows[row].problem.verified = now
        rows[row].state = .over
        verified[pair(faults[rows[row].fault]), default: []].append(row)
    }

    /// The data say otherwise: the row waits again, and whoever closed it may or may not take it up.
    private mutating func refute(_ row: Int, at now: Instant) {
        rows[row].problem.notFixed += 1
        rows[row].problem.refuted = now
        rows[row].problem.ended = nil
        rows[row].problem.closer = nil
        rows[row].problem.verdict = nil
        rows[row].problem.cause = nil
        rows[row].problem.repeatOf = nil
        rows[row].problem.prevention = nil
        rows[row].problem.atRiskAtEnd = nil
        rows[row].state = .open
        rows[row].holder = nil
        rows[row].touchesLeft = 1
        if chance.happens(practice.leaving) {
            rows[row].leftUntil = now.advanced(byDays: practice.leavingDays * chance.exponential())
        }
        waiting.insert(row, amount: rows[row].problem.atRiskAtOpen)
    }

    private mutating func clear(_ row: Int, at now: Instant) {
        let fault = faults[rows[row].fault]
        if rows[row].holder == nil { waiting.remove(row, amount: rows[row].problem.atRiskAtOpen) }
        let isLapsed = rows[row].problem.predicted != nil && rows[row].problem.cameTrue == nil && !rows[row].isDone
        rows[row].problem.ended = now
        rows[row].problem.verdict = isLapsed ? .didNotHappen : rows[row].holder == nil ? .selfCleared : .actionable
        rows[row].problem.atRiskAtEnd = value(of: fault, at: now)
        rows[row].state = .over
    }

    private mutating func comeTrue(_ row: Int, at now: Instant) {
        let fault = faults[rows[row].fault]
        guard rows[row].problem.predicted != nil, rows[row].problem.cameTrue == nil, fault.began <= now else { return }
        rows[row].problem.cameTrue = now
        rows[row].problem.onset = fault.began
    }

    private mutating func notice(_ place: Int, at now: Instant) {
        let fault = faults[place]
        if let found = fault.stumbledOver, !fault.isResurfacing || found > now { return }
        guard fault.foreseen ?? fault.began <= now, fault.ends.map({ $0 > now }) ?? true else { return }
        open(place, at: now, by: .stage)
    }

    /// A row for a fault that somebody, or a stage, has seen.
    mutating func open(_ place: Int, at now: Instant, by source: Problem.Source) {
        let fault = faults[place]
        let name = pair(fault)
        let amount = chance.happens(0.03) ? nil : value(of: fault, at: now)
        let listing = listings[fault.listing]
        var problem = book.problem(rows.count, fault, source, at: now)
        problem.tier = listing.tier
        problem.atRiskAtOpen = amount
        problem.isRouted = chance.happens(organisation.routed)
        problem.due = now.advanced(byDays: listing.tier == .a ? 1 : listing.tier == .b ? 3 : 7)
        problem.steps = Catalogue.kinds[fault.kind].steps
        if fault.began > now {
            problem.predicted = now
        } else if chance.happens(organisation.onsetKnown), !fault.isResurfacing {
            problem.onset = fault.began
        }
        problem.regressionOf = verified[name]?.last.map { rows[$0].problem.id }
        let touches = 1 + chance.poisson(0.6)
        let kind = Catalogue.kinds[fault.kind]
        let minutes = organisation.minutes * kind.effort * chance.gamma(2) / 2 * (fault.isFalse ? 0.3 : 1)
        faults[place].row = rows.count
        faults[place].isResurfacing = false
        watched.append(rows.count)
        waiting.insert(rows.count, amount: amount)
        rows.append(
            Row(problem: problem, fault: place, touchesLeft: touches, minutes: max(2, minutes) / Double(touches)))
    }

    /// What a fault would cost in the days it would still last, in minor units.
    func value(of fault: Fault, at now: Instant) -> Int64 {
        let day = Int(now.days(since: organisation.midnight))
        let daily = listings[fault.listing].revenue * organisation.season(on: day) * Catalogue.kinds[fault.kind].loss
        return Int64((daily * 6.5).rounded())
    }

    /// What is the same for two faults of one kind on one listing.
    func pair(_ fault: Fault) -> Int { fault.listing * Catalogue.kinds.count + fault.kind }
}
