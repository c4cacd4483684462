import FlywheelKit
public import FlywheelStore
import GRDB

extension SQLiteStore {
    /// See ``FlywheelStore/WorkStore/listings(of:after:limit:)``. What was ranked holds until somebody closes a row, so rows are
    /// looked at of those listings alone on which somebody did.
    public func listings(
        of accounts: Set<String>?, after place: RankedListing.Place?, limit: Int
    ) throws(StoreError) -> [RankedListing] {
        try read { db in
            guard let current = try db.currentRotation() else { return [] }
            let lists = try db.rankLists(of: accounts, in: current)
            var (exceptions, subjects) = (try ExceptionLookup(db), try SubjectLookup(db))
            let touched = try db.closedSubjects(since: current, &subjects)
            var found: [RankedListing] = []
            var last = place
            while found.count < limit {
                let missing = limit - found.count
                let next = try lists.flatMap { try db.places(in: $0, after: last, limit: missing, of: current) }
                    .sorted().prefix(missing)
                guard let end = next.last else { break }
                for place in next {
                    guard let subject = try subjects.subject(of: place.exception) else { continue }
                    var listing = RankedListing(subject: subject, place: place, atRisk: place.atRisk)
                    if touched.contains(subject) {
                        guard let atRisk = try db.openAtRisk(on: subject, in: current, &exceptions) else { continue }
                        listing.atRisk = atRisk
                    }
                    found.append(listing)
                }
                last = end
            }
            return found
        }
    }

    /// See ``FlywheelStore/WorkStore/countListings(of:)``.
    public func countListings(of accounts: Set<String>?) throws(StoreError) -> ClosedRange<Int> {
        try read { db in
            guard let current = try db.currentRotation() else { return 0...0 }
            let ranked = try db.rankLists(of: accounts, in: current).reduce(0) { count, list in
                let sql = "SELECT SUM(count) FROM listing_rank WHERE rotation = ? AND list = ?"
                return count + (try Int.fetchOne(db, sql: sql, arguments: [current, list]) ?? 0)
            }
            var subjects = try SubjectLookup(db)
            let touched = try db.closedSubjects(since: current, &subjects).count {
                accounts?.contains($0.account) ?? true
            }
            return max(0, ranked - touched)...ranked
        }
    }

    static let rankSQL = """
        SELECT exceptions, at_risk FROM listing_rank
        WHERE rotation = ? AND list = ? AND (last, last_exception) > (?, ?) ORDER BY last, last_exception LIMIT 1
        """
}

extension Database {
    /// The lists of a rotation that together hold the listings of some accounts, or of all.
    fileprivate func rankLists(of accounts: Set<String>?, in rotation: Int64) throws -> [String] {
        let lists = try String.fetchSet(
            self, sql: "SELECT DISTINCT list FROM listing_rank WHERE rotation = ?", arguments: [rotation])
        guard let accounts else { return lists.contains(ListingRanks.all) ? [ListingRanks.all] : Array(lists) }
        return lists.intersection(accounts.map(ListingRanks.list)).sorted()
    }

    /// The places of a list behind one.
    fileprivate func places(
        in list: String, after place: RankedListing.Place?, limit: Int, of rotation: Int64
    ) throws -> [RankedListing.Place] {
        var found: [RankedListing.Place] = []
        var last = place ?? RankedListing.Place(atRisk: .max, exception: ExceptionID(0))
        while found.count < limit {
            var part: [RankedListing.Place] = []
            var statement = try BulkStatement(self, SQLiteStore.rankSQL)
            statement.bind(rotation)
            statement.bind(list)
            statement.bind(-last.atRisk)
            statement.bind(last.exception.number)
            try statement.forEachRow { row in
                let exceptions = try row.integers("exceptions").storage
                let atRisk = try row.integers("at_risk", count: exceptions.count).storage
                part = zip(exceptions, atRisk).map {
                    RankedListing.Place(atRisk: Int64($1), exception: ExceptionID(Int64($0)))
                }
            }
            guard let end = part.last else { break }
            found += part.filter { last < $0 }
            last = end
        }
        return Array(found.prefix(limit))
    }

    /// What people closed something on that stands in a rotation's queue.
    fileprivate func closedSubjects(
        since rotation: Int64, _ subjects: inout SubjectLookup
    ) throws -> Set<Subject> {
        Set(
            try Int64.fetchAll(self, sql: SQLiteStore.closedSQL, arguments: [rotation]).compactMap { id in
                guard try place(of: ExceptionID(id), in: rotation) != nil else { return nil }
                return try subjects.subject(of: ExceptionID(id))
            }.filter { $0.kind == .listing })
    }

    /// What the rows of a queue on a listing come to that wait for work; `nil` where none does.
    fileprivate func openAtRisk(
        on listing: Subject, in rotation: Int64, _ exceptions: inout ExceptionLookup
    ) throws -> Int64? {
        let open = try exceptionIDs(on: listing).compactMap { try entry($0, in: rotation, &exceptions) }
            .filter { $0.exception.state.isOpen && !$0.exception.isGroup }
        return open.isEmpty ? nil : open.reduce(0) { $0 + ($1.row.atRisk ?? 0) }
    }
}

/// Looks up what exceptions are about, and nothing else of them.
private struct SubjectLookup {
    private var families: Families
    private var statement: BulkStatement

    init(_ db: Database) throws {
        families = Families(db)
        statement = try BulkStatement(db, "SELECT family, code FROM exception WHERE id = ?")
    }

    mutating func subject(of id: ExceptionID) throws -> Subject? {
        var found: Subject?
        statement.bind(id.number)
        try statement.forEachRow { row in
            let family = try families.family(row.integer())
            found = family.fingerprint(code: try row.text(), discriminator: "").subject
        }
        return found
    }
}
