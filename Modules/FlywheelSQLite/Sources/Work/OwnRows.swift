import FlywheelKit
import FlywheelStore
import GRDB
import Synchronization

/// Which rows of a rotation's queue are of some accounts: what makes their queue as quick to page as the whole.
///
/// A published queue never changes, so it is looked up once for all who ask for the same accounts.
struct OwnRows: Sendable {
    /// The positions in the whole queue, ascending, by lane.
    private let positions: [QueueRow.Lane: [Int32]]

    /// How many rows there are, by lane.
    var counts: [QueueRow.Lane: Int] { positions.mapValues(\.count) }

    /// The place among these rows, from 1, of the one at a position of the whole queue; `nil` where that is another's.
    func place(of position: Int, in lane: QueueRow.Lane) -> Int? {
        let own = positions[lane] ?? []
        let index = own.prefixCount { $0 < Int32(clamping: position) }
        return index < own.count && own[index] == position ? index + 1 : nil
    }

    /// The position in the whole queue of the row after a place among these.
    func position(after place: Int, in lane: QueueRow.Lane) -> Int? {
        let own = positions[lane] ?? []
        let index = max(place, 0)
        return index < own.count ? Int(own[index]) : nil
    }

    /// The first position in the whole queue, from one on, that is of these rows.
    func position(from position: Int, in lane: QueueRow.Lane) -> Int? {
        let own = positions[lane] ?? []
        let index = own.prefixCount { $0 < Int32(clamping: position) }
        return index < own.count ? Int(own[index]) : nil
    }
}

extension OwnRows {
    /// Goes through the accounts' exceptions and the places of the queue, both by id.
    init(of accounts: Set<String>, in rotation: Int64, _ db: Database) throws {
        var own: [Int64] = []
        var ids = try BulkStatement(db, SQLiteStore.ownIDsSQL)
        ids.bind(try Database.list(accounts))
        try ids.forEachRow { row in own.append(try row.integer()) }
        own.sort()
        var positions: [QueueRow.Lane: [Int32]] = [:]
        var next = 0
        var places = try BulkStatement(
            db, "SELECT exceptions, lanes, positions, last FROM queue_place WHERE rotation = ? ORDER BY last")
        places.bind(rotation)
        try places.forEachRow { row in
            let exceptions = try row.integers("exceptions").storage
            let lanes = try row.integers("lanes", count: exceptions.count)
            let found = try row.integers("positions", count: exceptions.count)
            for (index, exception) in exceptions.enumerated() {
                while next < own.count, own[next] < exception { next += 1 }
                guard next < own.count else { return }
                guard own[next] == exception else { continue }
                guard let lane = lanes[index].flatMap(QueueRow.Lane.init(rawValue:)), let position = found[index]
                else { throw StoreError.failed("the place of X\(exception) is missing; the file is damaged") }
                positions[lane, default: []].append(Int32(clamping: position))
            }
        }
        self.positions = positions.mapValues { $0.sorted() }
    }
}

extension SQLiteStore {
    static let ownIDsSQL = """
        SELECT exception.id FROM family CROSS JOIN exception ON exception.family = family.id
        WHERE account IN (SELECT value FROM json_each(?))
        """

    /// The rows of a rotation's queue that are of these accounts.
    func ownRows(of accounts: Set<String>, in rotation: Int64, _ db: Database) throws -> OwnRows {
        if let known = ownRows.withLock({ $0[rotation, accounts] }) { return known }
        let own = try OwnRows(of: accounts, in: rotation, db)
        ownRows.withLock { $0[rotation, accounts] = own }
        return own
    }
}

/// What was looked up of one rotation's queue, for as many sets of accounts as a team has.
struct KnownOwnRows: Sendable {
    private static let capacity = 64
    private var rotation: Int64 = 0
    private var known: [Set<String>: OwnRows] = [:]

    subscript(rotation: Int64, accounts: Set<String>) -> OwnRows? {
        get { self.rotation == rotation ? known[accounts] : nil }
        set {
            // A reader that began before the last publication asks for an older one; the newer stays.
            guard rotation >= self.rotation else { return }
            if rotation > self.rotation || known.count >= Self.capacity { known = [:] }
            self.rotation = rotation
            known[accounts] = newValue
        }
    }
}
