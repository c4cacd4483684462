import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelStore

@testable import FlywheelRuntime

/// One row of an import, cell by cell.
struct FactRow {
    var code: String
    var product: String?
    var cells: [String: ColumnData]

    init(_ code: String, product: String? = nil, _ cells: Cell...) {
        self.code = code
        self.product = product
        self.cells = Dictionary(cells.map { ($0.name, $0.data) }, uniquingKeysWith: { $1 })
    }
}

/// One cell of it.
struct Cell {
    let name: String
    let data: ColumnData
}

extension Column {
    /// A cell of this column; `nil` is unknown.
    func of(_ value: Value?) -> Cell { Cell(name: name, data: Value.erased(Values([value]))) }
}

extension FactRows {
    init(_ rows: [FactRow]) {
        var columns: [String: ColumnData] = [:]
        for name in Set(rows.flatMap(\.cells.keys)) {
            let cells = rows.map { $0.cells[name] }
            guard let type = cells.compactMap(\.self).first?.type else { continue }
            columns[name] = ColumnData.joined(cells.map { $0 ?? ColumnData(unknown: 1, of: type) })
        }
        self.init(codes: rows.map(\.code), products: Values(rows.map(\.product)), columns: columns)
    }
}

/// A file as a test offers it to a store.
struct Export {
    var feed: Feed
    var effectiveAt: Instant
    var rows: [FactRow]
    var format = "csv"
    var isComplete = true
    var covers: ImportSummary.Span?
    var unread: [String] = []
    /// The names of its columns; empty where that is not told.
    var columns: [String] = []
    var account = "acme"
    var marketplace = "ATVPDKIKX0DER"
    var receivedAt: Instant?
    var state = ImportRecord.State.kept

    /// Keeps it in a store, in batches of so many rows.
    @discardableResult
    func keep(in store: any Store, batch: Int = .max) throws -> ImportID {
        let text = "\(feed.key.text) \(account) \(marketplace) \(effectiveAt) \(format) \(rows)"
        let draft = ImportDraft(
            fileName: "\(feed.title).\(format)", digest: SHA.hexadecimal(of: text), format: format, feed: feed.key.text,
            subject: feed.subject, account: account, marketplace: marketplace, effectiveAt: effectiveAt,
            receivedAt: receivedAt ?? effectiveAt)
        let id = try store.beginImport(draft, by: .flywheel)
        for start in stride(from: 0, to: rows.count, by: min(batch, max(1, rows.count))) {
            try store.stage(FactRows(Array(rows[start...].prefix(batch))), for: id)
        }
        var summary = ImportSummary()
        summary.kept = rows.count
        summary.subjects = Set(rows.map(\.code)).count
        summary.isComplete = isComplete
        summary.covers = covers
        summary.unread = unread
        summary.columns = columns
        if state != .staging { try store.finishImport(id, as: state == .kept ? .kept : .quarantined, summary) }
        if state == .discarded { try store.decideImport(id, accept: false, by: .flywheel, at: effectiveAt) }
        return id
    }
}

extension Export {
    /// The catalogue: price in cents by listing.
    static func catalog(_ prices: [(String, String?, Int64?)], at: Instant, currency: String = "USD") -> Export {
        let rows = prices.map { code, product, price in
            FactRow(
                code, product: product, Catalog.title.of("Title of \(code)"),
                Catalog.price.of(price.flatMap { cents in Currency(currency).map { Money(minorUnits: cents, $0) } }))
        }
        return Export(feed: Catalog.feed, effectiveAt: at, rows: rows)
    }

    /// What each listing sold on each of the days before `until`, the same number every day.
    static func sales(_ units: [String: Int], days: Int, until end: Day, at: Instant) -> Export {
        let rows = (1...days).flatMap { back in
            units.sorted { $0.key < $1.key }.map { code, units in
                FactRow(code, DailySales.day.of(end.advanced(by: -back)), DailySales.units.of(units))
            }
        }
        let span = ImportSummary.Span(
            from: Instant(startOf: end.advanced(by: -days)), to: Instant(startOf: end).advanced(bySeconds: -1))
        return Export(feed: DailySales.feed, effectiveAt: at, rows: rows, covers: span)
    }

    /// Blocked listings with the percentage of trade each loses.
    static func blocked(_ issues: [(String, Int)], at: Instant) -> Export {
        Export(
            feed: SuppressedListings.feed, effectiveAt: at,
            rows: issues.map { FactRow($0, SuppressedListings.status.of("\($1)")) })
    }

