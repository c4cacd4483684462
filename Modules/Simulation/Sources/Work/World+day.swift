import FlywheelKit

extension World {
    /// The hour at which everybody goes home; who is at a row finishes it.
    private static let closing = 18.0

    /// One day: what begins, the turns of the wheel, and what people do between them.
    mutating func live(through day: Int) throws {
        enterPhase(on: day)
        arrive(on: day)
        tell(on: day)
        var shifts = organisation.staff.map { _ in Shift() }
        var from = 0.0
        for hour in turnHours(on: day) {
            work(on: day, from: from, until: hour, shifts: &shifts)
            from = hour
            try act(until: calendar.instant(day, hour: hour))
            try turn(on: day, hour: hour)
        }
        work(on: day, from: from, until: Self.closing, shifts: &shifts)
        endDay(day, shifts: shifts)
        try act(until: calendar.instant(day, hour: Self.closing))
        try decide(on: day)
    }

    private func turnHours(on day: Int) -> [Double] {
        let weekday = calendar.weekday(day)
        switch dials.turnsPerWeek {
        case 1: return weekday == 0 ? [6] : []
        case 5: return weekday < 5 ? [6] : []
        case 14: return [6, 13]
        default: return [6]
        }
    }

    private mutating func enterPhase(on day: Int) {
        let now = organisation.course.phase(at: Double(day) / Double(calendar.days))
        guard now != phase else { return }
        phase = now
        guard case .flood(let times)? = organisation.course.phases[now].event else { return }
        let workflow = chance.business.below(organisation.workflows.count)
        let kind = chance.business.below(organisation.workflows[workflow].kinds.count)
        flood = (workflow, kind, times)
    }
}
