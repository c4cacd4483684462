import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Testing

@testable import FlywheelRuntime

/// What is published of the days past and ahead, in the money of every row.
@Suite struct SeasonTests {
    /// A listing with a season and one without, alike in all else.
    private func wheel(
        _ more: [Export] = [], blocked: [(String, Int)] = [("O", 100), ("S", 100)], rowsPerChunk: Int = 100
    ) throws -> Wheel {
        Wheel(
            store: try store(
                [
                    .catalog([("O", nil, 1_000), ("S", nil, 1_000)], at: .noon),
                    .sales(["O": 6, "S": 6], days: 60, until: .today, at: .noon), .blocked(blocked, at: .noon),
                ] + more, rowsPerChunk: rowsPerChunk),
            stages: [
                InstalledStage(AskStage.self), InstalledStage(BlockedStage.self), InstalledStage(SeasonStage.self),
            ])
    }

    private func terms(_ wheel: Wheel, _ code: String) throws -> RiskTerms {
        let entry = try #require(try wheel.queue().first { $0.exception.fingerprint.subject.code == code })
        return try RiskTerms(bytes: entry.terms)
    }

    @Test func aDayCountsForAsManyOrdinaryOnesAsItSells() throws {
        let wheel = try wheel()
        try wheel.turn()
        let ordinary = try terms(wheel, "O")
        let seasonal = try terms(wheel, "S")
        let (plain, own) = (try #require(ordinary.listings.first), try #require(seasonal.listings.first))
        #expect(plain.season == nil && plain.unitsPerDay.description == "6.00")
        #expect(own.unitsPerDay.description == "3.00", "twice as much was sold of late as in an ordinary week")
        let season = try #require(own.season)
        #expect(season.weeks.map(\.description) == ["3.00", "2.8765", "2.7531", "2.6297", "2.5062"])
        let days = seasonal.lasting.enumerated().reduce(0) { $0 + $1.element * season.weeks[$1.offset / 7].value }
        #expect(abs(own.days.value - days) < 0.000_1)
        #expect(abs(Double(own.amount.minorUnits) - 3 * 1_000 * own.days.value) <= 0.5)
        #expect(try #require(seasonal.atRisk) > #require(ordinary.atRisk) * 5 / 4)
    }

    /// A deal that emptied the shelf: nobody could buy on the other days of its week.
    @Test func daysOfADealCountForThemselvesAndNotForTheirWeek() throws {
        let sold = (1...60).map { back in
            FactRow(
                "D", DailySales.day.of(.ago(back)), DailySales.units.of(back < 6 ? 0 : back < 8 ? 10 : 1))
        }
        let whole = Export.sales([:], days: 60, until: .today, at: .noon)
        let wheel = Wheel(
            store: try store([
                .catalog([("D", nil, 1_000)], at: .noon),
                Export(feed: whole.feed, effectiveAt: .noon, rows: sold, covers: whole.covers),
                Export(
                    feed: SuppressedListings.feed, effectiveAt: .noon,
                    rows: [FactRow("D", SuppressedListings.status.of("100"), SuppressedListings.since.of(.ago(5)))]),
            ]), stages: [InstalledStage(BlockedStage.self), InstalledStage(SeasonStage.self)])
        try wheel.turn()
        let listing = try #require(try terms(wheel, "D").listings.first)
        #expect(listing.basis.blockedDays == 5 && listing.basis.goodDays == 55)
        #expect(listing.unitsPerDay.description == "1.00" && listing.season == nil)
    }

    @Test func theSKUsOfAProductHaveTheSeasonOfTheFirst() {
        let (one, other) = (SeasonStage.season, SeasonStage.deal)
        let seasons = ChunkSeasons([nil, one, other, one], horizon: 30)
        #expect(seasons.shared(by: [0, 2, 1])?.published == other)
        #expect(seasons.shared(by: [0, 1, 2])?.published == one && seasons.shared(by: [0]) == nil)
    }

    @Test func ofASeasonThatCannotBeNothingCounts() {
        let season = SeasonStage.season
        var ahead = season.ahead
        ahead[15] = 1_001
        let wrong = DemandSeason(past: season.past, ahead: ahead)
        let seasons = ChunkSeasons([wrong, season, nil, wrong, season], horizon: 30)
        #expect((0..<5).map { seasons[$0]?.published } == [nil, season, nil, nil, season])
    }

    @Test func bytesSayItAndDamagedOnesNeverTrap() throws {
        let wheel = try wheel()
        try wheel.turn()
        let terms = try terms(wheel, "S")
        #expect(try RiskTerms(bytes: terms.bytes) == terms)
        let amounts = try RiskTerms.Amounts(bytes: terms.bytes)
        #expect(amounts.inTotal == terms.inTotal && amounts.avoidable == terms.avoidable)
        let entry = try #require(try wheel.queue().first { $0.exception.fingerprint.subject.code == "S" })
        for place in terms.bytes.indices {
            for bit in 0..<8 {
                var damaged = terms.bytes
                damaged[place] ^= 1 << UInt8(bit)
                var row = entry.row
                row.terms = damaged
                _ = try? ListingClaims(of: QueueEntry(row: row, exception: entry.exception), among: [])
            }
        }
    }

    @Test func whatReachesFurtherTakesEachListingsSeason() throws {
        for rowsPerChunk in [1, 100] {
            var account = Export.blocked([("O", 100)], at: .noon)
            account.rows[0].cells[SuppressedListings.reason.name] = SuppressedListings.reason.of("account").data
            var wheel = try wheel(rowsPerChunk: rowsPerChunk)
            try wheel.turn()
            let alone = try #require(try terms(wheel, "S").listings.first)
            wheel = Wheel(
                store: try store(
                    [
                        .catalog([("O", nil, 1_000), ("S", nil, 1_000)], at: .noon),
                        .sales(["O": 6, "S": 6], days: 60, until: .today, at: .noon), account,
                    ], rowsPerChunk: rowsPerChunk),
                stages: wheel.stages)
            try wheel.turn()
            let reached = try #require(try terms(wheel, "O").listings.first { $0.code == "S" })
            #expect(reached.season == alone.season && reached.amount == alone.amount)
        }
    }

    @Test func whatEndsWithATicketCountsItsDaysAlike() throws {
        let wheel = try wheel([.tickets([("T1", "S", nil, nil, .noon)], at: .noon)])
        try wheel.turn()
        #expect(try terms(wheel, "T1").atRisk == terms(wheel, "S").listings.first?.listingTotal.minorUnits)
    }

    @Test func theIntervalLiesAroundTheAmount() throws {
        let wheel = try wheel()
        try wheel.turn()
        let entry = try #require(try wheel.queue().first { $0.exception.fingerprint.subject.code == "S" })
        let terms = try entry.riskTerms()
        let (low, high, atRisk) = (try #require(terms.low), try #require(terms.high), try #require(terms.atRisk))
        #expect(low < atRisk && atRisk < high)
        let season = try #require(terms.listings.first?.season)
        #expect(high <= Int64(3 * 1_000 * season.days(30).reduce(0, +) * 1.5))
    }

    @Test func tiersGoByWhatTheComingWeeksSell() throws {
        let codes = ["O"] + (1...8).map { "S\($0)" }
        let wheel = Wheel(
            store: try store([
                .catalog(codes.map { ($0, nil, 1_000) }, at: .noon),
                .sales(Dictionary(uniqueKeysWithValues: codes.map { ($0, 6) }), days: 60, until: .today, at: .noon),
            ]),
            stages: [InstalledStage(SeasonStage.self)])
        try wheel.turn()
        let tiers = try wheel.tiers()
        // All sold the same of late; nine tenths of what will be sold are the others'.
        #expect(tiers["S1"] == "A" && tiers["O"] == "B")
    }
}
