import FlywheelKit
import FlywheelStore
import GRDB

/// Listings as a rotation ranks them, by what its open rows come to on each: made once, with its queue, so that nobody who
/// looks at the first of them adds up the rows of all.
struct ListingRanks {
    /// A run of one list.
    struct Part {
        let list: String
        let places: ArraySlice<RankedListing.Place>
    }

    /// Listings in one part.
    private static let capacity = 512
    /// The list of all accounts.
    static let all = "*"

    /// The places of each list.
    private let lists: [String: [RankedListing.Place]]

    /// The list of one account.
    static func list(of account: String) -> String { "=\(account)" }

    /// Adds up rows, whose exceptions may be staged still.
    init(of rows: [QueueRow], _ db: Database) throws {
        var places: [ListingKey: RankedListing.Place] = [:]
        var families = Families(db)
        var accounts: [Int64: (number: Int, name: String)?] = [:]
        var numbers: [FingerprintFamily: Int] = [:]
        var statement = try BulkStatement(
            db, "SELECT family, code FROM exception WHERE id = ? AND source <> 'group'")
        for row in rows.sorted(by: { $0.exception < $1.exception }) {
            statement.bind(row.exception.number)
            try statement.forEachRow { found in
                let number = try found.integer()
                if accounts[number] == nil {
                    let family = try families.family(number)
                    accounts[number] = .some(Self.market(of: family, &numbers))
                }
                guard let market = accounts[number] ?? nil else { return }
                let key = ListingKey(market: market.number, account: market.name, code: try found.text())
                places[key, default: RankedListing.Place(atRisk: 0, exception: row.exception)].atRisk +=
                    row.atRisk ?? 0
            }
        }
        var lists = Dictionary(grouping: places) { Self.list(of: $0.key.account) }.mapValues {
            $0.map(\.value).sorted()
        }
        if lists.count > 1 { lists[Self.all] = places.values.sorted() }
        self.lists = lists
    }

    /// Whose listings a family is about; `nil` where it is about something else.
    private static func market(
        of family: FingerprintFamily, _ numbers: inout [FingerprintFamily: Int]
    ) -> (number: Int, name: String)? {
        guard family.subject == .listing else { return nil }
        let market = FingerprintFamily(
            workflow: "", kind: "", subject: .listing, account: family.account, marketplace: family.marketplace)
        let number = numbers[market] ?? numbers.count
        numbers[market] = number
        return (number, family.account)
    }

    /// The lists cut into parts.
    var parts: [Part] {
        lists.sorted { $0.key < $1.key }.flatMap { list, places in
            stride(from: 0, to: places.count, by: Self.capacity).map { start in
                Part(list: list, places: places[start..<min(start + Self.capacity, places.count)])
            }
        }
    }
}

/// A listing while rows are added up.
private struct ListingKey: Hashable {
    /// Stands for the account and the marketplace.
    let market: Int
    let account: String
    let code: String

    static func == (left: Self, right: Self) -> Bool { left.market == right.market && left.code == right.code }

    func hash(into hasher: inout Hasher) {
        hasher.combine(market)
        hasher.combine(code)
    }
}

extension Database {
    /// Writes a part of a rotation's ranks.
    func insert(_ part: ListingRanks.Part, of rotation: Int64) throws {
        guard let last = part.places.last else { return }
        var statement = try BulkStatement(self, "INSERT INTO listing_rank VALUES (?, ?, ?, ?, ?, ?, ?)")
        statement.bind(rotation)
        statement.bind(part.list)
        statement.bind(-last.atRisk)
        statement.bind(last.exception.number)
        statement.bind(Int64(part.places.count))
        statement.bind(integers: part.places.map { Int($0.exception.number) })
        statement.bind(integers: part.places.map { Int($0.atRisk) })
        try statement.run()
    }
}

extension SQLiteStore {
    /// Ranks the listings of a queue that a program published which ranked none.
    func rankListings() throws(StoreError) {
        let unranked = try read { db in
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT MAX(rotation) FROM queue WHERE rotation = ?1
                        AND NOT EXISTS (SELECT 1 FROM listing_rank WHERE rotation = ?1)
                    """, arguments: [try db.currentRotation()])
        }
        guard let unranked else { return }
        let ranks = try read { db in try ListingRanks(of: try db.queueRows(of: unranked), db).parts }
        try write { db in for part in ranks { try db.insert(part, of: unranked) } }
    }
}

extension Database {
    /// All rows of a rotation's queue.
    fileprivate func queueRows(of rotation: Int64) throws -> [QueueRow] {
        try QueueRow.Lane.allCases.flatMap { lane in
            var rows: [QueueRow] = []
            while let part = try queuePart(lane, from: (rows.last?.position ?? 0) + 1, of: rotation) {
                rows += part.rows
            }
            return rows
        }
    }
}
