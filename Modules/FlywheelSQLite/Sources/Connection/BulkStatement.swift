import FlywheelStore
import GRDB
import GRDBSQLite

/// A prepared statement for rows by the hundred thousand: values go to SQLite and come from it without being boxed,
/// named or looked up.
///
/// Values are bound in the order of the statement's parameters, all of them before each run.
struct BulkStatement {
    private let statement: Statement
    private let handle: OpaquePointer
    private let connection: OpaquePointer?
    private var parameter: Int32 = 0
    // SQLite reads texts and blobs where they lie. They lie here until the statement has run, so it need not copy them.
    private var bytes: [UInt8] = []
    private var spans: [Span] = []

    private struct Span {
        let parameter: Int32
        let range: Range<Int>
        let isText: Bool
    }

    /// The statement of that text, prepared once for each connection.
    init(_ db: Database, _ sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
        connection = db.sqliteConnection
    }

    // MARK: Values

    /// Binds a whole number.
    mutating func bind(_ value: Int64?) {
        parameter += 1
        guard let value else { return bindNull() }
        sqlite3_bind_int64(handle, parameter, value)
    }

    /// Binds a text.
    mutating func bind(_ text: String?) {
        parameter += 1
        guard let text else { return bindNull() }
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        spans.append(Span(parameter: parameter, range: start..<bytes.count, isText: true))
    }

    /// Binds a blob.
    mutating func bind(_ blob: [UInt8]?) {
        parameter += 1
        guard let blob else { return bindNull() }
        let start = bytes.count
        bytes.append(contentsOf: blob)
        spans.append(Span(parameter: parameter, range: start..<bytes.count, isText: false))
    }

    private func bindNull() { sqlite3_bind_null(handle, parameter) }

    // MARK: Running

    /// Runs the statement to its end with the values bound.
    mutating func run() throws { try forEachRow { _ in } }

    /// Runs the statement with the values bound, and hands over each row it answers with.
    mutating func forEachRow(_ body: (inout RowReader) throws -> Void) throws {
        defer {
            sqlite3_reset(handle)
            parameter = 0
            bytes.removeAll(keepingCapacity: true)
            spans.removeAll(keepingCapacity: true)
        }
        try bytes.withUnsafeBytes { bytes in
            for span in spans { bind(span, of: bytes) }
            while true {
                switch sqlite3_step(handle) {
                case SQLITE_ROW:
                    var row = RowReader(handle)
                    try body(&row)
                case SQLITE_DONE: return
                case let code:
                    throw DatabaseError(
                        resultCode: ResultCode(rawValue: code),
                        message: connection.map { String(cString: sqlite3_errmsg($0)) }, sql: statement.sql)
                }
            }
        }
    }

    /// Without a destructor SQLite leaves the bytes to us; an empty array may have no address, and none means NULL.
    private func bind(_ span: Span, of bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, !span.range.isEmpty else {
            if span.isText {
                sqlite3_bind_text(handle, span.parameter, "", 0, nil)
            } else {
                sqlite3_bind_zeroblob(handle, span.parameter, 0)
            }
            return
        }
        let start = base + span.range.lowerBound
        let count = Int32(span.range.count)
        if span.isText {
            sqlite3_bind_text(handle, span.parameter, start.assumingMemoryBound(to: CChar.self), count, nil)
        } else {
            sqlite3_bind_blob(handle, span.parameter, start, count, nil)
        }
    }
}

/// The columns of a row, read in their order, while the statement stands on it.
struct RowReader {
    private let handle: OpaquePointer
    private var column: Int32 = -1

    fileprivate init(_ handle: OpaquePointer) { self.handle = handle }

    /// Leaves columns out.
    mutating func skip(_ count: Int) { column += Int32(count) }

    /// The whole number in the next column.
    mutating func integer() throws(StoreError) -> Int64 {
        guard let value = try optionalInteger() else { throw damaged(Int64.self) }
        return value
    }

    /// The whole number in the next column, where there is one.
    mutating func optionalInteger() throws(StoreError) -> Int64? {
        guard try advance(to: SQLITE_INTEGER, Int64.self) else { return nil }
        return sqlite3_column_int64(handle, column)
    }

    /// The text in the next column.
    mutating func text() throws(StoreError) -> String {
        guard let value = try optionalText() else { throw damaged(String.self) }
        return value
    }

    /// The text in the next column, where there is one.
    mutating func optionalText() throws(StoreError) -> String? {
        guard try advance(to: SQLITE_TEXT, String.self) else { return nil }
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: start, count: width), as: UTF8.self)
    }

    /// What `body` makes of the blob in the next column.
    mutating func withBlob<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
        guard try advance(to: SQLITE_BLOB, [UInt8].self) else { throw damaged([UInt8].self) }
        return try body(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, column), count: width))
    }

    /// The blob in the next column, where there is one.
    mutating func optionalBlob() throws(StoreError) -> [UInt8]? {
        guard try advance(to: SQLITE_BLOB, [UInt8].self) else { return nil }
        return Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, column), count: width))
    }

    private var width: Int { Int(sqlite3_column_bytes(handle, column)) }

    /// Moves to the next column, and says whether it holds something; of another type, the file is damaged.
    private mutating func advance(to type: Int32, _ expected: Any.Type) throws(StoreError) -> Bool {
        column += 1
        let found = sqlite3_column_type(handle, column)
        if found == type { return true }
        guard found == SQLITE_NULL else { throw damaged(expected) }
        return false
    }

    private func damaged(_ expected: Any.Type) -> StoreError {
        let name = sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "\(column)"
        return .failed("column \(name) holds no \(expected); the file is damaged")
    }
}
