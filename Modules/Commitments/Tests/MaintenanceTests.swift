import FlywheelKit
import FlywheelStore
import Testing

@testable import Commitments

@Suite struct MaintenanceTests {
    private func announced(_ scene: Scene) throws -> Maintenance {
        try scene.desk(1).announce(
            "New disks", text: "The store gets new disks.", components: ["labels", "orders"], starts: Scene.hour(48),
            ends: Scene.hour(50))
    }

    @Test func itIsAnnouncedUnderWayAndDone() throws {
        let scene = try Scene()
        let first = try announced(scene)
        #expect(first.id == "G1" && first.body.components == ["orders", "labels"])
        #expect(first.state(at: Scene.hour(48)) == .announced)
        let begun = try scene.desk(48).say(.begun, of: 1, text: "We began.")
        #expect(begun.state(at: Scene.hour(50)) == .underWay)
        let done = try scene.desk(49).say(.done, of: 1, text: "It is done.")
        #expect(done.state(at: Scene.hour(100)) == .done)
        #expect(throws: CommitmentError.isOver("G1", state: "done")) {
            try scene.desk(50).move(1, text: "Again.", ends: Scene.hour(60))
        }
        let states = try scene.store.history(of: "G1").map(\.event.state)
        #expect(states == ["announced", "under-way", "done"])
    }

    @Test func itIsLateWhenItDoesNotBeginOrEndInTime() throws {
        let scene = try Scene()
        let first = try announced(scene)
        #expect(first.state(at: Scene.hour(48.1)) == .late)
        #expect(try scene.desk(48.1).noteMissed() == ["G1"])
        let begun = try scene.desk(49).say(.begun, of: 1, text: "We began late.")
        #expect(begun.state(at: Scene.hour(49.5)) == .underWay && begun.state(at: Scene.hour(50.1)) == .late)
        let moved = try scene.desk(50.1).move(1, text: "It takes longer.", ends: Scene.hour(52))
        #expect(moved.state(at: Scene.hour(51)) == .underWay)
        #expect(try scene.store.journalFaults().isEmpty)
    }

    @Test func whatCannotBeSoIsRefused() throws {
        let scene = try Scene()
        _ = try announced(scene)
        #expect(throws: CommitmentError.step("G1", state: "announced")) {
            try scene.desk(2).say(.done, of: 1, text: "Done.")
        }
        #expect(throws: CommitmentError.step("G1", state: "announced")) {
            try scene.desk(2).say(.announced, of: 1, text: "Again.")
        }
        let past = CommitmentError.span(starts: Scene.hour(1), ends: Scene.hour(3), now: Scene.hour(2))
        #expect(throws: past) {
            try scene.desk(2).announce(
                "A", text: "B", components: ["orders"], starts: Scene.hour(1), ends: Scene.hour(3))
        }
        _ = try scene.desk(48).say(.begun, of: 1, text: "We began.")
        #expect(throws: CommitmentError.step("G1", state: "under-way")) {
            try scene.desk(49).say(.cancelled, of: 1, text: "No.")
        }
        #expect(throws: CommitmentError.self) {
            try scene.desk(49).move(1, text: "Later.", starts: Scene.hour(60), ends: Scene.hour(61))
        }
    }

    @Test func whatIsCancelledIsOver() throws {
        let scene = try Scene()
        _ = try announced(scene)
        let cancelled = try scene.desk(2).say(.cancelled, of: 1, text: "Not needed.")
        #expect(cancelled.state(at: Scene.hour(60)) == .cancelled)
        #expect(cancelled.announcedSpan(until: Scene.hour(60)) == nil)
    }
}
