public import FlywheelKit
public import FlywheelStore

extension RiskBacktest {
    /// Compares what a store holds, with sales as they are known at a moment.
    ///
    /// - Parameter currency: that of the amounts; terms in others are left out.
    public init(_ store: any Store, currency: Currency, asOf: Instant, zones: Zones) throws {
        let outcomes = try store.outcomes().filter { $0.ended <= asOf }
        let looks = try store.rotations().map(\.asOf)
        let open = try store.unfinishedExceptions()
        let claims = SpansTaken(outcomes: outcomes, open: open, asOf: asOf)
        var leftOut: [Reason: Int] = [:]
        var expected: [Subject: [ExpectedLoss]] = [:]
        for problem in outcomes.compactMap(UntouchedProblem.init) + open.compactMap(UntouchedProblem.init) {
            switch try ExpectedLoss.read(problem, in: currency, looks: looks) {
            case .failure(let reason): leftOut[reason.reason, default: 0] += 1
            case .success(let loss):
                if claims.isShared(problem, from: loss.opened, until: problem.ended ?? asOf) {
                    leftOut[.shared, default: 0] += 1
                } else {
                    expected[loss.listing, default: []].append(loss)
                }
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

/// When problems took of which listing.
private struct SpansTaken {
    private var spans: [Subject: [Span]] = [:]

    private struct Span {
        let exception: ExceptionID
        let fingerprint: Fingerprint
        let from: Instant
        let to: Instant
    }

    init(outcomes: [OutcomeRecord], open: [ExceptionRecord], asOf: Instant) {
        for outcome in outcomes where outcome.verdict == .actionable || outcome.verdict == .selfCleared {
            add(outcome.exception, outcome.fingerprint, outcome.exposure, outcome.onset, outcome.ended)
        }
        for exception in open where !exception.isGroup && exception.state != .predicted {
            add(
                exception.id, exception.fingerprint, exception.exposure, exception.onset ?? exception.detected,
                exception.closed ?? asOf)
        }
    }

    private mutating func add(
        _ id: ExceptionID, _ fingerprint: Fingerprint, _ exposure: Exposure, _ from: Instant, _ to: Instant
    ) {
        guard case .dailyShare = exposure.loss else { return }
        spans[fingerprint.subject, default: []].append(
            Span(exception: id, fingerprint: fingerprint, from: from, to: max(from, to)))
    }

    /// When problems of the same name took of the listing that began after one opened.
    func later(than problem: UntouchedProblem, since opened: Instant) -> [Range<Instant>] {
        (spans[problem.fingerprint.subject] ?? []).filter {
            $0.exception != problem.exception && $0.fingerprint == problem.fingerprint && opened < $0.from
        }.map { $0.from..<$0.to }
    }

    /// Whether another problem took of the listing between the opening of one and its end.
    func isShared(_ problem: UntouchedProblem, from opened: Instant, until end: Instant) -> Bool {
        (spans[problem.fingerprint.subject] ?? []).contains {
            $0.exception != problem.exception && $0.from < end && opened < $0.to
        }
    }
}
