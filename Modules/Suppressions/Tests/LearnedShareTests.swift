import FlywheelKit
import Statistics
import Testing

@testable import Suppressions

/// A listing hidden from search some days ago, with what it sold.
private struct Hidden {
    var days = 10
    var unitsADayBefore = [4]
    var unitsADayDuring = [1]
    var category: String? = "MUG"

    /// Sales of the last 60 days, the oldest first.
    var units: [Int?] {
        (0..<60).map { day in
            day < 60 - days
                ? unitsADayBefore[day % unitsADayBefore.count] : unitsADayDuring[day % unitsADayDuring.count]
        }
    }
}

private func chunk(_ hidden: [Hidden], asOf: Instant = asOf) -> ChunkBuilder {
    let listings = hidden.indices.map { "SKU-\($0)" }
    let lines = hidden.enumerated().map { index, listing in
        Line(
            sku: "SKU-\(index)", status: "Search Suppressed", code: "90220",
            since: today.advanced(by: -listing.days))
    }
    var builder = report(lines, listings: listings, asOf: asOf)
    builder.set(Catalog.category, hidden.map(\.category))
    builder.set(Sales.units, hidden.map(\.units))
    return builder
}

private func fit(_ chunks: Chunk..., after model: SuppressionsModel = SuppressionsModel()) -> SuppressionsModel {
    var survey = SuppressionsSurvey()
    for chunk in chunks { SuppressionsStage.survey(chunk, into: &survey) }
    return SuppressionsStage.fit(survey, after: model)
}

private func share(_ model: SuppressionsModel, category: String = "MUG") -> LearnedShare {
    model.searchShare(prior: 0.75, marketplace: "ATVPDKIKX0DER", category: category)
}

@Suite struct LearnedShareTests {
    @Test func knowsThePriorAloneWhereNothingWasSeen() {
        let share = share(SuppressionsModel())
        #expect(share.value == 0.75 && share.observed == nil && share.episodes == 0)
        #expect(share.low == 0.6 && share.high == 0.9)
    }

    @Test func movesFromThePriorTowardsWhatWasSeenByItsPrecision() {
        // 112 units in 28 days expect 28 in a week; 14 were sold, so half was lost.
        let half = Hidden(unitsADayDuring: [2])
        let one = share(fit(chunk([half]).build()))
        let many = share(fit(chunk([Hidden](repeating: half, count: 30)).build()))
        #expect(one.observed == 0.5 && one.episodes == 1)
        #expect((0.55...0.7).contains(one.value), "one listing settles nothing: \(one.value)")
        #expect((0.5...0.52).contains(many.value), "thirty do: \(many.value)")
        #expect(many.high - many.low < one.high - one.low)
    }

    @Test func weighsTheFirstEpisodeAsTheFormulaSays() throws {
        // kept k = 14/28; V = 28 (k + k²·7/28) + 28²·0.1² = 15.75 + 7.84; precision = 28²/V = 33.234.
        let seen = try #require(fit(chunk([Hidden(unitsADayDuring: [2])]).build()).searchShares.first)
        #expect(abs(seen.kept - 0.5) < 1e-12)
        #expect(abs(seen.precision - 784 / 23.59) < 1e-9)
        // The prior's precision is (z₀.₉ / 0.15)² = 72.994; (72.994 · 0.75 + 33.234 · 0.5) / 106.228 = 0.672.
        #expect(LearnedShare(prior: 0.75, category: "MUG", seen: seen).value == 0.67)
    }

    @Test func learnsEachCategoryApart() {
        let model = fit(
            chunk([Hidden(unitsADayDuring: [2]), Hidden(unitsADayDuring: [0], category: "TOY"), Hidden(category: nil)])
                .build())
        #expect(model.searchShares.map(\.category) == ["", "MUG", "TOY"])
        #expect(share(model).value < 0.75 && share(model, category: "TOY").value > 0.75)
        #expect(share(model, category: "LAMP").value == 0.75)
    }

    @Test func takesAnEpisodeOnceAndNeverAgain() {
        let first = fit(chunk([Hidden()]).build())
        #expect(first.episodes.count == 1)
        #expect(fit(chunk([Hidden()]).build(), after: first) == first)
        let corrected = chunk([Hidden(unitsADayDuring: [3])]).build()
        #expect(fit(corrected, after: first) == first, "later sales change no claim")
        let again = chunk([Hidden(days: 20)]).build()
        #expect(fit(again, after: first) == first, "its own enforcement is not what a listing usually sells")
        #expect(fit(chunk([]).build(), after: first) == first, "what has ended is remembered")
    }

    @Test(arguments: [7, 8, 31, 32, 45])
    func waitsForAWholeWeekAndForgetsNoneThatCameInTime(days: Int) {
        let episodes = fit(chunk([Hidden(days: days)]).build()).episodes
        #expect(episodes.count == ((8...45).contains(days) ? 1 : 0))
    }

