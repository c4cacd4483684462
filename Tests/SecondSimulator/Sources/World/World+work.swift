import Assessment
import FlywheelKit
import Statistics

/// What people do in a day.
extension World {
    /// Who is there today, and from when to when.
    mutating func beginShifts(on day: Int) {
        let isWeekend = day % 7 >= 5 && !organisation.worksWeekends
        guard !isWeekend, !organisation.holidays.contains(day) else { return }
        let midnight = organisation.midnight.advanced(byDays: Double(day))
        for place in people.indices {
            let person = people[place]
            if let last = person.leaves, day >= last {
                if day == last { handOver(place) }
                continue
            }
            guard !person.away.contains(day) else { continue }
            let start = midnight.advanced(bySeconds: person.starts)
            people[place].shifts.append(start..<start.advanced(bySeconds: organisation.shift))
        }
    }

    /// Somebody goes for good; what they held waits again.
    private mutating func handOver(_ place: Int) {
        for held in people[place].todo where rows[held.row].state == .open {
            rows[held.row].holder = nil
            waiting.insert(held.row, amount: rows[held.row].problem.atRiskAtOpen)
        }
        people[place].todo = []
        people[place].shifts = []
    }

    /// Lets everybody work until a moment, whoever is free first acting first.
    mutating func work(until limit: Instant) {
        while let (place, now) = nextFree(before: limit) {
            stumble(until: now)
            act(place, at: now)
        }
        stumble(until: min(limit, until))
    }

    private mutating func nextFree(before limit: Instant) -> (place: Int, now: Instant)? {
        var first: (place: Int, now: Instant)?
        for place in people.indices {
            while let shift = people[place].shifts.first, people[place].clock >= shift.upperBound {
                people[place].shifts.removeFirst()
            }
            guard let shift = people[place].shifts.first else { continue }
            let now = max(people[place].clock, shift.lowerBound)
            if now < min(limit, until), first.map({ now < $0.now }) ?? true { first = (place, now) }
        }
        return first
    }

    private mutating func stumble(until now: Instant) {
        while let place = finds.last, let found = faults[place].stumbledOver, found <= now {
            finds.removeLast()
            let isThere = faults[place].ends.map { $0 > found } ?? true
            if isThere, faults[place].row == nil, found >= book.from { open(place, at: found, by: .person) }
        }
    }

    private mutating func act(_ place: Int, at now: Instant) {
        people[place].todo.removeAll { rows[$0.row].state != .open || rows[$0.row].holder != place }
        if let next = people[place].todo.firstIndex(where: { $0.at <= now }) {
            let row = people[place].todo.remove(at: next).row
            touch(row, by: place, at: now)
        } else if let row = pick(for: place, at: now) {
            claim(row, by: place, at: now)
            touch(row, by: place, at: now)
        } else {
            people[place].clock = now.advanced(bySeconds: 2_400)
        }
    }

    /// The row somebody takes next: the dearest they may take, or one they like better.
    private mutating func pick(for place: Int, at now: Instant) -> Int? {
        let specialty = people[place].specialty
        func isMine(_ row: Int) -> Bool {
            (rows[row].leftUntil.map { $0 <= now } ?? true)
                && (specialty.isEmpty || specialty.contains(Catalogue.kinds[faults[rows[row].fault].kind].workflow))
        }
        guard chance.happens(practice.wilful) else {
            if let dearest = waiting.rows.first(where: isMine) { return dearest }
            // Who has nothing left of their own helps out, sometimes.
            return chance.happens(0.3) ? waiting.rows.first { rows[$0].leftUntil.map { $0 <= now } ?? true } : nil
        }
        let mine = waiting.rows.filter(isMine)
        guard !mine.isEmpty else { return nil }
        switch practice.order {
        case .arrival: return mine.min()
        case .newest: return mine.max()
        case .loudest:
            let loud = mine.filter { listings[faults[rows[$0].fault].listing].isLoud }
            return chance.one(of: loud.isEmpty ? mine : loud)
        case .any: return chance.one(of: mine)
        }
    }

    private mutating func claim(_ row: Int, by place: Int, at now: Instant) {
        let amount = rows[row].problem.atRiskAtOpen
        if rows[row].problem.claimed == nil {
            rows[row].problem.claimed = now
            rows[row].problem.rankAtClaim = Problem.Rank(
                Int32(waiting.rank(of: row, amount: amount)), of: Int32(waiting.count))
        }
        waiting.remove(row, amount: amount)
        rows[row].holder = place
        rows[row].problem.worker = book.person(people[place].name)
    }

    private mutating func touch(_ row: Int, by place: Int, at now: Instant) {
        let known = people[place].memory[pair(faults[rows[row].fault])] ?? 0
        let minutes = rows[row].minutes * people[place].pace * (known > 0 ? 0.8 : 1)
        let end = now.advanced(bySeconds: Int64(minutes * 60))
        people[place].clock = end
        // What would end after watching does leaves no trace yet.
        guard end < until else { return }
        rows[row].problem.touches += 1
        if chance.happens(organisation.minutesKnown) {
            rows[row].problem.touchMinutes = (rows[row].problem.touchMinutes ?? 0) + minutes
        }
        rows[row].touchesLeft -= 1
        if rows[row].touchesLeft > 0 {
            people[place].todo.append((row, end.advanced(byDays: chance.between(0.3, 2))))
        } else {
            finish(row, by: place, at: end)
        }
    }
}
