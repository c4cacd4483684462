import FlywheelKit
import FlywheelStore

@testable import FlywheelRuntime

/// A marketplace that blocks listings by code, and a desk that works on them.
struct Rollout {
    let wheel: Wheel
    private let plan: Plan

    /// So many listings at ten dollars, each with one to five units a day.
    init(listings: Int, rowsPerChunk: Int = Chunk.capacity) throws {
        let codes = Self.codes(0..<listings)
        let prices = codes.map { ($0, nil, 1_000) as (String, String?, Int64?) }
        let units = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, 1 + $0 % 5) })
        let store = try store(
            [.catalog(prices, at: .noon - 0.5), .sales(units, days: 60, until: .today, at: .noon - 0.4)],
            rowsPerChunk: rowsPerChunk)
        let stages = [InstalledStage(BurstStage.self), InstalledStage(StockStage.self)]
        wheel = Wheel(store: store, stages: stages)
        plan = try Plan(stages)
    }

    static func codes(_ numbers: some Sequence<Int>) -> [String] { numbers.map { "L\($0 + 100)" } }

    /// Offers a complete report of what is blocked.
    func report(_ issues: [(listing: Int, code: String, percent: Int)], at: Instant, since: Day = .ago(1)) throws {
        let rows = issues.map { issue in
            FactRow(
                Self.codes([issue.listing])[0], SuppressedListings.status.of("\(issue.percent)"),
                SuppressedListings.code.of(issue.code), SuppressedListings.since.of(since))
        }
        try Export(feed: SuppressedListings.feed, effectiveAt: at, rows: rows).keep(in: wheel.store)
    }

    func desk(_ name: String = "ann", at now: Instant) -> Workbench {
        Workbench(wheel.store, plan: plan, actor: Actor(.person, name), now: now)
    }

    /// The one group that is not final, or the newest that is.
    func group() throws -> ExceptionRecord? {
        let ids = try wheel.store.unfinishedExceptions().filter(\.isGroup).map(\.id)
        let ended = try wheel.store.outcomes().map(\.exception)
        return try (ended + ids).compactMap { try wheel.store.exception($0) }.last(where: \.isGroup)
    }

    /// Everything that is not final and stands for nothing, by listing.
    func rows() throws -> [ExceptionRecord] {
        try wheel.store.unfinishedExceptions().filter { !$0.isGroup }.sorted {
            ($0.fingerprint.subject.code, $0.id) < ($1.fingerprint.subject.code, $1.id)
        }
    }

    /// What the rows of the queue count for that stand beneath an exception.
    func total(beneath id: ExceptionID) throws -> Int64 {
        try wheel.queue().filter { $0.exception.parent == id }.reduce(0) { $0 + ($1.row.atRisk ?? 0) }
    }
}
