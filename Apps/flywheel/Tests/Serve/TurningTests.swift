import FlywheelHost
import FlywheelKit
import FlywheelStore
import Testing

@testable import flywheel

/// When a server turns the wheel by itself.
@Suite struct TurningTests {
    private let desk: Desk
    private let store: any Store

    init() throws {
        desk = try Desk.rotated()
        store = try PageDoor(desk).house.host.store
    }

    private func isDue(minutesLater minutes: Int64) throws -> Bool {
        let last = try #require(try store.currentRotation())
        return try Turning.isDue(store, at: Instant(seconds: last.asOf.seconds + minutes * 60), minutes: 60)
    }

    @Test func itTurnsWhenTheLastTurnIsTooLongAgo() throws {
        #expect(try !isDue(minutesLater: 0))
        #expect(try !isDue(minutesLater: 59))
        #expect(try isDue(minutesLater: 60))
    }

    @Test func itTurnsWhenSomebodyDiscardsAFile() throws {
        let file = try #require(try store.imports().last { $0.state == .kept })
        try store.decideImport(file.id, accept: false, by: Actor(.person, "mia"), at: Scene.asOf)
        #expect(try isDue(minutesLater: 1))
    }

    @Test func itTurnsWhenSomebodyAcceptsAFileThatCameInBeforeTheLastTurn() throws {
        let file = try #require(try store.imports().last { $0.state == .kept })
        var draft = file.draft
        draft.digest = "another"
        draft.receivedAt = Scene.asOf.advanced(byDays: -1)
        let mia = Actor(.person, "mia")
        let id = try store.beginImport(draft, by: mia)
        try store.finishImport(id, as: .quarantined, file.summary)
        #expect(try !isDue(minutesLater: 1), "what is quarantined counts for nothing")
        try store.decideImport(id, accept: true, by: mia, at: Scene.asOf)
        #expect(try isDue(minutesLater: 1))
    }
}