    /// Units that can be sold.
    static func stock(_ units: [String: Int?], at: Instant) -> Export {
        Export(
            feed: Stock.feed, effectiveAt: at,
            rows: units.sorted { $0.key < $1.key }.map { FactRow($0, Stock.fulfillable.of($1)) })
    }
}

extension Export {
    /// What one unit of a currency was worth in another on the day of `at`.
    static func rate(_ base: String, _ quote: String, _ rate: Double, at: Instant) -> Export {
        let row = FactRow(
            "", Rates.day.of(at.utcDay), Rates.base.of(base), Rates.quote.of(quote), Rates.rate.of(rate),
            Rates.source.of("bank"))
        return Export(feed: Rates.feed, effectiveAt: at, rows: [row], account: "", marketplace: "")
    }

    /// Twelve listings, the first two of one product, with sixty days of sales. L00 is blocked and out of stock, L03 and
    /// L05 are blocked in part, L04 is out of stock and L05 soon will be.
    static var sample: [Export] {
        let codes = (0..<12).map { ($0 < 10 ? "L0" : "L") + "\($0)" }
        let prices = codes.enumerated().map { index, code in
            (code, index < 2 ? "P" : "P\(index)", Int64(1_000 + 137 * index)) as (String, String?, Int64?)
        }
        let units = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, 1 + $0 % 5) })
        var stock = Dictionary(uniqueKeysWithValues: codes.map { ($0, 50 as Int?) })
        stock["L00"] = 0
        stock["L04"] = 0
        stock["L05"] = 3
        return [
            catalog(prices, at: .noon - 0.5), sales(units, days: 60, until: .today, at: .noon - 0.4),
            blocked([("L00", 100), ("L03", 40), ("L05", 25)], at: .noon - 0.3), Export.stock(stock, at: .noon - 0.2),
        ]
    }
}

/// A store with these exports in it.
func store(_ exports: [Export], rowsPerChunk: Int = Chunk.capacity, batch: Int = .max) throws -> MemoryStore {
    let store = MemoryStore(rowsPerChunk: rowsPerChunk)
    for export in exports { try export.keep(in: store, batch: batch) }
    return store
}

/// Turns the wheel over a store with the two stages of the tests.
struct Wheel {
    var store: any Store
    var stages = [InstalledStage(BlockedStage.self), InstalledStage(StockStage.self)]
    var policy = WorkPolicy(calendar: .alwaysOpen)
    var settings = RotationSettings()
    var zones = Zones.utc

    /// Turns it once.
    ///
    /// - Parameter meanwhile: what another hand does once everything of the rotation is decided.
    @discardableResult
    func turn(at asOf: Instant = .noon, meanwhile: () throws -> Void = {}) throws -> RotationSummary {
        var failure: (any Error)?
        let summary = try Rotation(
            store: store, plan: try Plan(stages), policy: policy, zones: zones, settings: settings
        ).run(asOf: asOf) { phase in
            guard phase == "publishing" else { return }
            do { try meanwhile() } catch { failure = error }
        }
        if let failure { throw failure }
        return summary
    }

    /// The queue from top to bottom.
    func queue() throws -> [QueueEntry] {
        try QueueRow.Lane.allCases.flatMap { try store.queue($0, after: 0, limit: .max) }
    }

    /// The terms of each row by its fingerprint.
    func terms() throws -> [String: RiskTerms] {
        Dictionary(
            try queue().map {
                ($0.exception.fingerprint.text, try RiskTerms(bytes: $0.terms))
            },
            uniquingKeysWith: { $1 })
    }

    /// The tier of each listing that has one.
    func tiers() throws -> [String: String] {
        var tiers: [String: String] = [:]
        let columns = Dictionary(try store.tiers().map { ($0.chunk, $0.tiers) }, uniquingKeysWith: { $1 })
        for place in try store.chunks(of: .listing) {
            for (code, tier) in zip(try store.rows(of: place).codes, columns[place.id] ?? Values()) {
                if let code { tiers[code] = tier }
            }
        }
        return tiers
    }

    /// The queue as lines that name no record number, for comparing stores that gave numbers in another order.
    func lines() throws -> [String] {
        try queue().map { entry in
            "\(entry.row.lane) \(entry.row.position) \(entry.exception.fingerprint.text) \(entry.exception.state) "
                + "\(entry.row.atRisk.map(String.init) ?? "-") \(entry.row.tier?.rawValue ?? "-") \(String(decoding: entry.terms, as: UTF8.self))"
        }
    }
}

/// The one exception that stands on a listing.
func exception(of workflow: String, on code: String, in store: any Store) throws -> ExceptionRecord? {
    try store.unfinishedExceptions().first {
        $0.fingerprint.workflow == workflow && $0.fingerprint.subject.code == code
    }
}
