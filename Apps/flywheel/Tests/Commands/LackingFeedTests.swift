import FlywheelKit
import FlywheelStore
import Testing

@testable import flywheel

/// What is said of feeds that one account lacks, and of those that are too old.
@Suite struct LackingFeedTests {
    /// Two sellers, of whom one brought no report of suppressed listings and no stock.
    private func desk() throws -> Desk {
        let desk = try Desk()
        let files = [
            ("harbor", "listings", "sku,title,price,status\nH-1,Pan,20.00,Active\n"),
            ("harbor", "stock", "sku,fulfillable\nH-1,4\n"),
            ("harbor", "suppressed", "sku,status,reason,issue,since\nH-1,Search Suppressed,Info,brand,2026-11-18\n"),
            ("harbor", "daily-sales", "day,sku,units\n2026-11-18,H-1,2\n2026-11-19,H-1,2\n"),
            ("kent", "listings", "sku,title,price,status\nK-1,Pot,20.00,Active\n"),
        ]
        for (account, name, text) in files {
            let path = try desk.write(text, to: "\(account)-\(name).csv")
            let run = desk.run(
                "import", path, "--account", account, "--marketplace", "UK", "--at", "2026-11-20T08:00:00Z")
            #expect(run.exit == .done, "\(run.output)\(run.errors)")
        }
        #expect(desk.run("rotate").exit == .done)
        return desk
    }

    @Test func doctorNamesWhatOneAccountLacks() throws {
        let desk = try desk()
        let doctor = desk.run("doctor", "--format", "tabs").output
        #expect(
            doctor.contains("\nsuppressed listings kent, UK\tlook\tnot there: Suppressions opens nothing\t"),
            "\(doctor)")
        #expect(doctor.contains("\nstock kent, UK\tlook\tnot there: Inventory opens nothing\t"), "\(doctor)")
        #expect(doctor.contains("\nsuppressed listings harbor, UK\tok\t"), "\(doctor)")
        #expect(!doctor.contains("\ntickets kent"), "nobody has any: said once")
        let imports = desk.run("imports", "--format", "table").output
        #expect(imports.contains("Not there  stock of kent, UK: Inventory opens nothing"), "\(imports)")
        let feeds = try JSON(reading: desk.run("imports", "feeds", "--format", "json").output)
        guard case .array(let absent) = feeds["absent"] else {
            Issue.record("no list")
            return
        }
        #expect(absent.contains { $0["account"] == "kent" && $0["stopped"] == .array([.text("Inventory")]) })
        #expect(absent.contains { $0["title"] == "tickets" && $0["account"] == JSON.null })
        let page = try PageDoor(desk).get("/data", in: "de").text
        #expect(page.contains("(<bdi>kent, UK</bdi>): Bestand öffnet nichts"), "\(page)")
    }

    @Test func doctorSaysWhoWaitsForWhatIsStale() throws {
        let desk = try desk()
        let later = Scene.asOf.advanced(byDays: 20)
        let doctor = desk.run("doctor", "--format", "tabs", clock: later).output
        func line(_ name: String) -> Substring? { doctor.split(separator: "\n").first { $0.hasPrefix(name) } }
        #expect(
            line("stock harbor")?.contains("old, stale: Inventory opens and closes nothing until it is fresh") == true,
            "\(doctor)")
        #expect(line("daily sales harbor")?.contains("old, stale, still read") == true, "nothing waits for it")
        let page = try PageDoor(desk, at: later).get("/data").text
        #expect(page.contains("Inventory opens and closes nothing until it is fresh"))
    }

    @Test func theQueueOfOneAccountTellsWhatThatOneLacks() throws {
        let desk = try desk()
        func lines(_ flags: String...) -> String { desk.run(["queue", "--format", "table"] + flags).output }
        let all = lines("--width", "300")
        #expect(all.contains("stock missing (kent, UK)") && all.contains("suppressed listings missing (kent, UK)"))
        #expect(!lines("--account", "harbor", "--width", "300").contains("kent"))
        #expect(lines("--account", "kent", "--width", "300").contains("stock missing (kent, UK)"))
        let own = lines("--workflow", "inventory", "--width", "300")
        #expect(own.contains("stock missing (kent, UK)") && !own.contains("suppressed listings missing"))
        let json = try JSON(reading: desk.run("queue", "--account", "harbor", "--format", "json").output)
        #expect(json["withheld"]?.line.contains("kent") == false)
        #expect(try !PageDoor(desk).get("/queue?account=harbor").text.contains("kent, UK)"))
    }
}
