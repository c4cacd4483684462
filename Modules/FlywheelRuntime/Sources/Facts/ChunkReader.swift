import Calendars
import FlywheelKit
import FlywheelStore

/// Puts chunks together from what imports brought: the newest of each snapshot, the newest version of each log entry.
struct ChunkReader {
    let store: any FactStore
    let ledger: FeedLedger
    let inputs: [FeedInput]
    /// What is read of the account that the rows belong to.
    private let accountInputs: [FeedInput]
    let windows: [SeriesWindow]
    /// Whether anybody asks what currencies are worth in others.
    let readsRates: Bool
    /// What they are worth; nothing where nobody asks.
    var rates = ExchangeRates.none
    /// What is taken of sales.
    var terms = StatedTerms()
    /// What stages are told of days that are over; nothing where nobody detects anything.
    var pastBlocks: PastBlocks?
    /// Which listings sell from one stock; nothing where no stage decides by it.
    var stockPools: StockPools?

    /// What the given stages and the host itself read of rows of a kind.
    ///
    /// - Parameter measured: what is read besides, to tell how the business stands.
    init(
        store: any FactStore, ledger: FeedLedger, stages: [StageManifest], kind: Subject.Kind,
        measured: [FeedInput] = []
    ) {
        self.store = store
        self.ledger = ledger
        let host = kind == .listing ? Self.hostInputs : []
        inputs = Self.union((stages.flatMap(\.inputs) + measured).filter { $0.feed.subject == kind } + host)
        let all = stages.flatMap(\.inputs)
        accountInputs = kind == .account ? [] : Self.ofAccounts(all)
        readsRates = Self.asksForRates(all)
        windows = Self.union(stages.flatMap(\.windows) + (kind == .listing ? Self.hostWindows : []))
    }

    /// What surveys read of rows of a kind, and nothing beyond.
    init(store: any FactStore, ledger: FeedLedger, surveying surveys: [StageSurvey], kind: Subject.Kind) {
        self.store = store
        self.ledger = ledger
        let all = surveys.flatMap(\.inputs)
        inputs = Self.union(all.filter { $0.feed.subject == kind })
        accountInputs = kind == .account ? [] : Self.ofAccounts(all)
        readsRates = Self.asksForRates(all)
        windows = Self.union(surveys.flatMap(\.windows))
    }

    /// Whether stages look for problems in what is read, and not merely survey or measure it.
    private var isDetecting: Bool { pastBlocks != nil }

    /// Whether anybody ever brought what is read here.
    var hasSources: Bool {
        let series = windows.flatMap(\.series.sources).compactMap { Self.feed(of: $0, in: inputs) }
        return (inputs.map(\.feed) + series).contains { !ledger.sourcesForAll(of: $0).isEmpty }
    }

    /// What is asked for and nothing else: nothing of the account.
    init(store: any FactStore, ledger: FeedLedger, inputs: [FeedInput], windows: [SeriesWindow]) {
        self.store = store
        self.ledger = ledger
        self.inputs = Self.union(inputs.filter { $0.feed.key != Rates.feed.key })
        accountInputs = []
        readsRates = Self.asksForRates(inputs)
        self.windows = Self.union(windows)
    }

    private static func ofAccounts(_ inputs: [FeedInput]) -> [FeedInput] {
        union(inputs.filter { $0.feed.subject == .account && $0.feed.key != Rates.feed.key })
    }

    private static func asksForRates(_ inputs: [FeedInput]) -> Bool {
        inputs.contains { $0.feed.key == Rates.feed.key }
    }

    /// The same with the rates, where anybody asks for them.
    func withRates() throws(StoreError) -> ChunkReader {
        guard readsRates else { return self }
        var reader = self
        reader.rates = try RateReader(store: store, ledger: ledger).rates()
        return reader
    }

    /// What the host reads of listings for revenue at risk.
    private static let hostInputs = [
        Catalog.feed.helping(Catalog.price, Catalog.title, Catalog.opened),
        Availability.feed.helping(Availability.from, Availability.to),
    ]
    /// Thirteen weeks, the span that tiers are judged by.
    static let hostWindow = Sales.units.last(days: 91)
    private static let hostWindows = [
        hostWindow, Traffic.featuredShare.last(days: hostWindow.days), Offers.ownPrices.last(days: hostWindow.days),
        ListingMeasures.revenue,
    ]

