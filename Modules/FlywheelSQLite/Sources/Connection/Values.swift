import FlywheelKit
import FlywheelStore
import GRDB

// Values of the records' own types in rows.

extension Row {
    /// The value of a column. GRDB's own subscript traps where a damaged file holds something else than it should.
    func get<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ column: String, as type: Value.Type = Value.self
    ) throws(StoreError) -> Value {
        do { return try decode(type, forColumn: column) } catch {
            throw .failed("column \(column) holds no \(type); the file is damaged")
        }
    }

    /// The value of a column by its place.
    func get<Value: DatabaseValueConvertible & StatementColumnConvertible>(
        _ index: Int, as type: Value.Type = Value.self
    ) throws(StoreError) -> Value {
        do { return try decode(type, atIndex: index) } catch {
            throw .failed("column \(index) holds no \(type); the file is damaged")
        }
    }

    /// An instant kept as seconds.
    func instant(_ column: String) throws(StoreError) -> Instant { Instant(seconds: try get(column)) }

    /// An instant that may be missing.
    func optionalInstant(_ column: String) throws(StoreError) -> Instant? {
        try get(column, as: Int64?.self).map(Instant.init(seconds:))
    }

    /// A word of a closed list.
    func word<Word: RawRepresentable>(_ column: String, as: Word.Type = Word.self) throws(StoreError) -> Word
    where Word.RawValue: DatabaseValueConvertible & StatementColumnConvertible {
        let raw: Word.RawValue = try get(column)
        guard let word = Word(rawValue: raw) else {
            throw .failed("column \(column) holds \"\(raw)\", which is no \(Word.self)")
        }
        return word
    }
}

extension Database {
    /// Adds one to a counter and returns its new value.
    func next(_ counter: String) throws -> Int64 {
        let value = try Int64.fetchOne(
            cachedStatement(sql: "UPDATE counter SET value = value + 1 WHERE name = ? RETURNING value"),
            arguments: [counter])
        guard let value else { throw StoreError.failed("the counter \(counter) is missing") }
        return value
    }

    /// The value of a counter.
    func count(of counter: String) throws -> Int64 {
        try Int64.fetchOne(self, sql: "SELECT value FROM counter WHERE name = ?", arguments: [counter]) ?? 0
    }

    /// Runs a statement that is used often.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Numbers as a JSON array, for `IN (SELECT value FROM json_each(?))`: no limit on how many.
    static func list(_ numbers: some Sequence<Int64>) -> String {
        "[\(numbers.map(String.init).joined(separator: ","))]"
    }

    /// Words as a JSON array, likewise.
    static func list(_ words: Set<String>) throws -> String { try CanonicalJSON.text(words.sorted()) }
}
