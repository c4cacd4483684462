import FlywheelKit
import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What listings sell and how they break.
extension World {
    /// Puts listings on sale, and works out how much breaks in a day for the load that was drawn.
    mutating func stock() {
        let unit = Double(organisation.currency.minorUnitsPerUnit) * (organisation.currency.code == "JPY" ? 150 : 1)
        for _ in 0..<organisation.listings {
            let revenue = unit * 18 * exp(1.4 * chance.normal())
            listings.append(Listing(revenue: revenue, tier: .c, isLoud: chance.happens(0.1)))
        }
        let sorted = listings.map(\.revenue).sorted(by: >)
        let total = sorted.reduce(0, +)
        var sum = 0.0
        for revenue in sorted {
            if sum < 0.8 * total { tierLimits.a = revenue }
            if sum < 0.95 * total { tierLimits.b = revenue }
            sum += revenue
        }
        for place in listings.indices { listings[place].tier = tier(of: listings[place].revenue) }
        revenue = total
        heroes = listings.count { $0.tier == .a }
        let problems = plan.trickle ?? organisation.problems
        dailyFaults = problems / 7
        let days = Double(plan.weeks * 7)
        // Policies change about three times a year.
        for _ in 0..<(plan.trickle == nil ? chance.poisson(days / 120) : 0) {
            bursts[Int(chance.uniform() * days)] = Int(problems * chance.between(0.15, 0.5)) + 2
        }
    }

    private func tier(of revenue: Double) -> Tier {
        revenue >= tierLimits.a ? .a : revenue >= tierLimits.b ? .b : .c
    }

    /// New listings come, day by day, and sell like the others.
    mutating func grow() {
        let expected = Double(organisation.listings) * plan.growth / 365
        for _ in 0..<chance.poisson(expected) {
            let sales = chance.one(of: listings).revenue * chance.between(0.8, 1.2)
            listings.append(Listing(revenue: sales, tier: tier(of: sales), isLoud: chance.happens(0.1)))
            revenue += sales
            heroes += tier(of: sales) == .a ? 1 : 0
        }
    }

    /// What breaks on a day: by itself, where it broke before, and where a policy changed.
    mutating func breed(on day: Int) {
        let flood = plan.flood.map { (7 * $0..<7 * ($0 + 8)).contains(day) } ?? false
        let size = Double(listings.count) / Double(organisation.listings) * organisation.season(on: day)
        for (kind, rate) in rates() {
            for _ in 0..<chance.poisson(dailyFaults * size * rate) { breakSomething(kind, nil, on: day) }
        }
        if flood, let kind = organisation.kinds.first?.kind {
            for _ in 0..<chance.poisson(dailyFaults * 1.8) { breakSomething(kind, 0, on: day) }
        }
        if let count = bursts[day] {
            let kind = chance.one(of: organisation.kinds).kind
            for _ in 0..<count { breakSomething(kind, 0, on: day) }
        }
        reopenWounds(on: day)
        finds.sort { (faults[$0].stumbledOver ?? until, $0) > (faults[$1].stumbledOver ?? until, $1) }
    }

    /// What share of the problems of a day each kind has; prevention makes it smaller.
    private func rates() -> [(kind: Int, rate: Double)] {
        let total = organisation.kinds.reduce(0) { $0 + $1.weight }
        return organisation.kinds.map { kind, weight in (kind, weight / total * manager.remaining(of: kind)) }
    }

    private mutating func reopenWounds(on day: Int) {
        var kept: [Wound] = []
        for wound in wounds where day - wound.since < 75 {
            let age = Double(day - wound.since)
            // Half of the relapses come within three weeks.
            let hazard = organisation.relapse * exp(-age / 30) / 27.5 * manager.remaining(of: wound.kind, wound.cause)
            if chance.happens(hazard) {
                breakListing(wound.listing, wound.kind, wound.cause, on: day)
            } else {
                kept.append(wound)
            }
        }
        wounds = kept
    }

    private mutating func breakSomething(_ kind: Int, _ cause: Int?, on day: Int) {
        let listing = Int(chance.uniform() * Double(listings.count))
        breakListing(listing, kind, cause ?? manager.cause(of: kind, &chance), on: day)
    }

    private mutating func breakListing(_ listing: Int, _ kind: Int, _ cause: Int, on day: Int) {
        guard listings[listing].broken.insert(kind).inserted else { return }
        let second = Int64(chance.uniform() * 86_400)
        let began = organisation.midnight.advanced(byDays: Double(day)).advanced(bySeconds: second)
        var fault = Fault(
            listing: listing, kind: kind, cause: cause, began: began, isFalse: chance.happens(practice.noise))
        if chance.happens(practice.foundByPeople) {
            let days = 0.3 + practice.stumblingDays * chance.exponential()
            fault.stumbledOver = max(began.advanced(byDays: days), book.from.advanced(bySeconds: 60))
            finds.append(faults.count)
        } else if day >= 0, chance.happens(Catalogue.kinds[kind].foreseen) {
            // It was visible some days before; a warning that comes to nothing ends when it would have begun.
            fault.foreseen = began
            fault.began = began.advanced(byDays: chance.between(2, 9))
            if chance.happens(0.25) { fault.ends = fault.began }
        }
        // One in eight passes by itself.
        if fault.ends == nil, chance.happens(0.12) {
            fault.ends = fault.began.advanced(byDays: 0.5 + 8 * chance.exponential())
        }
        current.append(faults.count)
        faults.append(fault)
    }
}