    /// The chunk at a place, with everything known of its rows.
    ///
    /// - Parameter wanted: codes of which it is to hold one; any where they are left out.
    func chunk(
        at place: ChunkPlace, zone: TimeZoneTable, holding wanted: Set<String>? = nil
    ) throws(StoreError) -> PlacedChunk? {
        let rows = try store.rows(of: place)
        let used = (0..<rows.codes.count).filter { rows.codes.known[$0] }
        guard !used.isEmpty else { return nil }
        if let wanted, !used.contains(where: { rows.codes[$0].map(wanted.contains) ?? false }) { return nil }
        let layout = RowLayout(used: used, of: rows.codes.count)
        let owner = FeedLedger.Owner(account: place.account, marketplace: place.marketplace)
        let today = zone.day(of: ledger.asOf)

        let codes = rows.codes.picked(used).storage
        var builder = ChunkBuilder(
            place.kind, account: place.account, marketplace: place.marketplace,
            codes: codes, asOf: ledger.asOf, today: today, startOfDay: zone.start(of:))
        builder.setProducts(rows.products.picked(used))
        if readsRates { builder.setRates(rates) }
        builder.setTerms(terms.terms(on: place.marketplace))
        var opened = Values<Instant>(unknown: used.count)
        var namedAt: [FeedKey: [Instant?]] = [:]
        var closures = Details(none: used.count)
        var listed: [Bool]?
        var lastPrices: [Int: Money] = [:]
        var problems: [Int: [String: Day]] = [:]
        for input in inputs {
            let sources = ledger.sources(of: input.feed, for: owner)
            switch input.feed.shape {
            case .snapshot:
                let blocks = try facts(input.columns.map(\.name), of: input.feed, in: place, from: sources)
                if let deciding = ledger.decidingByRow(input.feed, for: owner) {
                    namedAt[input.feed.key] = Snapshot.lastNamed(in: blocks, from: deciding, layout: layout)
                }
                if input.feed.key == Catalog.feed.key { listed = layout.named(in: blocks) }
                for column in input.columns {
                    let data = Snapshot.newest(
                        column, in: blocks, layout: layout, open: sources.leavingOpen(column))
                    if column == Catalog.opened.declaration, let values = Instant.values(of: data) { opened = values }
                    if isDetecting, column == Catalog.status.declaration, let values = String.values(of: data) {
                        let spells = try ProblemSpells(ofTroubles: values, at: place, layout: layout, ledger, store)
                        problems.merge(spells.firstDays(in: zone)) { $0.merging($1) { min($0, $1) } }
                    }
                    builder.set(data, for: column)
                }
            case .snapshotRows:
                let required = input.feed.columns.filter(\.isRequired)
                let names = Set((input.columns + required).map(\.name)).sorted()
                let blocks = try facts(names, of: input.feed, in: place, from: sources)
                let partial = sources.filter { !$0.summary.isComplete }.map { ($0.id, $0.draft.format) }
                if let deciding = ledger.decidingByRow(input.feed, for: owner) {
                    namedAt[input.feed.key] = Snapshot.lastNamed(in: blocks, from: deciding, layout: layout)
                }
                let details = Snapshot.all(
                    input.columns, required: required, in: blocks,
                    partial: Dictionary(uniqueKeysWithValues: partial), layout: layout)
                builder.set(details, for: input.feed)
                if isDetecting, input.feed.key == SuppressedListings.feed.key {
                    let spells = try ProblemSpells(undatedIn: details, at: place, layout: layout, ledger, store)
                    problems.merge(spells.firstDays(in: zone)) { $0.merging($1) { min($0, $1) } }
                }
            case .log(let group, let newest, let at):
                let names = Set(input.columns.map(\.name) + group + [newest, at].compactMap(\.self)).sorted()
                let blocks = try facts(names, of: input.feed, in: place, from: sources)
                let log = entries(
                    blocks, of: sources, group: group, newest: newest, at: at, zone: zone, codes: rows.codes)
                var details = log.details(input.columns, layout: layout)
                if input.feed.key == Availability.feed.key {
                    closures = details
                    details = pastBlocks?.adding(to: details, of: codes, in: place) ?? details
                } else if input.feed.key == PurchaseOrders.feed.key {
                    details = stockPools?.adding(to: details, of: codes, in: owner) ?? details
                }
                builder.set(details, for: input.feed)
            }
        }
        builder.setProblems(since: problems)
        if let stockPools { builder.setPools(stockPools.pools(of: codes, in: owner)) }
        for input in accountInputs {
            builder.setAccount(try accountDetails(input, of: place.account), for: input.feed)
        }
        for window in windows {
            let history = try history(
                window, in: place, owner: owner, zone: zone, today: today, layout: layout, codes: codes,
                stored: rows.codes)
            builder.set(history.unknown(before: opened, zone: zone), for: window.series)
            guard isDetecting, window.series == Sales.units, let listed else { continue }
            let unlisted = (0..<used.count).filter { row in
                !listed[row] && history.row(row).suffix(Self.hostWindow.days).contains { $0.map { $0 > 0 } ?? false }
            }
            let gone = try GoneListings(
                unlisted: Set(unlisted), codes: codes, used: used, in: place, ledger, store)
            lastPrices = gone.last.compactMapValues(\.price)
            // What the seller gave up before is not missed.
            builder.setUnlisted(
                Dictionary(
                    uniqueKeysWithValues: gone.last.filter { !$0.value.isGivenUp }.map { row, word in
                        let day = zone.day(of: word.at)
                        let left = word.units.flatMap { units in history.sold(row, since: day).map { units &- $0 } }
                        return (row, Unlisted(since: day.advanced(by: 1), units: left))
                    }))
        }
        return PlacedChunk(
            chunk: builder.build(), place: place, used: used, rowCount: rows.codes.count, namedAt: namedAt,
            closures: closures, lastPrices: lastPrices)
    }

