import FlywheelKit
import Statistics

extension World {
    /// Where somebody is in their day.
    struct Shift {
        /// Minutes from midnight until which they are busy; work begins at nine.
        var busyUntil = 9.0 * 60
        /// Minutes they have worked.
        var worked = 0.0
    }

    /// Plans what people do in a part of a day: each takes the next row when the last is done, until their hours are over.
    ///
    /// - Parameters:
    ///   - from: the hour at which the part begins.
    ///   - hour: the hour at which it ends; who is at a row then finishes it.
    mutating func work(on day: Int, from: Double, until hour: Double, shifts: inout [Shift]) {
        for person in shifts.indices { shifts[person].busyUntil = max(shifts[person].busyUntil, from * 60) }
        let weekday = calendar.weekday(day)
        takeRefuted(on: day, at: from)
        var rows = open.filter { !troubles[$0].isClaimed }
        var isDone = organisation.staff.map { _ in false }
        while !rows.isEmpty {
            // Whoever is free first takes the next row.
            var next: Int?
            for person in organisation.staff.indices where !isDone[person] {
                if next.map({ shifts[person].busyUntil < shifts[$0].busyUntil }) ?? true { next = person }
            }
            guard let person = next else { break }
            let minutes = organisation.staff[person].minutes(on: day, weekday: weekday) - overtime[person]
            guard shifts[person].worked < minutes, shifts[person].busyUntil < hour * 60 else {
                isDone[person] = true
                continue
            }
            let trouble = rows.remove(at: pick(among: rows))
            let took = plan(trouble, by: person, on: day, from: shifts[person].busyUntil)
            shifts[person].busyUntil += took
            shifts[person].worked += took
        }
    }

    /// What was refuted and is to be left is taken by somebody, who leaves it at that.
    private mutating func takeRefuted(on day: Int, at hour: Double) {
        let there = organisation.staff.indices.filter {
            organisation.staff[$0].minutes(on: day, weekday: calendar.weekday(day)) > 0
        }
        guard let first = there.first else { return }
        let moment = calendar.instant(day, hour: max(9, hour))
        for number in open where troubles[number].isLeft && !troubles[number].isClaimed {
            troubles[number].isClaimed = true
            acts.append(Act(at: moment, person: first, trouble: number, kind: .claim))
        }
    }

    /// What people found by themselves is told by one of them, when they find it.
    mutating func tell(on day: Int) {
        for trouble in unknown {
            guard let found = troubles[trouble].found, Int(calendar.day(of: found)) == day else { continue }
            let there = organisation.staff.indices.filter { organisation.staff[$0].isStaff(on: day) }
            guard !there.isEmpty else { continue }
            let person = there[chance.work.below(there.count)]
            acts.append(Act(at: found, person: person, trouble: trouble, kind: .add))
        }
    }

    /// Closes the books of a day: who worked longer than their hours works less the next day.
    mutating func endDay(_ day: Int, shifts: [Shift]) {
        for person in organisation.staff.indices {
            let minutes = organisation.staff[person].minutes(on: day, weekday: calendar.weekday(day))
            guard minutes > 0 else { continue }
            overtime[person] = max(0, shifts[person].worked - (minutes - overtime[person]))
        }
    }

    /// The place of the row that is taken next, in the order that people go by just now.
    private mutating func pick(among rows: [Int]) -> Int {
        let way = chance.order.place(among: dials.order)
        let any = chance.order.below(rows.count)
        switch way {
        case 0: return rows.indices.min { troubles[rows[$0]].position < troubles[rows[$1]].position } ?? any
        case 1: return rows.indices.min { troubles[rows[$0]].detected < troubles[rows[$1]].detected } ?? any
        case 2: return rows.indices.max { troubles[rows[$0]].loudness < troubles[rows[$1]].loudness } ?? any
        default: return any
        }
    }

    /// Plans the work on a row, and says how many minutes it takes.
    private mutating func plan(_ number: Int, by person: Int, on day: Int, from minute: Double) -> Double {
        let trouble = troubles[number]
        let workflow = organisation.workflows[trouble.workflow]
        let skill = organisation.staff[person].skill[trouble.workflow] * dials.pace
        let usual = workflow.kinds[trouble.kind].finding.effortHours * organisation.effort * 60 / skill
        let minutes = max(2, chance.work.lognormal(mean: usual, spread: 0.5))
        func moment(_ share: Double) -> Instant {
            calendar.instant(day, hour: (minute + share * minutes) / 60)
        }
        func act(_ kind: Act.Kind, _ share: Double) {
            acts.append(Act(at: moment(share), person: person, trouble: number, kind: kind))
        }
        troubles[number].isClaimed = true
        act(.claim, 0)
        let follows = chance.work.uniform() < dials.byPlaybook
        let steps = workflow.steps.map { _ in chance.work.uniform() < dials.stepsDone }
        if follows {
            act(.playbook, 0.1)
            for (step, isDone) in steps.enumerated() where isDone {
                act(.step(step + 1), 0.2 + 0.7 * Double(step) / Double(steps.count))
            }
        }
        act(ending(trouble), 1)
        return minutes
    }

    /// How somebody ends a row: with its cause, with none to learn from, or by saying nothing.
    private mutating func ending(_ trouble: Trouble) -> Act.Kind {
        let (captured, vanishing, word) = (
            chance.learning.uniform(), chance.learning.uniform(), chance.learning.uniform()
        )
        if captured < dials.captured { return .close(cause: trouble.cause) }
        if vanishing < dials.vanishing { return .vanish }
        return .close(cause: word < 0.7 ? "other" : "unknown")
    }
}
