import Assessment
import FlywheelKit
import Statistics
import Testing

/// Histories for tests: small ones by hand, and random ones.
enum Years {
    static let start = Instant(seconds: 1_800_000_000)

    static func day(_ days: Double) -> Instant { start.advanced(byDays: days) }

    /// A history of so many days with a turn at the end of each, and nothing else in it.
    static func quiet(days: Int) throws -> WorkHistory {
        var history = WorkHistory(
            from: start, until: day(Double(days)), currency: try #require(Currency("EUR")),
            workflows: [
                InstalledWorkflow(id: "inventory", title: "Inventory", kinds: ["out-of-stock"]),
                InstalledWorkflow(id: "pricing", title: "Pricing", kinds: ["price-gap"]),
            ])
        history.kinds = ["out-of-stock", "price-gap"]
        history.causes = ["late-order", "other", "unknown"]
        history.people = ["ana", "ben"]
        history.accounts = ["north", "south"]
        history.subjects = ["SKU-1", "SKU-2", "SKU-3"]
        history.turns = (1...days).map { TurnMeasures(id: Int64($0), at: day(Double($0))) }
        return history
    }

    /// A problem seen on a day.
    static func problem(_ id: Int64, seen: Double, _ change: (inout Problem) -> Void = { _ in }) -> Problem {
        var problem = Problem(
            id: id, workflow: 0, kind: 0, subject: 0, identity: UInt64(id), detected: day(seen))
        change(&problem)
        return problem
    }

    /// A random history in which everything occurs that can.
    static func random(seed: UInt64, problems: Int, days: Int) throws -> WorkHistory {
        var numbers = SplitMix64(seed: seed)
        var history = try quiet(days: days)
        history.turns = history.turns.map { turn in
            var turn = turn
            turn.feeds = 5
            turn.freshFeeds = .random(in: 0...5, using: &numbers)
            turn.listings = .random(in: 90...110, using: &numbers)
            turn.watched = .random(in: 50...90, using: &numbers)
            turn.stockKnown = .random(in: 0...90, using: &numbers)
            turn.stockedOut = turn.stockKnown / 9
            let kinds = ["inventory": "out-of-stock", "pricing": "price-gap"].mapValues { kind in
                numbers.chance(0.9)
                    ? [kind: TurnMeasures.Open(count: 2, unpriced: 1, atRisk: .random(in: 0...99_999, using: &numbers))]
                    : [:]
            }
            turn.openAtRisk = kinds.values.flatMap(\.values).reduce(0) { $0 + $1.atRisk }
            turn.openKinds = numbers.chance(0.9) ? kinds : nil
            turn.heroFeaturedShare = numbers.chance(0.7) ? .random(in: 0...1, using: &numbers) : nil
            turn.weekRevenue = numbers.chance(0.8) ? .random(in: 1...99_999_999, using: &numbers) : nil
            turn.weekListings = turn.listings
            turn.weekUnits = turn.weekRevenue.map { Double($0 / 1_000) }
            turn.staffHours = numbers.chance(0.8) ? .random(in: 20...200, using: &numbers) : nil
            return turn
        }
        history.problems = (1...Int64(problems)).map { random($0, history, &numbers) }
        return history
    }

    private static func random(_ id: Int64, _ history: WorkHistory, _ numbers: inout SplitMix64) -> Problem {
        let length = history.until.seconds - start.seconds
        func later(_ than: Instant, _ days: ClosedRange<Double>) -> Instant? {
            let moment = than.advanced(byDays: .random(in: days, using: &numbers))
            return moment <= history.until ? moment : nil
        }
        var problem = Problem(
            id: id, workflow: .random(in: 0...1, using: &numbers), kind: .random(in: 0...1, using: &numbers),
            subject: .random(in: 0...2, using: &numbers), identity: .random(in: 0...50, using: &numbers),
            source: numbers.chance(0.1) ? .person : .stage,
            detected: start.advanced(bySeconds: .random(in: 0...length, using: &numbers)))
        problem.account = numbers.chance(0.9) ? .random(in: 0...1, using: &numbers) : nil
        problem.tier = [.a, .b, .c, nil].randomElement(using: &numbers) ?? nil
        problem.onset = numbers.chance(0.6) ? later(problem.detected, -3...0.1) : nil
        problem.predicted = numbers.chance(0.3) ? problem.detected : nil
        problem.due = numbers.chance(0.8) ? problem.detected.advanced(byDays: .random(in: 0...5, using: &numbers)) : nil
        problem.claimed = numbers.chance(0.7) ? later(problem.detected, 0...3) : nil
        problem.worker = problem.claimed == nil ? nil : .random(in: 0...1, using: &numbers)
        if problem.predicted != nil, numbers.chance(0.5) { problem.cameTrue = later(problem.detected, 0...2) }
        problem.notFixed = numbers.chance(0.1) ? 1 : 0
        if problem.notFixed > 0 { problem.refuted = later(problem.claimed ?? problem.detected, 0...4) }
        problem.atRiskAtEnd = numbers.chance(0.9) ? .random(in: 0...500_000, using: &numbers) : nil
        guard numbers.chance(0.8), let ended = later(problem.claimed ?? problem.detected, 0...20) else {
            return problem
        }
        problem.ended = ended
        if problem.worker != nil, numbers.chance(0.8) {
            problem.closer = problem.worker
            problem.cause = numbers.chance(0.8) ? .random(in: 0...2, using: &numbers) : nil
            problem.touchMinutes = numbers.chance(0.8) ? .random(in: 1...90, using: &numbers) : nil
            problem.verified = later(ended, 0...7)
            problem.isVerified = problem.verified != nil && numbers.chance(0.8) ? true : nil
            problem.verdict = [.actionable, .actionable, .known, .noise, nil].randomElement(using: &numbers) ?? nil
        } else {
            problem.verdict = problem.cameTrue == nil && problem.predicted != nil ? .didNotHappen : .selfCleared
        }
        let earlier = Int64.random(in: 1...max(1, id - 1), using: &numbers)
        if earlier < id, numbers.chance(0.2) { problem.repeatOf = earlier }
        if earlier < id, numbers.chance(0.1) { problem.regressionOf = earlier }
        return problem
    }
}

extension SplitMix64 {
    fileprivate mutating func chance(_ probability: Double) -> Bool { .random(in: 0..<1, using: &self) < probability }
}
