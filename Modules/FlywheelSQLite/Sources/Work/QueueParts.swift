import FlywheelKit
import FlywheelStore
import Foundation
import GRDB

/// A run of rows of one lane, by position, kept as columns: a hundred thousand rows are two hundred small writes.
struct QueuePart {
    /// Rows in one part: few enough to read for a page, many enough to write for a queue.
    static let capacity = 512

    let rows: [QueueRow]

    /// The rows of a queue as parts, by lane and position.
    ///
    /// - Throws: ``FlywheelStore/StoreError/refused(_:)`` when two rows stand at one place.
    static func parts(of rows: [QueueRow]) throws(StoreError) -> [QueuePart] {
        let order = rows.indices.map { (lane: rows[$0].lane.rawValue, position: rows[$0].position, index: $0) }
            .sorted { ($0.lane, $0.position) < ($1.lane, $1.position) }
        for (left, right) in zip(order, order.dropFirst()) where left.lane == right.lane {
            guard left.position < right.position else {
                throw .refused("two rows stand at place \(left.position) of the lane \(rows[left.index].lane)")
            }
        }
        var parts: [QueuePart] = []
        var start = order.startIndex
        while start < order.endIndex {
            var end = start
            while end < order.endIndex, end - start < capacity, order[end].lane == order[start].lane { end += 1 }
            parts.append(QueuePart(rows: order[start..<end].map { rows[$0.index] }))
            start = end
        }
        return parts
    }
}

extension Database {
    /// Writes a part of a rotation's queue.
    func insert(_ part: QueuePart, of rotation: Int64) throws {
        guard let last = part.rows.last else { return }
        var statement = try BulkStatement(self, "INSERT INTO queue VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        statement.bind(rotation)
        statement.bind(Int64(last.lane.rawValue))
        statement.bind(Int64(last.position))
        statement.bind(Int64(part.rows.count))
        statement.bind(integers: part.rows.map { Int($0.exception.number) })
        statement.bind(integers: part.rows.map(\.position))
        statement.bind(integers: part.rows.map { $0.atRisk.map { Int($0) } })
        statement.bind(integers: part.rows.map { $0.tier.flatMap(Tier.allCases.firstIndex(of:)) })
        statement.bind(integers: part.rows.map { $0.terms?.count })
        statement.bind(part.rows.flatMap { $0.terms ?? [] })
        try statement.run()
    }

    /// The part of a rotation's queue that holds a position of a lane, or the next one after it.
    func queuePart(_ lane: QueueRow.Lane, from position: Int, of rotation: Int64) throws -> QueuePart? {
        var found: QueuePart?
        var statement = try BulkStatement(self, SQLiteStore.partSQL)
        statement.bind(rotation)
        statement.bind(Int64(lane.rawValue))
        statement.bind(Int64(position))
        try statement.forEachRow { row in found = try QueuePart(lane, &row) }
        return found
    }
}

extension SQLiteStore {
    static let partSQL = """
        SELECT exceptions, positions, at_risk, tiers, lengths, terms FROM queue
        WHERE rotation = ? AND lane = ? AND last >= ? ORDER BY last LIMIT 1
        """
}

extension QueuePart {
    fileprivate init(_ lane: QueueRow.Lane, _ row: inout RowReader) throws {
        let exceptions = try row.integers("exceptions")
        let count = exceptions.count
        let positions = try row.integers("positions", count: count)
        let atRisk = try row.integers("at_risk", count: count)
        let tiers = try row.integers("tiers", count: count)
        let lengths = try row.integers("lengths", count: count)
        let terms = try row.optionalBlob() ?? []
        var start = 0
        var rows: [QueueRow] = []
        rows.reserveCapacity(count)
        for index in 0..<count {
            let end = start + (lengths[index] ?? 0)
            guard let exception = exceptions[index], let position = positions[index], end <= terms.count else {
                throw StoreError.failed("a part of the queue lacks what it should hold; the file is damaged")
            }
            rows.append(
                QueueRow(
                    exception: ExceptionID(Int64(exception)), lane: lane, position: position,
                    atRisk: atRisk[index].map { Int64($0) },
                    tier: tiers[index].flatMap { Tier.allCases.indices.contains($0) ? Tier.allCases[$0] : nil },
                    terms: lengths[index] == nil ? nil : Array(terms[start..<end])))
            start = end
        }
        self.rows = rows
    }
}

// MARK: Columns

extension BulkStatement {
    /// Binds a column of whole numbers.
    mutating func bind(integers values: [Int?]) { bind(ColumnCodec.encode(.integers(Values(values)))) }

    /// Binds a column of whole numbers, all of them known.
    mutating func bind(integers values: [Int]) { bind(ColumnCodec.encode(.integers(Values(all: values)))) }
}

extension RowReader {
    /// The column of whole numbers in the next column of the row, of `count` rows where that is said.
    mutating func integers(_ name: String, count: Int? = nil) throws -> Values<Int> {
        let column: ColumnData
        do {
            column = try withBlob { try ColumnCodec.decode($0) }
        } catch let damage as ColumnDamage {
            throw StoreError.failed("column \(name) of the queue \(damage)")
        }
        guard case .integers(let values) = column, values.count == count ?? values.count else {
            throw StoreError.failed("column \(name) of the queue holds something else than it should")
        }
        return values
    }
}
