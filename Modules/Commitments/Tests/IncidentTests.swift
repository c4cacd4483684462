import FlywheelKit
import FlywheelStore
import Testing

@testable import Commitments

@Suite struct IncidentTests {
    private func opened(_ scene: Scene) throws -> Incident {
        try scene.desk(10).open(
            "Orders are late", text: "Orders come in an hour late.", severity: .partial, components: ["orders"],
            began: Scene.hour(9), next: Scene.hour(11))
    }

    @Test func whatWasSaidStaysAsItWasSaid() throws {
        let scene = try Scene()
        let incident = try opened(scene)
        #expect(incident.id == "B1" && incident.state(at: Scene.hour(10)) == .open && incident.body.owner == "mia")
        let updated = try scene.desk(10.5, by: "ben").update(1, text: "It gets worse.", severity: .major)
        #expect(updated.body.updates.first == incident.last)
        #expect(updated.last.severity == .major && updated.last.components == ["orders"] && updated.last.by == "ben")
        #expect(updated.last.next == Scene.hour(11.5))
        let resolved = try scene.desk(11).resolve(1, text: "All orders are in.")
        #expect(resolved.resolved == Scene.hour(11) && resolved.severity == nil)
        #expect(resolved.body.updates.dropLast() == updated.body.updates[...])
        #expect(throws: CommitmentError.isOver("B1", state: "resolved")) {
            try scene.desk(12).update(1, text: "One more thing.")
        }
        #expect(try scene.store.history(of: "B1").map(\.event.state) == ["open", "open", "resolved"])
    }

    @Test func earlierMomentsAreSeenAsTheyWere() throws {
        let scene = try Scene()
        _ = try opened(scene)
        _ = try scene.desk(10.5).resolve(1, text: "All orders are in.")
        #expect(try scene.desk(9.9).incidents().isEmpty)
        #expect(try scene.desk(10.4).incident(1).resolved == nil)
        #expect(throws: CommitmentError.unknown("B1")) { try scene.desk(9).incident(1) }
        #expect(throws: CommitmentError.tooEarly("B1", last: Scene.hour(10.5))) {
            try scene.desk(10.2).update(1, text: "Looking.")
        }
    }

    @Test func anUpdateIsOverdueFromTheSecondAfterItWasPromisedFor() throws {
        let scene = try Scene()
        let incident = try opened(scene)
        #expect(incident.state(at: Scene.hour(11)) == .open)
        #expect(incident.state(at: Scene.hour(11).advanced(bySeconds: 1)) == .overdue)
        #expect(try scene.desk(11).noteMissed().isEmpty)
        #expect(try scene.desk(12).noteMissed() == ["B1"])
        #expect(try scene.desk(13).noteMissed().isEmpty)
        let event = try #require(try scene.store.history(of: "B1").last)
        #expect(event.event.state == "overdue" && event.actor == Actor(.rule, "upkeep") && event.at == Scene.hour(12))
        _ = try scene.desk(13).update(1, text: "Still looking.", next: Scene.hour(14))
        #expect(try scene.desk(15).noteMissed() == ["B1"])
        #expect(try scene.store.journalFaults().isEmpty)
    }

    @Test func theJournalHoldsNoWordOfWhatIsSaid() throws {
        let scene = try Scene()
        _ = try opened(scene)
        for line in try scene.store.events() { #expect(!"\(line)".contains("late")) }
    }

    @Test func whatCannotBeSoIsRefused() throws {
        let scene = try Scene()
        func open(_ components: [String] = ["orders"], began: Double = 9, next: Double = 11) throws {
            _ = try scene.desk(10).open(
                "Title", text: "Text", severity: .degraded, components: components, began: Scene.hour(began),
                next: Scene.hour(next))
        }
        #expect(throws: CommitmentError.noComponents) { try open([]) }
        #expect(throws: CommitmentError.noComponent("order", known: ["orders", "labels"])) { try open(["order"]) }
        #expect(throws: CommitmentError.began(Scene.hour(10.1), now: Scene.hour(10))) { try open(began: 10.1) }
        #expect(throws: CommitmentError.nextUpdate(Scene.hour(10), now: Scene.hour(10))) { try open(next: 10) }
        #expect(throws: CommitmentError.nextUpdate(Scene.hour(200), now: Scene.hour(10))) { try open(next: 200) }
        #expect(throws: CommitmentError.unknown("B7")) { try scene.desk(10).resolve(7, text: "Done") }
        #expect(try scene.store.events().isEmpty)
    }

    @Test func ofTwoPeopleAtOnceTheSecondIsTold() throws {
        let scene = try Scene()
        var first = try opened(scene).record
        _ = try scene.desk(10.2).update(1, text: "Looking.")
        first.state = "resolved"
        #expect(throws: StoreError.recordsChangedMeanwhile(["B1"])) {
            try scene.store.keep([first], by: Actor(.person, "ben"), at: Scene.hour(10.3))
        }
    }
}
