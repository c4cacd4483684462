import FlywheelKit
import Statistics

extension World {
    /// What begins on a day: the usual, bursts, and what comes back.
    mutating func arrive(on day: Int) {
        let growth = Double(listings(on: day)) / Double(organisation.catalogue.first)
        let season = 1 + organisation.season * wave(Double(day) / 364 - organisation.peak)
        let all = organisation.workflows.reduce(0) { $0 + $1.weight }
        for (number, workflow) in organisation.workflows.enumerated() {
            let ofWorkflow = workflow.kinds.reduce(0) { $0 + $1.weight }
            for (place, kind) in workflow.kinds.enumerated() {
                let share = workflow.weight / all * kind.weight / ofWorkflow
                var mean = dials.arrivalsPerWeek / 7 * share * growth * season
                if let flood, flood.workflow == number, flood.kind == place {
                    mean += dials.arrivalsPerWeek / 7 * growth * (flood.times - 1)
                }
                for _ in 0..<chance.arrivals.poisson(mean) { begin(number, place, on: day) }
            }
        }
        if chance.arrivals.happens(organisation.bursts / 91) { burst(on: day) }
        for back in returning.removeValue(forKey: day) ?? [] { comeBack(back.trouble, on: day) }
    }

    /// Many of one cause at once.
    private mutating func burst(on day: Int) {
        let workflow = chance.arrivals.place(among: organisation.workflows.map(\.weight))
        let kinds = organisation.workflows[workflow].kinds
        let kind = chance.arrivals.place(among: kinds.map(\.weight))
        let cause = kinds[kind].causes[chance.arrivals.place(among: kinds[kind].causes.map(\.weight))].id
        let count = Int(dials.arrivalsPerWeek * chance.arrivals.draw(0.2...0.8))
        for _ in 0..<count { begin(workflow, kind, cause: cause, on: day) }
    }

    private mutating func begin(_ workflow: Int, _ kind: Int, cause: String? = nil, on day: Int) {
        let made = organisation.workflows[workflow].kinds[kind]
        let drawn = made.causes[chance.arrivals.place(among: made.causes.map(\.weight))].id
        let listing = chance.arrivals.below(listings(on: day))
        let share = (chance.arrivals.draw(made.share) * 100).rounded() / 100
        // Drawn whether it is needed or not, so that a prevention leaves everything else as it was.
        let kept = chance.arrivals.uniform()
        let cause = cause ?? drawn
        guard kept >= decided.prevented(workflow, cause, at: calendar.instant(day, hour: 0)) else { return }
        add(workflow, kind, cause: cause, listing: listing, share: share, on: day)
    }

    private mutating func comeBack(_ trouble: Int, on day: Int) {
        let before = troubles[trouble]
        let kept = chance.arrivals.uniform()
        guard kept >= decided.prevented(before.workflow, before.cause, at: calendar.instant(day, hour: 0)) else {
            return
        }
        add(before.workflow, before.kind, cause: before.cause, listing: before.listing, share: before.share, on: day)
    }

    private mutating func add(
        _ workflow: Int, _ kind: Int, cause: String, listing: Int, share: Double, on day: Int
    ) {
        guard troubled.insert(listing).inserted else { return }
        let onset = calendar.instant(day, hour: chance.arrivals.draw(0...23.9))
        let lasts = organisation.workflows[workflow].kinds[kind].finding.lastsDays
        let (alone, days) = (chance.arrivals.uniform(), chance.arrivals.exponential() * lasts)
        let (lag, late) = (chance.detection.exponential(), chance.detection.exponential())
        let byPeople = chance.detection.uniform() < dials.foundByPeople
        let found =
            byPeople
            ? workingMoment(after: onset.advanced(byDays: 0.2 + late * dials.foundAfterDays)) : nil
        unknown.append(troubles.count)
        troubles.append(
            Trouble(
                workflow: workflow, kind: kind, cause: cause, listing: listing, share: share,
                loudness: chance.order.uniform(), onset: onset,
                shows: byPeople
                    ? nil : onset.advanced(byDays: lag * dials.lagDays * decided.lag(workflow)),
                found: found,
                endsAlone: alone < dials.endingAlone ? onset.advanced(byDays: days + 0.5) : nil, detected: onset))
    }

    /// The first moment from then on at which people are at work.
    private mutating func workingMoment(after instant: Instant) -> Instant {
        var day = Int(calendar.day(of: instant).rounded(.down)) + 1
        while calendar.weekday(day) > 4 { day += 1 }
        return calendar.instant(day, hour: chance.detection.draw(9...12.5))
    }

    /// Lets a cause come back that somebody fixed and nobody has prevented.
    mutating func mayReturn(_ trouble: Int, after moment: Instant) {
        let (falls, days) = (chance.learning.uniform(), chance.learning.exponential())
        guard falls < dials.repeating else { return }
        let day = Int(calendar.day(of: moment)) + max(2, Int(days * dials.repeatsAfterDays))
        returning[day, default: []].append(Return(trouble: trouble))
    }
}
