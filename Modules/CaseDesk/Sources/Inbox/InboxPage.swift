import Cases
import FlywheelKit
import FlywheelStore

extension Inbox {
    /// The cases of a page, and how many are asked for on all pages.
    struct Page {
        var cases: [(record: CaseRecord, contents: Case)] = []
        /// The last case, where another page follows.
        var next: CaseRecord?
        var counts = (matching: 0, late: 0, unowned: 0)

        /// Cases that are looked through in one go.
        private static let step = 2_000

        /// A page of what the store finds and counts by itself.
        init(of query: CaseQuery, after cursor: CaseCursor?, limit: Int, in store: any Store, now: Instant) throws {
            var asked = query
            asked.after = cursor
            for record in try store.caseRecords(asked, limit: limit + 1) {
                try add(record, record.contents().woken(at: now), limit: limit)
            }
            var (late, unowned) = (query, query)
            late.dueBefore = min(query.dueBefore ?? now, now)
            unowned.isOwned = false
            counts = (
                try store.countCases(query, limit: Inbox.most), try store.countCases(late, limit: Inbox.most),
                try store.countCases(unowned, limit: Inbox.most)
            )
        }

        /// A page of what only a look at each case tells.
        init(
            scanning query: CaseQuery, _ filter: InboxFilter, _ among: Set<CaseID>?, after cursor: CaseCursor?,
            limit: Int, in store: any Store, now: Instant
        ) throws {
            var asked = query
            while true {
                let records = try store.caseRecords(asked, limit: Self.step)
                for record in records where among?.contains(record.id) ?? true {
                    // Only what is shown or asked about is read whole.
                    func contents() throws -> Case { try record.contents().woken(at: now) }
                    if filter.isConflicting, try contents().conflicts.isEmpty { continue }
                    counts.matching += 1
                    if let due = record.due, due < now { counts.late += 1 }
                    if record.owner == nil { counts.unowned += 1 }
                    let place = CaseCursor(of: record, in: query.order)
                    if cursor.map({ $0.keys.lexicographicallyPrecedes(place.keys) }) ?? true {
                        try add(record, contents(), limit: limit)
                    }
                }
                guard records.count == Self.step, let last = records.last else { break }
                asked.after = CaseCursor(of: last, in: query.order)
            }
            counts = (
                min(counts.matching, Inbox.most), min(counts.late, Inbox.most), min(counts.unowned, Inbox.most)
            )
        }

        private mutating func add(
            _ record: CaseRecord, _ contents: @autoclosure () throws -> Case, limit: Int
        ) rethrows {
            guard cases.count < limit else {
                next = next ?? cases.last?.record
                return
            }
            cases.append((record, try contents()))
        }
    }
}
