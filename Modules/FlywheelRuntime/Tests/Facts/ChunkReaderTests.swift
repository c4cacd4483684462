import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct ChunkReaderTests {
    private let manifest = StageManifest(
        id: "sales", title: "Sales",
        inputs: [
            Stock.feed.deciding(Stock.fulfillable), SuppressedListings.feed.deciding(SuppressedListings.status),
            Orders.feed.helping(Orders.quantity),
        ],
        windows: [Sales.units.last(days: 4)], kinds: [])

    /// The chunks of a store's listings, looked at from noon.
    private func chunks(
        _ store: any Store, for stage: StageManifest? = nil, zone: TimeZoneTable = .utc, asOf: Instant = .noon
    ) throws -> [Chunk] {
        let ledger = FeedLedger(try store.imports(), asOf: asOf)
        let reader = ChunkReader(store: store, ledger: ledger, stages: [stage ?? manifest], kind: .listing)
        return try store.chunks(of: .listing).compactMap { try reader.chunk(at: $0, zone: zone)?.chunk }
    }

    /// The units of the last four days of the first listing, oldest first.
    private func units(_ exports: [Export], zone: TimeZoneTable = .utc) throws -> [Int?] {
        try Array(chunks(store(exports), zone: zone)[0][Sales.units].last(4).row(0))
    }

    private func order(_ number: String, _ units: Int, daysAgo: Double, updatedDaysAgo: Double? = nil) -> FactRow {
        FactRow(
            "A", Orders.order.of(number), Orders.purchased.of(.noon - daysAgo), Orders.quantity.of(units),
            Orders.updated.of(.noon - (updatedDaysAgo ?? daysAgo)))
    }

    /// A file of orders that knows of everything from so many days before today to this morning.
    private func orders(_ rows: [FactRow], since days: Int, at: Instant = .noon) -> Export {
        let span = ImportSummary.Span(from: Instant(startOf: .ago(days)), to: Instant(startOf: .today))
        return Export(feed: Orders.feed, effectiveAt: at, rows: rows, covers: span)
    }

    @Test func ordersAddUpAndCoveredDaysWithoutThemAreZero() throws {
        let file = orders([order("1", 2, daysAgo: 2), order("2", 3, daysAgo: 2), order("3", 9, daysAgo: 0)], since: 3)
        #expect(try units([file]) == [nil, 0, 5, 0])
    }

    @Test func theDailyReportIsBelievedForTheDaysItCovers() throws {
        let file = orders([order("1", 2, daysAgo: 1), order("2", 7, daysAgo: 3)], since: 4)
        let report = Export.sales(["A": 4], days: 2, until: .today, at: .noon - 0.2)
        #expect(try units([file, report]) == [0, 7, 4, 4])
        #expect(try units([report, file]) == [0, 7, 4, 4])
    }

    @Test func importingBothReportsOfTheSameSalesLeavesTheSumsAsTheyWere() throws {
        let report = Export.sales(["A": 4], days: 4, until: .today, at: .noon - 0.2)
        let file = orders((1...4).map { order("\($0)", 4, daysAgo: Double($0)) }, since: 4)
        #expect(try units([report]) == [4, 4, 4, 4])
        #expect(try units([report, file]) == [4, 4, 4, 4])
        #expect(try units([file]) == [4, 4, 4, 4])
    }

    @Test func aCorrectedOrderReplacesTheOldOneAcrossFiles() throws {
        let first = orders([order("1", 5, daysAgo: 2), order("2", 1, daysAgo: 2)], since: 4, at: .noon - 1)
        let second = orders([order("1", 0, daysAgo: 2, updatedDaysAgo: 0.5)], since: 1)
        #expect(try units([first, second]) == [0, 0, 1, 0])
        #expect(try units([second, first]) == [0, 0, 1, 0])
    }

    @Test func aShareIsKnownOnDaysThatSayItAndNowhereElse() throws {
        func row(_ days: Int, _ share: Double?) -> FactRow {
            FactRow(
                "A", DailySales.day.of(.ago(days)), DailySales.units.of(3), DailySales.featuredShare.of(share))
        }
        let span = ImportSummary.Span(from: Instant(startOf: .ago(4)), to: Instant(startOf: .today))
        let daily = Export(
            feed: DailySales.feed, effectiveAt: .noon, rows: [row(4, 0.4), row(3, nil), row(2, 0), row(2, 0.1)],
            covers: span)
        let offers = Export(
            feed: Offers.feed, effectiveAt: .noon - 1, rows: [FactRow("A", Offers.featuredShare.of(0.9))])
        let older = Export(
            feed: Offers.feed, effectiveAt: .noon - 4, rows: [FactRow("A", Offers.featuredShare.of(0.8))])
        let stage = StageManifest(
            id: "shares", title: "Shares", inputs: [Offers.feed.deciding(Offers.ownPrice)],
            windows: [Traffic.featuredShare.last(days: 4)], kinds: [])
        let chunk = try chunks(store([daily, offers, older]), for: stage)[0]
        #expect(
            Array(chunk[Traffic.featuredShare].last(4).row(0)) == [4_000, nil, nil, 9_000],
            "a daily report comes first, an unmentioned day is not zero, and two that differ are unknown")
    }

    @Test func aFileWithoutPageViewsDoesNotSayThatNobodyLooked() throws {
        var sold = Export.sales(["A": 4], days: 4, until: .today, at: .noon - 0.2)
        sold.columns = [DailySales.day.name, DailySales.units.name]
        let row = FactRow(
            "A", DailySales.day.of(.ago(2)), DailySales.units.of(4), DailySales.pageViews.of(7))
        let span = ImportSummary.Span(from: Instant(startOf: .ago(2)), to: Instant(startOf: .today))
        var looked = Export(feed: DailySales.feed, effectiveAt: .noon - 0.1, rows: [row], covers: span)
        looked.columns = sold.columns + [DailySales.pageViews.name]
        let stage = StageManifest(
            id: "looks", title: "Looks", inputs: [], windows: [Traffic.pageViews.last(days: 4)], kinds: [])
        let chunk = try chunks(store([sold, looked]), for: stage)[0]
        #expect(Array(chunk[Traffic.pageViews].last(4).row(0)) == [nil, nil, 7, 0])
    }

    @Test func aBlankCellBesideOthersOfItsRowIsNotZero() throws {
        let day = DailySales.day, (units, views) = (DailySales.units, DailySales.pageViews)
        var report = Export(
            feed: DailySales.feed, effectiveAt: .noon - 0.1,
            rows: [
                FactRow("A", day.of(.ago(3)), units.of(2), views.of(7)),
                FactRow("A", day.of(.ago(2)), units.of(1), views.of(nil)),
                FactRow("B", day.of(.ago(2)), units.of(1), views.of(4)),
            ],
            covers: ImportSummary.Span(from: Instant(startOf: .ago(4)), to: Instant(startOf: .today)))
        report.columns = [day.name, units.name, views.name]
        let stage = StageManifest(
            id: "looks", title: "Looks", inputs: [],
            windows: [Traffic.pageViews.last(days: 4), Sales.units.last(days: 4)], kinds: [])
        let chunk = try chunks(store([report]), for: stage)[0]
        #expect(Array(chunk[Traffic.pageViews].last(4).row(0)) == [0, 7, nil, 0], "a day without a row had none")
        #expect(Array(chunk[Traffic.pageViews].last(4).row(1)) == [0, 0, 4, 0])
        #expect(Array(chunk[Sales.units].last(4).row(0)) == [0, 2, 1, 0])
    }

    @Test func aSnapshotSaysWhatThereWasOnItsDayAndNothingOfOthers() throws {
        let files = [
            Export.stock(["A": 9], at: .noon - 3), .stock(["A": 8], at: .noon - 2.9), .stock(["A": 0], at: .noon - 1),
            .stock(["A": 7], at: .noon),
        ]
        let stage = StageManifest(
            id: "levels", title: "Levels", inputs: manifest.inputs, windows: [Stock.levels.last(days: 4)], kinds: [])
        let chunk = try chunks(store(files), for: stage)[0]
        #expect(Array(chunk[Stock.levels].row(0)) == [nil, 8, nil, 0])
        #expect(chunk[Stock.fulfillable][0] == 7)
    }

    @Test func aLongWindowReachesNoFurtherBackThanItsFiles() throws {
        let stage = StageManifest(
            id: "long", title: "Long", inputs: manifest.inputs, windows: [Sales.units.last(days: 728)], kinds: [])
        for (days, expected) in [(30, 91), (200, 200)] {
            let report = Export.sales(["A": 4], days: days, until: .today, at: .noon)
            let history = try chunks(store([report]), for: stage)[0][Sales.units]
            #expect(history.days.count == expected)
            #expect(history.row(0).compactMap(\.self).count == days)
        }
    }

    @Test func whatBelongsToTheAccountIsThereForItsListings() throws {
        let events = Export(
            feed: Events.feed, effectiveAt: .noon,
            rows: ["Deal day", "Summer sale"].map {
                FactRow("acme", Events.name.of($0), Events.from.of(.ago(9)), Events.to.of(.ago(8)))
            }, marketplace: "A1PA6795UKMFR9")
        let others = Export(
            feed: Events.feed, effectiveAt: .noon,
            rows: [FactRow("zenith", Events.name.of("Fair"), Events.from.of(.ago(9)), Events.to.of(.ago(8)))],
            account: "zenith")
        let stage = StageManifest(
            id: "events", title: "Events", inputs: [Events.feed.helping(Events.name)], kinds: [])
        let chunk = try chunks(store([events, others, .stock(["A": 1], at: .noon)]), for: stage)[0]
        let details = chunk.accountDetails(of: Events.feed)
        #expect(details.starts == [0, 2])
        #expect(details[Events.name] == Values(["Deal day", "Summer sale"]))
    }

    @Test func daysBeforeTheListingWasCreatedAreUnknown() throws {
        let created = Export(
            feed: Catalog.feed, effectiveAt: .noon,
            rows: [FactRow("A", Catalog.opened.of(Instant(startOf: .ago(3)).advanced(bySeconds: 60)))])
        let report = Export.sales(["A": 4], days: 4, until: .today, at: .noon)
        #expect(try units([created, report]) == [nil, nil, 4, 4])
    }

    @Test func daysAreThoseOfTheMarketplace() throws {
        let zone = try pacific()
        // A report of the 17th to the 19th there covers from 08:00Z to 08:00Z.
        let span = ImportSummary.Span(
            from: Instant(startOf: .ago(3)).advanced(bySeconds: 8 * 3_600),
            to: Instant(startOf: .today).advanced(bySeconds: 8 * 3_600 - 1))
        let late = FactRow(
            "A", Orders.order.of("1"), Orders.quantity.of(6),
            Orders.purchased.of(Instant(startOf: .ago(1)).advanced(bySeconds: 7 * 3_600)))
        let file = Export(feed: Orders.feed, effectiveAt: .noon, rows: [late], covers: span)
        #expect(try units([file], zone: zone) == [nil, 0, 6, 0])
        #expect(try units([file]) == [nil, nil, 0, 6], "by universal time the ends of the span are parts of days")
    }

    @Test func onlyTheDaysAskedForByAnyoneAreRead() throws {
        let report = Export.sales(["A": 4], days: 120, until: .today, at: .noon)
        let chunk = try chunks(store([report]))[0]
        #expect(chunk[Sales.units].days == Day.ago(91)..<Day.today)
        #expect(Array(chunk[Sales.units].row(0)) == Array(repeating: 4, count: 91))
    }

    // MARK: Snapshots and rows

    @Test func aChunkHoldsWhatItsStagesAndTheHostRead() throws {
        let chunk = try chunks(
            store([
                .catalog([("A", "P", 1_999), ("B", nil, nil)], at: .noon - 1), .stock(["A": 5, "C": nil], at: .noon),
                .blocked([("B", 50), ("B", 20)], at: .noon), orders([order("1", 2, daysAgo: 1)], since: 4),
            ]))[0]
        #expect(chunk.codes == ["A", "B", "C"])
        #expect(chunk.products == Values(["P", nil, nil]))
        #expect(chunk.asOf == .noon && chunk.today == .today)
        let price = try #require(Currency("USD").map { Money(minorUnits: 1_999, $0) })
        #expect(chunk[Catalog.price] == Values([price, nil, nil]))
        #expect(chunk[Stock.fulfillable] == Values([5, nil, nil]))
        #expect(chunk[Stock.reserved] == Values(unknown: 3), "nobody asked for it")
        let issues = chunk.details(of: SuppressedListings.feed)
        #expect(issues.starts == [0, 0, 2, 2])
        #expect(issues[SuppressedListings.status] == Values(["50", "20"]))
        #expect(chunk.details(of: Orders.feed)[Orders.quantity] == Values([2]))
    }

    @Test func aCompleteSnapshotForgetsWhatItLeavesOutAndAPartialOneDoesNot() throws {
        let first = Export.stock(["A": 5, "B": 6], at: .noon - 1)
        var second = Export.stock(["A": 7], at: .noon - 0.5)
        #expect(try chunks(store([first, second]))[0][Stock.fulfillable] == Values([7, nil]))
        second.isComplete = false
        #expect(try chunks(store([first, second]))[0][Stock.fulfillable] == Values([7, 6]))
    }

    @Test func aMovedListingStandsInOneChunkOnly() throws {
        let chunks = try chunks(
            store(
                [
                    .stock(["A": 1, "B": 2], at: .noon - 1),
                    .catalog([("C", "P", 100), ("A", "P", 200)], at: .noon - 0.5),
                ], rowsPerChunk: 2))
        #expect(chunks.map(\.codes) == [["B"], ["C", "A"]])
        #expect(chunks[1][Stock.fulfillable] == Values([nil, 1]))
    }

    @Test func aChunkWithoutRowsIsNone() throws {
        let chunks = try chunks(
            store(
                [.stock(["A": 1], at: .noon - 1), .catalog([("C", "P", 1), ("A", "P", 2)], at: .noon)], rowsPerChunk: 1)
        )
        #expect(chunks.map(\.codes) == [["C", "A"]])
    }

    @Test func marketplacesAndAccountsDoNotMix() throws {
        var other = Export.stock(["A": 9], at: .noon)
        other.account = "other"
        var abroad = Export.stock(["A": 8], at: .noon)
        abroad.marketplace = "A1PA6795UKMFR9"
        let all = try chunks(store([.stock(["A": 7], at: .noon), other, abroad]))
        #expect(all.map { $0[Stock.fulfillable][0] } == [7, 9, 8])
    }

    @Test func aSurveySeesNothingOfWhatAnotherReadsOfTheSameRows() throws {
        let store: any Store = try store([orders([order("1", 2, daysAgo: 2)], since: 3)])
        let survey = StageSurvey(
            inputs: [], windows: [Sales.units.last(days: 2)], mostChunks: .max, mostHistories: .max,
            look: { [$0[Sales.units].days.count, $0.details(of: Orders.feed).count] }, fit: { _ in "" })
        let other = StageSurvey(
            inputs: [Orders.feed.helping(Orders.status)], windows: [Sales.units.last(days: 3)], mostChunks: .max,
            mostHistories: .max, look: { _ in 0 }, fit: { _ in "" })
        let reader = ChunkReader(
            store: store, ledger: FeedLedger(try store.imports(), asOf: .noon), surveying: [survey, other],
            kind: .listing)
        let place = try #require(try store.chunks(of: .listing).first)
        let chunk = try #require(try reader.chunk(at: place, zone: .utc)).chunk
        #expect(chunk[Sales.units].days.count == 3 && chunk.details(of: Orders.feed).count == 1)
        #expect(survey.summary(of: chunk) as? [Int] == [2, 0])
        #expect(survey.withoutHistory.summary(of: chunk) as? [Int] == [0, 0])
    }

    @Test func aSurveyReadsWhatItAsksForAndNothingElse() throws {
        let stock = Export(
            feed: Stock.feed, effectiveAt: .noon, rows: [FactRow("A", Stock.fulfillable.of(3), Stock.reserved.of(1))])
        let store: any Store = try store([stock, orders([order("1", 2, daysAgo: 2)], since: 3)])
        func reader(
            _ inputs: [FeedInput], _ windows: [SeriesWindow] = [], withoutPast: Bool = false
        ) throws -> ChunkReader {
            let survey = StageSurvey(
                inputs: inputs, windows: windows, mostChunks: .max, mostHistories: .max, look: { _ in 0 },
                fit: { _ in "" })
            return ChunkReader(
                store: store, ledger: FeedLedger(try store.imports(), asOf: .noon),
                surveying: [withoutPast ? survey.withoutHistory : survey], kind: .listing)
        }
        let narrow = try reader([Stock.feed.helping(Stock.fulfillable)])
        let place = try #require(try store.chunks(of: .listing).first)
        let chunk = try #require(try narrow.chunk(at: place, zone: .utc)).chunk
        #expect(narrow.hasSources)
        #expect(chunk[Stock.fulfillable][0] == 3)
        #expect(chunk[Stock.reserved][0] == nil)
        #expect(chunk[Sales.units].count == 0)
        #expect(try !reader([PurchaseOrders.feed.helping(PurchaseOrders.units)]).hasSources)
        #expect(try reader([], [Sales.units.last(days: 2)]).hasSources, "a series has feeds of its own")
        let past = try [false, true].map { withoutPast in
            try reader([Orders.feed.helping(Orders.status)], [Sales.units.last(days: 2)], withoutPast: withoutPast)
                .chunk(at: place, zone: .utc)?.chunk[Sales.units].days.count
        }
        #expect(past == [2, 0])
    }
}
