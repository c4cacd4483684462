import FlywheelKit
import FlywheelStore
import GRDB

extension FingerprintFamily {
    /// The family in the next columns of a row.
    init(_ row: inout RowReader) throws(StoreError) {
        self.init(
            workflow: try row.text(), kind: try row.text(), subject: try row.word("subject"),
            account: try row.text(), marketplace: try row.text())
    }
}

/// Families by number and numbers by family, each looked up once in a transaction.
struct Families {
    private let db: Database
    private var byNumber: [Int64: FingerprintFamily] = [:]
    private var numbers: [FingerprintFamily: Int64] = [:]
    private var last: (family: FingerprintFamily, number: Int64)?

    init(_ db: Database) { self.db = db }

    /// The family of a number.
    mutating func family(_ number: Int64) throws -> FingerprintFamily {
        if let family = byNumber[number] { return family }
        var found: FingerprintFamily?
        var statement = try BulkStatement(
            db, "SELECT workflow, kind, subject, account, marketplace FROM family WHERE id = ?")
        statement.bind(number)
        try statement.forEachRow { row in found = try FingerprintFamily(&row) }
        guard let found else { throw StoreError.failed("there is no family \(number); the file is damaged") }
        byNumber[number] = found
        return found
    }

    /// The number of a family, where it has one.
    mutating func number(of family: FingerprintFamily) throws -> Int64? {
        // Neighbours are mostly of one family, and comparing two is cheaper than hashing one.
        if let last, last.family == family { return last.number }
        guard let number = try numbers[family] ?? kept(family) else { return nil }
        numbers[family] = number
        last = (family, number)
        return number
    }

    /// The number of a family, which is given one where it has none.
    mutating func numberMakingOne(of family: FingerprintFamily) throws -> Int64 {
        if let number = try number(of: family) { return number }
        try bound("INSERT INTO family (account, marketplace, subject, workflow, kind) VALUES (?, ?, ?, ?, ?)", family) {
            _ in
        }
        return db.lastInsertedRowID
    }

    private func kept(_ family: FingerprintFamily) throws -> Int64? {
        var number: Int64?
        let sql = """
            SELECT id FROM family
            WHERE account = ? AND marketplace = ? AND subject = ? AND workflow = ? AND kind = ?
            """
        try bound(sql, family) { row in number = try row.integer() }
        return number
    }

    private func bound(_ sql: String, _ family: FingerprintFamily, _ body: (inout RowReader) throws -> Void) throws {
        var statement = try BulkStatement(db, sql)
        statement.bind(family.account)
        statement.bind(family.marketplace)
        statement.bind(family.subject.rawValue)
        statement.bind(family.workflow)
        statement.bind(family.kind)
        try statement.forEachRow(body)
    }
}
