import FlywheelStore
import Foundation
import GRDB
import Testing

@testable import FlywheelSQLite

@Suite("A queue is kept as columns")
struct QueueTests {
    private let store: SQLiteStore
    private var turn: Turn
    private let ids: [ExceptionID]

    init() throws {
        store = try SQLiteStore.inMemory()
        turn = try store.begin()
        ids = try store.open((0..<1_100).map { "K\($0)" }, in: &turn)
    }

    private func refusal() -> StoreError? {
        do throws(StoreError) {
            try store.publish(turn)
            return nil
        } catch {
            return error
        }
    }

    private func add(_ exception: ExceptionID, at position: Int) throws {
        let row = QueueRow(exception: exception, lane: .active, position: position, atRisk: 1, tier: nil, terms: nil)
        try store.stage([row], for: turn.rotation.id)
    }

    @Test func twoRowsAtOnePlaceAreRefused() throws {
        try add(ExceptionID(5_000), at: 700)
        #expect(refusal() == .refused("two rows stand at place 700 of the lane active"))
        #expect(try store.currentRotation() == nil)
    }

    @Test func oneExceptionAtTwoPlacesIsRefused() throws {
        try add(ids[3], at: 5_000)
        #expect(refusal() == .refused("\(ids[3]) stands at two places of the queue"))
    }

    @Test func oldGenerationsAreRemoved() throws {
        try store.publish(turn)
        let next = try store.begin()
        try store.publish(next)
        let rotations = try store.read { db in
            try Int64.fetchAll(db, sql: "SELECT rotation FROM queue UNION SELECT rotation FROM queue_place")
        }
        #expect(rotations == [])
    }

    @Test(arguments: ["exceptions", "positions", "at_risk", "tiers", "lengths"])
    func flippedBitIsNamed(column: String) throws {
        try store.publish(turn)
        try store.write { db in
            var bytes = try #require(try Data.fetchOne(db, sql: "SELECT \(column) FROM queue WHERE last = 512"))
            bytes[bytes.count / 2] ^= 1
            try db.execute(sql: "UPDATE queue SET \(column) = ? WHERE last = 512", arguments: [bytes])
        }
        #expect(throws: StoreError.failed("column \(column) of the queue does not match its checksum")) {
            try store.queue(.active, after: 100, limit: 9)
        }
        #expect(try store.queue(.active, after: 512, limit: 9).count == 9)
    }

    @Test func shortenedTermsAreNamed() throws {
        let id = try #require(ids.last)
        let row = QueueRow(
            exception: ExceptionID(5_000), lane: .predicted, position: 1, atRisk: 1, tier: nil, terms: [1, 2])
        try store.stage([row], for: turn.rotation.id)
        try store.publish(turn)
        try store.write { db in try db.execute(sql: "UPDATE queue SET terms = x'01' WHERE lane = 2") }
        #expect(
            throws: StoreError.failed("a part of the queue lacks what it should hold; the file is damaged")
        ) { try store.queue(.predicted, after: 0, limit: 9) }
        #expect(try store.place(of: id)?.row.position == ids.count)
    }
}
