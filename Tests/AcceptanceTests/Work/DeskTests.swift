import Foundation
import Testing

/// What people do every day, through the real program, with what refuses them.
@Suite("Desk") struct DeskTests {
    @Test("An assignment shows in the queue and in the history, and stays with whoever has claimed")
    func assign() throws {
        let desk = try Desk()
        #expect(try desk.run("assign X1 --to ben").exit == 0)
        #expect(try desk.queue("--owner ben") == ["X1"])
        #expect(try desk.run("show X1").output.contains("assigned by mia to ben"))
        #expect(try desk.run("claim X1", as: "cleo").exit == 0)
        let refused = try desk.run("assign X1 --to ben")
        #expect(refused.exit == 4 && refused.errors.contains("cleo"))
        #expect(try desk.run("assign X9 --to ben").exit == 5)
        #expect(try desk.run("assign X1").exit == 64)
        #expect(try desk.run("assign X1 --to", as: "mia", at: Desk.moment, " ").exit == 64)
    }

    @Test("A note is shown, never journalled, and takes ids from standard input")
    func note() throws {
        let desk = try Desk()
        let asked = ["note", "-", "ask Jane Roe", "--as", "mia", "--as-of", Desk.moment]
        #expect(try desk.program.start(asked, input: "1\tX1\t825.48\n\n").finish().exit == 0)
        #expect(try desk.run("show X1").output.contains("noted by mia: ask Jane Roe"))
        let shown = try desk.show()
        #expect(shown["notes"].items.compactMap { $0["text"].text } == ["ask Jane Roe"])
        let details = shown["history"].items.compactMap { $0["detail"].text }
        #expect(details.allSatisfy { !$0.contains("Jane") })
        #expect(try desk.run("note X1").exit == 64)
        #expect(try desk.run("note X1 X2").exit == 64)
        #expect(try desk.run("note X1", as: "mia", at: Desk.moment, " ").exit == 4)
        #expect(try desk.run("note X1 X99 hello").exit == 2)
        #expect(try desk.program.run("journal", "verify").exit == 0)
    }

    @Test("A snooze hides, counts, and ends by itself")
    func snooze() throws {
        let desk = try Desk()
        let before = try desk.run("queue --format json").json
        let until = "2026-11-23T08:00:00Z"
        #expect(try desk.run("snooze X1 --until \(until) --reason supplier").exit == 0)
        #expect(try desk.queue().isEmpty)
        #expect(try desk.queue("--state snoozed") == ["X1"])
        let during = try desk.run("queue --format json").json
        #expect(during["atRisk"].amount == before["atRisk"].amount)
        #expect(during["openCount"]["value"].number == 1 && during["snoozedCount"].number == 1)
        let row = try desk.run("queue --state snoozed --format json").json["items"].items.first
        #expect(row?["qualifiers"].items.compactMap(\.text) == ["snoozed"])
        #expect(row?["snoozedUntil"].text == until)
        #expect(try desk.run("queue --format table").output.contains("1 snoozed, counted above"))
        #expect(try desk.run("show X1").output.contains("snoozed by mia until Mon 23 Nov 08:00, supplier"))

        // No rotation is needed for its time to be over.
        #expect(try desk.queue(at: "2026-11-23T07:59:59Z").isEmpty)
        #expect(try desk.queue(at: until) == ["X1"])
        #expect(try desk.queue("--state snoozed", at: until).isEmpty)
        try desk.bring(desk.seller, on: "2026-11-23T14:00:00Z")
        #expect(try desk.run("rotate", at: "2026-11-23T16:00:00Z").exit == 0)
        #expect(try desk.events().contains("woken"))
    }

    @Test("A snooze needs an end and a reason, and keeps away from what others hold")
    func snoozeRefused() throws {
        let desk = try Desk()
        #expect(try desk.run("snooze X1 --reason supplier").exit == 64)
        #expect(try desk.run("snooze X1 --until 2026-12-01").exit == 64)
        for until in ["2026-11-20T20:00:00Z", "2026-11-19", "2028-01-01"] {
            let run = try desk.run("snooze X1 --until \(until) --reason supplier")
            #expect(run.exit == 4 && run.errors.hasPrefix("error[snooze-ends]"), "\(until)")
        }
        #expect(try desk.run("snooze X1 --until 2026-12-01 --reason", as: "mia", at: Desk.moment, " ").exit == 4)
        try desk.run("claim X1", as: "ben")
        #expect(try desk.run("snooze X1 --until 2026-12-01 --reason supplier").exit == 4)
        #expect(try desk.queue() == ["X1"])
        // A reason in words is a note.
        #expect(
            try desk.run("snooze X1 --until 2026-12-01 --reason", as: "ben", at: Desk.moment, "Jane is away").exit == 0)
        #expect(try desk.show()["notes"].items.compactMap { $0["text"].text } == ["Jane is away"])
        #expect(try desk.run("reopen X1", as: "ben").exit == 0)
        #expect(try desk.queue() == ["X1"])
    }

    @Test("Steps of a playbook are marked, and its opening is journalled once")
    func playbook() throws {
        let desk = try Desk()
        for _ in 1...2 { #expect(try desk.run("show X1 --playbook").exit == 0) }
        #expect(try desk.events() == ["opened", "playbookOpened"])
        #expect(try desk.run("step X1 2").exit == 0)
        #expect(try desk.run("step X1 2").exit == 0)
        #expect(try desk.events() == ["opened", "playbookOpened", "stepDone"])
        #expect(try desk.run("show X1 --playbook").output.contains("x 2. "))
        let refused = try desk.run("step X1 99")
        #expect(refused.exit == 4 && refused.errors.hasPrefix("error[no-step]"))
        for misused in ["step X1", "step X1 0", "step X1 two"] { #expect(try desk.run(misused).exit == 64) }
        // Looking ahead is a rehearsal.
        #expect(try desk.run("show X1 --playbook", as: "ben", at: "2030-01-01T00:00:00Z").exit == 0)
        #expect(try desk.events().count == 3)
    }
}
