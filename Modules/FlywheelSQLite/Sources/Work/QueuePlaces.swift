import FlywheelKit
import FlywheelStore
import GRDB

/// Where exceptions stand in a queue, by their ids.
struct QueuePlaces {
    /// Places in one part.
    static let capacity = 1_024

    /// Exceptions in ascending order, each with its lane and position.
    private let rows: [(exception: Int, lane: Int, position: Int)]

    /// The places of a queue's rows, as parts.
    ///
    /// - Throws: ``FlywheelStore/StoreError/refused(_:)`` when an exception stands at two places.
    static func parts(of rows: [QueueRow]) throws(StoreError) -> [QueuePlaces] {
        let places = rows.map { (exception: Int($0.exception.number), lane: $0.lane.rawValue, position: $0.position) }
            .sorted { $0.exception < $1.exception }
        for (left, right) in zip(places, places.dropFirst()) where left.exception == right.exception {
            throw .refused("\(ExceptionID(Int64(left.exception))) stands at two places of the queue")
        }
        return stride(from: 0, to: places.count, by: capacity).map { start in
            QueuePlaces(rows: Array(places[start..<min(start + capacity, places.count)]))
        }
    }
}

extension Database {
    /// Writes a part of a rotation's places.
    func insert(_ places: QueuePlaces, of rotation: Int64) throws {
        try places.write(to: self, rotation)
    }

    /// Where an exception stands in a rotation's queue.
    func place(of id: ExceptionID, in rotation: Int64) throws -> (lane: QueueRow.Lane, position: Int)? {
        var found: (QueueRow.Lane, Int)?
        var statement = try BulkStatement(self, SQLiteStore.placeSQL)
        statement.bind(rotation)
        statement.bind(id.number)
        try statement.forEachRow { row in
            let exceptions = try row.integers("exceptions").storage
            let index = exceptions.prefixCount { $0 < Int(id.number) }
            guard index < exceptions.count, exceptions[index] == Int(id.number) else { return }
            let lane = try row.integers("lanes", count: exceptions.count)[index]
            let position = try row.integers("positions", count: exceptions.count)[index]
            guard let position, let lane = lane.flatMap(QueueRow.Lane.init(rawValue:)) else {
                throw StoreError.failed("the place of \(id) is missing; the file is damaged")
            }
            found = (lane, position)
        }
        return found
    }
}

extension SQLiteStore {
    static let placeSQL = """
        SELECT exceptions, lanes, positions FROM queue_place
        WHERE rotation = ? AND last >= ? ORDER BY last LIMIT 1
        """
}

extension QueuePlaces {
    fileprivate func write(to db: Database, _ rotation: Int64) throws {
        guard let last = rows.last else { return }
        var statement = try BulkStatement(db, "INSERT INTO queue_place VALUES (?, ?, ?, ?, ?)")
        statement.bind(rotation)
        statement.bind(Int64(last.exception))
        statement.bind(integers: rows.map(\.exception))
        statement.bind(integers: rows.map(\.lane))
        statement.bind(integers: rows.map(\.position))
        try statement.run()
    }
}
