import FlywheelKit
import FlywheelStore
import Statistics
import Testing

@testable import FlywheelRuntime

/// What was predicted of problems that nobody acted on, against what came.
@Suite struct RiskBacktestTests {
    /// Listings that sell so many a day, each blocked once, and the wheel turned every noon.
    private struct Blocks {
        var units = 10
        /// The percentage that the list of blocked listings claims, and the share of buyers that really stay away.
        var claimed = 50
        var real = 0.5
        /// Days from the first noon on which each listing is blocked.
        var spans = [("A", 0..<6)]
        /// Days turned from the first noon on.
        var turns = 8
        /// Days from the first noon on of which sales are reported, all at their end.
        var reported = 60
        var seed: UInt64?
        /// What is sold from the first noon on, of what was before.
        var rise = 1.0

        func wheel() throws -> Wheel {
            var random = seed.map { SplitMix64(seed: $0) }
            let codes = spans.map(\.0)
            var wheel = Wheel(
                store: try store([.catalog(codes.map { ($0, nil, 1_000) }, at: .noon - 0.2)]),
                stages: [InstalledStage(BlockedStage.self), InstalledStage(SeasonStage.self)])
            wheel.settings.currency = Currency("USD")
            func sell(_ days: Range<Int>) throws {
                let rows = days.flatMap { day in
                    spans.map { code, span in
                        let mean = Double(units) * (span.contains(day) ? 1 - real : 1) * (day < 0 ? 1 : rise)
                        let sold = random == nil ? Int(mean) : random?.buyers(mean) ?? 0
                        return FactRow(code, DailySales.day.of(.ago(-day)), DailySales.units.of(sold))
                    }
                }
                let (from, to) = (Day.ago(-days.lowerBound), Day.ago(-days.upperBound))
                let span = ImportSummary.Span(
                    from: Instant(startOf: from), to: Instant(startOf: to).advanced(bySeconds: -1))
                try Export(
                    feed: DailySales.feed, effectiveAt: Instant(startOf: to) + 0.1, rows: rows, covers: span
                ).keep(in: wheel.store)
            }
            try sell(-60..<0)
            for day in 0..<turns {
                let noon = Instant.noon + Double(day)
                try Export.blocked(spans.filter { $0.1.contains(day) }.map { ($0.0, claimed) }, at: noon - 0.1)
                    .keep(in: wheel.store)
                try wheel.turn(at: noon)
            }
            try sell(0..<reported)
            return wheel
        }
    }

