import Calendars
import FlywheelKit
import FlywheelStore

/// Since when files give statuses of rows that have no date, as the files before them tell: problems of a list of problems, and
/// the troubles of a list of listings.
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

    /// Those of the problems of a chunk that have no day of their own.
    init(
        undatedIn details: Details, at place: ChunkPlace, layout: RowLayout, _ ledger: FeedLedger,
        _ store: any FactStore
    ) throws(StoreError) {
        try self.init(
            Self.undated(in: details), SuppressedListings.feed, SuppressedListings.status, unknownClears: true,
            at: place,
            layout: layout, ledger, store)
    }

    /// Those of the statuses of listings that name a trouble.
    init(
        ofTroubles statuses: Values<String>, at place: ChunkPlace, layout: RowLayout, _ ledger: FeedLedger,
        _ store: any FactStore
    ) throws(StoreError) {
        var asked: Set<Problem> = []
        for row in 0..<statuses.count {
            guard let status = statuses[row], Catalog.trouble(ofStatus: status) != nil else { continue }
            asked.insert(Problem(row: row, status: status))
        }
        try self.init(
            asked, Catalog.feed, Catalog.status, unknownClears: false, at: place, layout: layout, ledger, store)
    }

    /// - Parameter unknownClears: whether a row without a status says that there is no problem; elsewhere it says nothing.
    private init(
        _ asked: Set<Problem>, _ feed: Feed, _ status: Column<String>, unknownClears: Bool, at place: ChunkPlace,
        layout: RowLayout, _ ledger: FeedLedger, _ store: any FactStore
    ) throws(StoreError) {
        self.asked = asked
        guard !asked.isEmpty else { return }
        let records = ledger.sources(
            of: feed, for: FeedLedger.Owner(account: place.account, marketplace: place.marketplace),
            from: ledger.asOf.advanced(byDays: -Self.days))
        let blocks = try store.facts(
            in: place, feed: feed.key, columns: [status.name], from: records.map(\.id))
        let (rows, bySource) = (Set(asked.map(\.row)), Dictionary(grouping: blocks, by: \.source))
        statements = records.map { record in
            var statement = Statement(record: record)
            for block in bySource[record.id] ?? [] {
                let statuses = block.columns[status.name].flatMap(String.values(of:))
                for (index, stored) in block.rows.enumerated() {
                    guard let row = layout.row(stored), rows.contains(row) else { continue }
                    if let status = statuses?[index] {
                        statement.named.insert(row)
                        statement.listed.insert(Problem(row: row, status: status))
                    } else if unknownClears {
                        statement.named.insert(row)
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

    /// The first day of each, by row.
    func firstDays(in zone: TimeZoneTable) -> [Int: [String: Day]] {
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
