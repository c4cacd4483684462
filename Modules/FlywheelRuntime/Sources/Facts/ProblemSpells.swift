import Calendars
import FlywheelKit
import FlywheelStore

/// Since when files that give no date list problems of rows, as the files before them tell.
///
/// A file that speaks for all listings and leaves one out says that it had none, where others of its kind name it. When
/// between that file and the next one a problem began nobody knows: the days between belong to it.
struct ProblemSpells {
    /// A status of a row.
    private struct Problem: Hashable {
        let row: Int
        let status: String
    }

    /// What a file says of the rows that are asked about.
    private struct Statement {
        let record: ImportRecord
        var listed: Set<Problem> = []
        /// The rows that it names.
        var named: Set<Int> = []
        /// Those of which it says that they have no problem, whatever other files say.
        var cleared: Set<Int> = []
    }

    private let asked: Set<Problem>
    private var statements: [Statement] = []

    /// Days for which files are looked through: as many as sales are.
    private static let days = Double(ChunkReader.hostWindow.days)

    /// The first day of each status in the problems of a chunk that has none of its own, by row.
    static func firstDays(
        in details: Details, at place: ChunkPlace, layout: RowLayout, zone: TimeZoneTable, _ ledger: FeedLedger,
        _ store: any FactStore
    ) throws(StoreError) -> [Int: [String: Day]] {
        let spells = try ProblemSpells(in: details, at: place, layout: layout, ledger, store)
        return spells.firstDays(in: zone)
    }

    private init(
        in details: Details, at place: ChunkPlace, layout: RowLayout, _ ledger: FeedLedger, _ store: any FactStore
    ) throws(StoreError) {
        asked = Self.undated(in: details)
        guard !asked.isEmpty else { return }
        let feed = SuppressedListings.feed
        let records = ledger.sources(
            of: feed, for: FeedLedger.Owner(account: place.account, marketplace: place.marketplace),
            from: ledger.asOf.advanced(byDays: -Self.days))
        let blocks = try store.facts(
            in: place, feed: feed.key, columns: [SuppressedListings.status.name], from: records.map(\.id))
        let (rows, bySource) = (Set(asked.map(\.row)), Dictionary(grouping: blocks, by: \.source))
        statements = records.map { record in
            var statement = Statement(record: record)
            for block in bySource[record.id] ?? [] {
                let statuses = block.columns[SuppressedListings.status.name].flatMap(String.values(of:))
                for (index, stored) in block.rows.enumerated() {
                    guard let row = layout.row(stored), rows.contains(row) else { continue }
                    statement.named.insert(row)
                    if let status = statuses?[index] {
                        statement.listed.insert(Problem(row: row, status: status))
                    } else {
                        statement.cleared.insert(row)
                    }
                }
            }
            statement.listed.formIntersection(asked)
            return statement
        }
    }

    private static func undated(in details: Details) -> Set<Problem> {
        let (statuses, since) = (details[SuppressedListings.status], details[SuppressedListings.since])
        var problems: Set<Problem> = []
        for row in 0..<(details.starts.count - 1) {
            for index in details.range(row) where !since.known[index] {
                if let status = statuses[index] { problems.insert(Problem(row: row, status: status)) }
            }
        }
        return problems
    }

    private func firstDays(in zone: TimeZoneTable) -> [Int: [String: Day]] {
        var kinds: [Problem: Set<String>] = [:]
        for said in statements {
            for problem in said.listed { kinds[problem, default: []].insert(said.record.draft.format) }
        }
        var (firstDays, lastWell): ([Problem: Day], [Problem: Day]) = ([:], [:])
        // The kinds of files that list it now.
        var listing: [Problem: Set<String>] = [:]
        for said in statements {
            let (kind, day) = (said.record.draft.format, zone.day(of: said.record.draft.effectiveAt))
            for problem in said.listed {
                if listing[problem, default: []].isEmpty {
                    firstDays[problem] = lastWell[problem].map { min($0.advanced(by: 1), day) } ?? day
                }
                listing[problem, default: []].insert(kind)
            }
            for problem in asked.subtracting(said.listed) {
                if said.cleared.contains(problem.row) {
                    listing[problem] = []
                } else if kinds[problem]?.contains(kind) ?? false,
                    said.record.summary.isComplete || said.named.contains(problem.row)
                {
                    listing[problem]?.remove(kind)
                } else {
                    continue
                }
                if listing[problem]?.isEmpty ?? true { lastWell[problem] = day }
            }
        }
        var byRow: [Int: [String: Day]] = [:]
        for (problem, kinds) in listing where !kinds.isEmpty {
            byRow[problem.row, default: [:]][problem.status] = firstDays[problem]
        }
        return byRow
    }
}
