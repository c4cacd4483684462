public import FlywheelKit
public import FlywheelStore

extension RiskBacktest {
    /// Compares what a store holds, with sales as they are known at a moment.
    ///
    /// - Parameter currency: that of the amounts; terms in others are left out.
    public init(_ store: any Store, currency: Currency, asOf: Instant, zones: Zones) throws {
        let problems = try UntouchedProblems(store, currency: currency, asOf: asOf, zones: zones)
        let claims = problems.claims
        var leftOut = problems.leftOut
        for young in problems.young {
            let isShared = claims.isShared(young.exception, on: young.subject, from: young.opened, until: asOf)
            leftOut[isShared ? .shared : .noDays, default: 0] += 1
        }
        var expected: [Subject: [ExpectedLoss]] = [:]
        for loss in problems.expected {
            if claims.isShared(
                loss.problem.exception, on: loss.listing, from: loss.opened, until: loss.problem.ended ?? asOf)
            {
                leftOut[.shared, default: 0] += 1
            } else {
                expected[loss.listing, default: []].append(loss)
            }
        }
        var losses: [UntouchedLoss] = []
        if let first = expected.values.joined().map(\.opened).min() {
            // A zone's day may begin before that of UTC.
            let days = first.utcDay.distance(to: asOf.utcDay) + 2
            let facts = try FactReader(
                store, inputs: [], windows: [Sales.units.last(days: days)], asOf: asOf, zones: zones)
            try facts.forEach(of: Set(expected.keys)) { listing, chunk, row in
                let units = chunk[Sales.units]
                let zone = zones.zone(ofMarketplace: listing.marketplace)
                for loss in expected.removeValue(forKey: listing) ?? [] {
                    let later = claims.later(than: loss.problem, since: loss.opened)
                    let seen = loss.seen(until: chunk.today, zone: zone, later: later) { units[row, $0] }
                    if seen.whileLasting == nil, seen.overHorizon == nil {
                        leftOut[.noDays, default: 0] += 1
                    } else {
                        losses.append(seen)
                    }
                }
            }
        }
        let unseen = expected.values.reduce(0) { $0 + $1.count }
        if unseen > 0 { leftOut[.noDays, default: 0] += unseen }
        self.init(currency: currency, losses: losses, leftOut: leftOut)
    }
}
