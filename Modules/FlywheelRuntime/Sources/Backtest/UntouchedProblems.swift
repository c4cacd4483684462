import FlywheelKit
import FlywheelStore

/// What a store holds of problems that nobody acted on, read a part at a time: of one that opened so lately that nothing can be
/// said of it yet, no more is kept than tells whether it was alone.
struct UntouchedProblems {
    /// A problem that stands, and whose horizon is not over.
    struct Young {
        let exception: ExceptionID
        let subject: Subject
        let opened: Instant
    }

    /// Those whose loss is looked at.
    private(set) var expected: [ExpectedLoss] = []
    private(set) var young: [Young] = []
    /// How many are not compared, by reason.
    private(set) var leftOut: [RiskBacktest.Reason: Int] = [:]
    /// What problems took of listings, also those that somebody acted on.
    private(set) var claims = SpansTaken()

    private let currency: Currency
    private let asOf: Instant
    private let zones: Zones
    private let looks: [Instant]

    private static let part = 8_192

    init(_ store: any Store, currency: Currency, asOf: Instant, zones: Zones) throws {
        (self.currency, self.asOf, self.zones) = (currency, asOf, zones)
        looks = try store.rotations().map(\.asOf)
        var last = ExceptionID(0)
        while case let part = try store.outcomes(of: nil, after: last, limit: Self.part), let end = part.last {
            let ended = part.filter { $0.ended <= asOf }
            for outcome in ended { claims.add(outcome) }
            try add(ended.compactMap(UntouchedProblem.init))
            last = end.exception
        }
        last = ExceptionID(0)
        while case let part = try store.exceptions(listed: .unfinished, of: nil, after: last, limit: Self.part),
            let end = part.last
        {
            for exception in part { claims.add(exception, asOf: asOf) }
            try add(part.compactMap(UntouchedProblem.init))
            last = end.id
        }
    }

    /// Reads the terms of problems, on all cores.
    private mutating func add(_ problems: [UntouchedProblem]) throws {
        let read = concurrentMap(problems.count) { [currency, looks] place in
            Result { try ExpectedLoss.read(problems[place], in: currency, looks: looks) }
        }
        for result in read {
            switch try result.get() {
            case .failure(let reason): leftOut[reason.reason, default: 0] += 1
            case .success(let loss):
                let zone = zones.zone(ofMarketplace: loss.listing.marketplace)
                if loss.isYoung(on: zone.day(of: asOf), zone: zone) {
                    young.append(
                        Young(exception: loss.problem.exception, subject: loss.listing, opened: loss.opened))
                } else {
                    expected.append(loss)
                }
            }
        }
    }
}