    private func backtest(_ wheel: Wheel, days: Double = 61) throws -> RiskBacktest {
        try RiskBacktest(
            wheel.store, currency: try #require(Currency("USD")), asOf: .noon + days, zones: wheel.zones)
    }

    @Test func oneProblemIsWhatCountingByHandSays() throws {
        let wheel = try Blocks().wheel()
        let loss = try #require(try backtest(wheel).losses.first)
        // Ten a day at 10.00, half of them lost; whole days from the one after it opened to the one before it was last seen.
        #expect(loss.whileLasting == UntouchedLoss.Pair(days: 4, predicted: 20_000, came: 20_000))
        let outcome = try #require(try wheel.store.outcomes().first)
        let terms = try RiskTerms(bytes: outcome.termsAtOpen)
        // From the day it opened to the one on which it was seen to be over.
        #expect(loss.overHorizon == UntouchedLoss.Pair(days: 6, predicted: try #require(terms.atRisk), came: 30_000))
        #expect(loss.unknownDays == 0 && loss.isCovered != nil)
    }

    @Test func daysThatSellMoreLoseMore() throws {
        let wheel = try Blocks(units: 20, spans: [("S", 0..<6)], rise: 1.5).wheel()
        let loss = try #require(try backtest(wheel).losses.first)
        // Ten in an ordinary week and three times as much in this one, at 10.00, half of them lost.
        #expect(loss.whileLasting == UntouchedLoss.Pair(days: 4, predicted: 60_000, came: 60_000))
        #expect(loss.overHorizon?.came == 90_000)
    }

    @Test func aDayNobodyReportedIsInNeither() throws {
        var blocks = Blocks(spans: [("A", 0..<6), ("B", 0..<0)])
        blocks.turns = 8
        let wheel = try blocks.wheel()
        // What the report of the third day said of A cannot be read.
        var file = Export.sales(["B": 10], days: 1, until: .ago(-3), at: .noon + 70)
        file.unread = ["A"]
        file.rows.append(FactRow("A", DailySales.day.of(.ago(-2)), DailySales.units.of(nil)))
        try file.keep(in: wheel.store)
        let loss = try #require(try backtest(wheel, days: 71).losses.first)
        #expect(loss.whileLasting == UntouchedLoss.Pair(days: 3, predicted: 15_000, came: 15_000))
        #expect(loss.overHorizon == nil && loss.unknownDays == 1)
    }

    /// Foreseen on the first noon, taken back on the second, and blocked by half from the tenth day to the fourteenth.
    @Test func whatLapsedAndBeganAllTheSameLostWhatItLost() throws {
        let rollout = try Rollout(listings: 4)
        var wheel = rollout.wheel
        wheel.settings.currency = Currency("USD")
        for (day, percent) in [(0, -50), (1, nil), (10, 50), (14, nil)] {
            let issues = percent.map { [(listing: 3, code: "c", percent: $0)] } ?? []
            try rollout.report(issues, at: .noon + Double(day) - 0.1, since: .ago(-day))
            try wheel.turn(at: .noon + Double(day))
        }
        let code = Rollout.codes([3])[0]
        for day in 0..<60 {
            let sold = (10..<14).contains(day) ? 2 : 4
            try Export.sales([code: sold], days: 1, until: .ago(-day - 1), at: .noon + 60).keep(in: wheel.store)
        }
        let losses = try backtest(wheel).losses
        let foreseen = try #require(losses.first { $0.opened == .noon })
        #expect(losses.count == 2 && foreseen.whileLasting == nil)
        // Four days, two units of 10.00 each.
        #expect(foreseen.overHorizon?.days == 4 && foreseen.overHorizon?.came == 8_000)
    }

    @Test func aHorizonThatIsNotOverSaysNothingYet() throws {
        let loss = try #require(try backtest(try Blocks(reported: 20).wheel(), days: 21).losses.first)
        #expect(loss.whileLasting != nil && loss.overHorizon == nil && loss.isCovered == nil)
    }

    @Test func whatStillStandsLostForAllOfTheHorizon() throws {
        let wheel = try Blocks(spans: [("A", 0..<6), ("B", 0..<60)]).wheel()
        let losses = try backtest(wheel).losses
        let standing = try #require(losses.first { $0.fingerprint.subject.code == "B" })
        #expect(losses.count == 2 && standing.ended == nil && standing.whileLasting == nil)
        // Ten a day at 10.00, half of them lost, for thirty days.
        #expect(standing.overHorizon?.days == 30 && standing.overHorizon?.came == 150_000)
    }

    @Test func whatSoldBetterThanItsBaselineCountsAgainstTheLoss() throws {
        let loss = try #require(try backtest(try Blocks(real: -0.5).wheel()).losses.first)
        #expect(loss.whileLasting?.came == -20_000)
    }

    @Test func whatSomebodyActedOnIsNotCompared() throws {
        let wheel = try Blocks(turns: 3).wheel()
        let id = try #require(try exception(of: "blocked", on: "A", in: wheel.store)).id
        try Workbench(wheel.store, plan: Plan(wheel.stages), actor: Actor(.person, "ann"), now: .noon + 2.1).claim(id)
        try Export.blocked([], at: .noon + 2.9).keep(in: wheel.store)
        try wheel.turn(at: .noon + 3)
        let backtest = try backtest(wheel)
        #expect(try wheel.store.outcomes().count == 1)
        #expect(backtest.losses.isEmpty && backtest.leftOut.isEmpty && backtest.all.whileLasting.ratio == nil)
    }

    @Test func whatCannotBeComparedIsCountedByReason() throws {
        let wheel = try Blocks(spans: [("A", 0..<6), ("B", 0..<1)], turns: 3).wheel()
        let euro = try #require(Currency("EUR"))
        let other = try RiskBacktest(wheel.store, currency: euro, asOf: .noon + 61, zones: wheel.zones)
        #expect(other.losses.isEmpty && other.leftOut == [.otherCurrency: 2])
        // B was seen once, A still stands, and the horizon is not over: there is no day to compare.
        #expect(try backtest(wheel, days: 10).leftOut == [.noDays: 2])
    }

    /// Forty-five listings, each blocked for three to twelve days, with buyers at random.
    private func simulated(claimed: Int, real: Double, seed: UInt64) throws -> RiskBacktest {
        var random = SplitMix64(seed: seed)
        let spans = (0..<45).map { listing in
            let first = Int.random(in: 0..<8, using: &random)
            return ("L\(listing)", first..<first + Int.random(in: 4...12, using: &random))
        }
        return try backtest(
            try Blocks(units: 40, claimed: claimed, real: real, spans: spans, turns: 22, seed: seed).wheel())
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>) func aShareThatIsRightGivesARatioOfOne(seed: UInt64) throws {
        let all = try simulated(claimed: 60, real: 0.6, seed: seed).all.whileLasting
        let ratio = try #require(all.ratio)
        #expect(all.problems >= 40)
        #expect(abs(ratio.value - 1) < 0.05, "\(ratio)")
        #expect(ratio.low < ratio.value && ratio.value < ratio.high)
        #expect(all.deciles.count == 10 && all.deciles.map(\.problems).reduce(0, +) == all.problems)
        #expect(all.deciles.map(\.predicted).reduce(0, +) == all.predicted)
    }

    @Test func anInflatedShareIsSeen() throws {
        let ratio = try #require(try simulated(claimed: 90, real: 0.6, seed: 4).all.whileLasting.ratio)
        #expect(abs(ratio.value - 0.6 / 0.9) < 0.05 && ratio.high < 0.8)
    }

    @Test func fewerThanThirtyAreInconclusive() throws {
        func score(_ count: Int) -> LossScore {
            LossScore((0..<count).map { (Int64($0), UntouchedLoss.Pair(days: 1, predicted: 100, came: 80)) })
        }
        #expect(score(29).ratio == nil && score(29).deciles.isEmpty && score(29).predicted == 2_900)
        let ratio = score(30).ratio
        #expect(ratio?.value == 0.8 && ratio?.low == 0.8 && ratio?.high == 0.8)
        #expect(
            LossScore((0..<40).map { (Int64($0), UntouchedLoss.Pair(days: 1, predicted: 0, came: 5)) }).ratio == nil)
    }
}

extension SplitMix64 {
    /// Buyers at random, so many on average: normal with the mean as variance, which a Poisson number of more than a dozen is
    /// close to. The sum of twelve uniform numbers stands for a normal one.
    fileprivate mutating func buyers(_ mean: Double) -> Int {
        let normal = (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &self) }
        return max(0, Int((mean + mean.squareRoot() * normal).rounded()))
    }
}