    @Test func takesNothingFromWhatElseWasDone() {
        func episodes(_ change: (inout ChunkBuilder) -> Void) -> Int {
            var builder = chunk([Hidden()])
            change(&builder)
            return fit(builder.build()).episodes.count
        }
        #expect(episodes { _ in } == 1)
        #expect(
            episodes { builder in
                var stock = [Int?](repeating: 9, count: 60)
                stock[56] = 0
                builder.set(Stock.levels, [stock])
            } == 0, "the week was short of stock")
        #expect(
            episodes { builder in
                var units = Hidden().units
                units[55] = nil
                builder.set(Sales.units, [units])
            } == 0, "a day of the week is not known")
        #expect(
            episodes { $0.set(Sales.units, [[Int?](repeating: 0, count: 60)]) } == 0, "nothing sold, nothing learned")
    }

    @Test(arguments: [(nil, 0), (-10, 0), (-3, 0), (-2, 1), (0, 1)] as [(Int?, Int)])
    func takesNothingFromAWeekInWhichTheListingWasBlockedAsWell(blockedSince: Int?, episodes: Int) {
        var builder = report([
            Line(status: "Search Suppressed", code: "1", since: today.advanced(by: -10)),
            Line(status: "Listing Suppressed", code: "2", since: blockedSince.map { today.advanced(by: $0) }),
        ])
        builder.set(Sales.units, [Hidden().units])
        #expect(fit(builder.build()).episodes.count == episodes)
    }

    @Test func namesPriorObservationsAndWhatFollowsInTheEvidence() throws {
        let facts = chunk([Hidden](repeating: Hidden(unitsADayDuring: [2]), count: 3)).build()
        let stage = SuppressionsStage(knobs: SuppressionsKnobs(), model: fit(facts))
        var signals = SignalPort()
        var findings = Findings<SuppressionEvidence>()
        stage.detect(in: facts, signals: &signals, into: &findings)
        let evidence = try #require(findings.all.first).evidence
        let learned = try #require(evidence.searchShare)
        #expect(learned.prior == 0.75 && learned.observed == 0.5 && learned.episodes == 3)
        #expect(evidence.lossShare == learned.value && learned.value < 0.65)
        #expect(stage.exposure(of: evidence).loss == .dailyShare([learned.value]))
        #expect(signals.column(ListingAvailability.self)?[0]?.blockedShare == learned.value)
        let unknowns = stage.resolve(evidence).suggestion?.unknowns ?? []
        #expect(unknowns.contains { $0.contains("3 like it lost 50 %") })
    }
}

/// Many categories whose true share is known: how near the learned share comes, and how often its interval holds it.
@Suite struct LearnedShareSimulation {
    /// - Parameters:
    ///   - shares: where the true shares lie, one a run: not all on one hundredth, to which bounds are rounded.
    ///   - listings: how many of a category were hidden.
    ///   - spread: how far their own shares lie from the category's.
    private func simulate(
        shares: ClosedRange<Double>, listings: Int, spread: Double, unitsADay: ClosedRange<Double>, runs: Int,
        seed: UInt64
    ) -> (error: Double, covered: Double) {
        var random = SplitMix64(seed: seed)
        var (sum, held) = (0.0, 0)
        for _ in 0..<runs {
            let truth = shares.lowerBound + random.uniform() * (shares.upperBound - shares.lowerBound)
            let episodes = (0..<listings).compactMap { index -> SearchEpisode? in
                let rate = unitsADay.lowerBound + random.uniform() * (unitsADay.upperBound - unitsADay.lowerBound)
                let own = min(1, max(0, truth + spread * random.normal()))
                let before = random.poisson(28 * rate)
                guard before >= SearchEpisode.fewestUnits else { return nil }
                return SearchEpisode(
                    account: "a", marketplace: "m", listing: "\(index)", category: "", since: today,
                    unitsBefore: before, daysBefore: 28, unitsDuring: random.poisson(7 * rate * (1 - own)))
            }
            let learned = SuppressionsModel(episodes: episodes).searchShare(
                prior: 0.75, marketplace: "m", category: "")
            sum += learned.value - truth
            if learned.low <= truth, truth <= learned.high { held += 1 }
        }
        return (sum / Double(runs), Double(held) / Double(runs))
    }

    @Test(arguments: [20, 60, 200], [1, 2, 3] as [UInt64])
    func recoversATrueShareWithinItsInterval(listings: Int, seed: UInt64) {
        let (error, covered) = simulate(
            shares: 0.59...0.61, listings: listings, spread: 0.1, unitsADay: 1...12, runs: 1_000, seed: seed)
        #expect(abs(error) < 0.02, "\(error)")
        #expect((0.75...0.85).contains(covered), "\(covered)")
    }

    /// The prior says 0.1; where listings lie further apart their scatter says so, and where they do not the interval is on
    /// the wide side.
    @Test(arguments: [(0, 0.80...0.95), (0.2, 0.75...0.85)])
    func holdsItsIntervalWhereListingsLieNearerOrFurther(spread: Double, range: ClosedRange<Double>) {
        let (error, covered) = simulate(
            shares: 0.59...0.61, listings: 60, spread: spread, unitsADay: 1...12, runs: 1_000, seed: 4)
        #expect(abs(error) < 0.02, "\(error)")
        #expect(range.contains(covered), "\(covered)")
    }
}
