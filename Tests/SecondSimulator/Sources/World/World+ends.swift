import Assessment
import FlywheelKit
import Statistics

/// How work on a row ends.
extension World {
    /// The work is done: the fault ends, if the work was good, and somebody closes the row, if they care to.
    mutating func finish(_ row: Int, by place: Int, at now: Instant) {
        let fault = faults[rows[row].fault]
        let isMended = fault.isFalse || chance.happens(practice.mending)
        if isMended {
            // Some repairs take a few hours until the marketplace shows them.
            let ends = now.advanced(bySeconds: chance.happens(0.1) ? Int64(chance.uniform() * 18_000) : 0)
            faults[rows[row].fault].ends = min(fault.ends ?? ends, ends)
            if !fault.isFalse {
                let day = Int(now.days(since: organisation.midnight))
                wounds.append(Wound(listing: fault.listing, kind: fault.kind, cause: fault.cause, since: day))
            }
        }
        people[place].memory[pair(fault), default: 0] += 1
        followPlaybook(of: row)
        let says = chance.happens(practice.capture)
        if says || !chance.happens(practice.vanishing) {
            close(row, by: place, at: now, saysCause: says)
        } else if isMended {
            rows[row].isDone = true
        } else {
            // It stays as it is until somebody looks at it again.
            rows[row].touchesLeft = 1
            people[place].todo.append((row, now.advanced(byDays: chance.between(3, 6))))
        }
    }

    private mutating func close(_ row: Int, by place: Int, at now: Instant, saysCause: Bool) {
        let fault = faults[rows[row].fault]
        let kind = Catalogue.kinds[fault.kind]
        let cause = saysCause ? kind.causes[fault.cause] : chance.happens(0.5) ? "other" : "unknown"
        rows[row].state = .closed
        rows[row].holder = nil
        rows[row].problem.ended = now
        rows[row].problem.closer = book.person(people[place].name)
        rows[row].problem.verdict =
            fault.isFalse ? .noise : chance.happens(0.03) ? .known : .actionable
        rows[row].problem.cause = book.cause(fault.isFalse && saysCause ? "nothing-wrong" : cause)
        rows[row].problem.atRiskAtEnd = rows[row].problem.atRiskAtOpen.map { _ in value(of: fault, at: now) }
        guard saysCause, !fault.isFalse else { return }
        manager.learn(fault.kind, fault.cause, from: rows[row].problem.id, at: now)
        rows[row].problem.prevention = manager.prevention(
            of: fault.kind, fault.cause, before: rows[row].problem.detected)
        rows[row].problem.repeatOf = earlier(than: row)
    }

    /// The verified end, at most 90 days before this row opened, of the same kind and cause on the same listing.
    private func earlier(than row: Int) -> Int64? {
        let problem = rows[row].problem
        let same = verified[pair(faults[rows[row].fault])]?.last { other in
            let candidate = rows[other].problem
            guard candidate.id != problem.id, candidate.cause == problem.cause, let ended = candidate.ended,
                let checked = candidate.verified
            else { return false }
            return checked <= problem.detected && problem.detected.days(since: ended) <= 90
        }
        return same.map { rows[$0].problem.id }
    }

    private mutating func followPlaybook(of row: Int) {
        let steps = rows[row].problem.steps
        guard steps > 0, chance.happens(0.5 + practice.following / 2) else { return }
        rows[row].problem.hasOpenedPlaybook = true
        let done = (0..<steps).count { _ in chance.happens(practice.following) }
        rows[row].problem.stepsDone = done
        rows[row].problem.stepsAutomatic = (0..<done).count { _ in chance.happens(practice.automation) }
    }
}
