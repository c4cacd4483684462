import Cases
import FlywheelKit
import FlywheelStore

extension Inbox {
    /// The cases of a page, and how many are asked for on all pages.
    struct Page {
        var cases: [(record: CaseRecord, contents: Case)] = []
        /// The last case, where another page follows.
        var next: CaseRecord?
        /// Behind which case the page before this one begins; nothing where that is the first page, or this one is.
        var previous: CaseCursor?
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
            if let cursor { previous = try Self.start(before: cursor, of: query, limit: limit, in: store) }
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
            var before = Trail(limit: limit)
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
                    } else {
                        before.add(place)
                    }
                }
                guard records.count == Self.step, let last = records.last else { break }
                asked.after = CaseCursor(of: last, in: query.order)
            }
            previous = before.start
            counts = (
                min(counts.matching, Inbox.most), min(counts.late, Inbox.most), min(counts.unowned, Inbox.most)
            )
        }

        /// Behind which case the page begins that ends at a place.
        private static func start(
            before cursor: CaseCursor, of query: CaseQuery, limit: Int, in store: any Store
        ) throws -> CaseCursor? {
            var asked = query
            var before = Trail(limit: limit)
            while true {
                let places = try store.caseRecords(asked, limit: step).map { CaseCursor(of: $0, in: query.order) }
                let passed = places.prefix { !cursor.keys.lexicographicallyPrecedes($0.keys) }
                passed.forEach { before.add($0) }
                guard passed.count == step else { return before.start }
                asked.after = places.last
            }
        }

        /// The last places of a walk, as many as a page has and the one before them.
        private struct Trail {
            let limit: Int
            private var places: [CaseCursor] = []

            init(limit: Int) { self.limit = limit }

            mutating func add(_ place: CaseCursor) {
                places.append(place)
                if places.count > 2 * limit + 2 { places.removeFirst(limit + 1) }
            }

            /// Behind which place the last page of the walk begins; nothing where that is where the walk did.
            var start: CaseCursor? { places.count > limit ? places[places.count - limit - 1] : nil }
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