    private func history(
        _ window: SeriesWindow, in place: ChunkPlace, owner: FeedLedger.Owner, zone: TimeZoneTable, today: Day,
        layout: RowLayout, codes: Texts, stored: Values<String>
    ) throws(StoreError) -> History {
        let days = days(of: window, owner: owner, zone: zone, today: today)
        var tally = DailyTally(rows: layout.count, days: days)
        for source in window.series.sources {
            guard let feed = Self.feed(of: source, in: inputs) else { continue }
            if feed.shape == .snapshot {
                let records = ledger.sources(of: feed, for: owner, from: zone.start(of: days.lowerBound))
                    .bringing(source)
                let moments = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.draft.effectiveAt) })
                let blocks = try facts([source.name], of: feed, in: place, from: records).compactMap { block in
                    (block.at ?? moments[block.source]).map { (block, zone.day(of: $0)) }
                }
                guard !blocks.isEmpty else { continue }
                tally.fill(
                    from: Snapshot.levels(
                        of: source, in: blocks, days: days, layout: layout, open: records.leavingOpen(source)))
                continue
            }
            guard case .log(let group, let newest, let at) = feed.shape else { continue }
            let sources = ledger.sources(of: feed, for: owner).filter { record in
                record.summary.covers.map { zone.start(of: days.lowerBound) <= $0.to } ?? true
            }.bringing(source)
            guard !sources.isEmpty else { continue }
            let names = Set([source.name, at] + group + [newest].compactMap(\.self)).sorted()
            let blocks = try facts(names, of: feed, in: place, from: sources)
            let log = entries(
                blocks, of: sources, group: group, newest: newest, at: at, zone: zone, codes: stored)
            guard window.series.measure == .count else {
                tally.fill(from: log.levels(of: source, days: days, layout: layout))
                continue
            }
            let files = sources.map(\.summary)
            tally.fill(
                from: log.sums(of: source.name, days: days, layout: layout),
                covered: Coverage.days(files.flatMap(\.covered), zone: zone),
                lessKnown: Coverage.lessKnown(files, codes: codes, zone: zone))
        }
        return tally.history
    }

    /// The entries of a log that count.
    ///
    /// - Parameter codes: of each row as it is stored.
    private func entries(
        _ blocks: [FactBlock], of sources: [ImportRecord], group: [String], newest: String?, at: String,
        zone: TimeZoneTable, codes: Values<String>
    ) -> LogEntries {
        let wholes = sources.filter { $0.summary.holdsWholes ?? false }
        let unread = Dictionary(wholes.map { ($0.id, $0.summary.unread) }, uniquingKeysWith: { first, _ in first })
        return LogEntries(
            blocks, group: group, newest: newest, at: at, zone: zone, until: ledger.asOf,
            wholes: Set(wholes.map(\.id)),
            isUnread: { row, file in codes[Int(row)].map { unread[file]?.contains($0) ?? false } ?? false })
    }

    /// The days of a window. A long one is not read further back than anything is known, which keeps chunks small where
    /// little is.
    private func days(
        of window: SeriesWindow, owner: FeedLedger.Owner, zone: TimeZoneTable, today: Day
    ) -> Range<Day> {
        let asked = today.advanced(by: -window.days)
        guard window.days > Self.hostWindow.days else { return asked..<today }
        let known = window.series.sources.compactMap { Self.feed(of: $0, in: inputs) }.flatMap { feed in
            ledger.sources(of: feed, for: owner).map { $0.summary.covers?.from ?? $0.draft.effectiveAt }
        }
        let first = known.min().map(zone.day(of:)) ?? today
        return max(asked, min(first, today.advanced(by: -Self.hostWindow.days)))..<today
    }

    /// The rows that any of an account's files of a feed hold.
    private func accountDetails(_ input: FeedInput, of account: String) throws(StoreError) -> Details {
        var blocks: [FactBlock] = []
        for place in try store.chunks(of: .account) where place.account == account {
            let owner = FeedLedger.Owner(account: account, marketplace: place.marketplace)
            let sources = ledger.sources(of: input.feed, for: owner)
            blocks += try facts(input.columns.map(\.name), of: input.feed, in: place, from: sources)
        }
        let entries = blocks.enumerated().flatMap { number, block in
            block.rows.indices.map { (row: 0, block: number, index: $0) }
        }
        return Details(entries, columns: input.columns, of: blocks, rows: 1)
    }

    private func facts(
        _ columns: [String], of feed: Feed, in place: ChunkPlace, from sources: [ImportRecord]
    ) throws(StoreError) -> [FactBlock] {
        guard !sources.isEmpty else { return [] }
        // What happened says when by itself, in columns of its own.
        if case .log = feed.shape {
            return try store.facts(in: place, feed: feed.key, columns: columns, from: sources.map(\.id))
        }
        return MomentOrder(of: sources).blocks(
            try store.facts(
                in: place, feed: feed.key, columns: columns + [FactRows.moment], from: sources.map(\.id)))
    }

    /// The feed a series' column belongs to: one of the kit's own, or one that a stage declares.
    private static func feed(of column: ColumnDeclaration, in inputs: [FeedInput]) -> Feed? {
        (Feed.alwaysRead + inputs.map(\.feed)).first { $0.key == column.feed }
    }

    private static func union(_ inputs: [FeedInput]) -> [FeedInput] {
        var columns: [FeedKey: [ColumnDeclaration]] = [:]
        var order: [Feed] = []
        for input in inputs {
            if columns[input.feed.key] == nil { order.append(input.feed) }
            for column in input.columns where columns[input.feed.key, default: []].contains(column) == false {
                columns[input.feed.key, default: []].append(column)
            }
        }
        return order.map { FeedInput(feed: $0, columns: columns[$0.key] ?? [], decides: false) }
    }

    private static func union(_ windows: [SeriesWindow]) -> [SeriesWindow] {
        var longest: [Series: Int] = [:]
        for window in windows { longest[window.series] = max(longest[window.series] ?? 0, window.days) }
        return longest.map { $0.key.last(days: $0.value) }.sorted { $0.series.name < $1.series.name }
    }
}

extension History {
    /// Units that a row sold from a day on; `nil` where those of some day are not known.
    fileprivate func sold(_ row: Int, since first: Day) -> Int? {
        var sum = 0
        for day in first..<max(first, days.upperBound) {
            guard days.contains(day), let units = self[row, day] else { return nil }
            sum = sum.addingReportingOverflow(units).partialValue
        }
        return sum
    }
}

extension [ImportRecord] {
    /// Those that may say something of a column: a file without it says nothing, not even that it was zero.
    fileprivate func bringing(_ column: ColumnDeclaration) -> [ImportRecord] {
        filter { $0.summary.columns.isEmpty || $0.summary.columns.contains(column.name) }
    }

    /// Those of which an unknown value in a column says nothing.
    fileprivate func leavingOpen(_ column: ColumnDeclaration) -> Set<ImportID> {
        Set(lazy.filter { $0.summary.leavesOpen(column.name) }.map(\.id))
    }
}

/// A chunk with the places its rows have in the store.
struct PlacedChunk {
    let chunk: Chunk
    let place: ChunkPlace
    /// The store's row of each row of ``chunk``.
    let used: [Int]
    /// The rows of the place, used or not.
    let rowCount: Int
    /// Of feeds that decide row by row, when the last was true that files say of each row.
    var namedAt: [FeedKey: [Instant?]] = [:]
    /// On which days somebody says that listings could not be sold (`Availability`), whatever exceptions know of it.
    let closures: Details
    /// What listings that are gone were last asked for, by row.
    var lastPrices: [Int: Money] = [:]

    /// Since when all of these feeds know of each row; `nil` where one does not, or where none of them decides row by row.
    func knownSince(_ feeds: [Feed]) -> [Instant?]? {
        let named = feeds.compactMap { namedAt[$0.key] }
        guard let first = named.first else { return nil }
        return named.dropFirst().reduce(first) { known, other in
            zip(known, other).map { one, two in one.flatMap { one in two.map { min(one, $0) } } }
        }
    }
}
