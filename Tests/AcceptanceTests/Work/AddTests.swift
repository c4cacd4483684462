import FlywheelKit
import Foundation
import Testing

/// What a person finds, through the real program.
@Suite("Add") struct AddTests {
    @Test("A found problem is priced, survives feeds that do not know it, and becomes what detection finds")
    func addThenDetect() throws {
        let desk = try Desk()
        #expect(
            try desk.run(
                "add search-suppressed SIDE --about brand --share 40% --note", as: "mia", at: Desk.moment, "dark"
            )
            .exit == 0)
        #expect(try desk.queue() == ["X1"], "it is priced by the next rotation")
        #expect(try desk.run("rotate").exit == 0)
        #expect(try Set(desk.queue()) == ["X1", "X2"])
        let found = try desk.show("X2")
        #expect(found["source"].text == "person" && !found["isDetected"].isTrue)
        #expect((found["terms"]["atRisk"].amount ?? 0) > 0)
        #expect(try desk.run("show X2").output.contains("by a person, not by detection"))

        try desk.bring(desk.seller, on: "2026-11-21T14:00:00Z")
        #expect(try desk.run("rotate", at: "2026-11-21T16:00:00Z").exit == 0)
        #expect(try desk.show("X2")["state"].text == "active")

        var detected = desk.seller
        detected.issues.append(
            Seller.Issue(
                sku: "SIDE", asin: "B0SIDE", status: "Search suppressed", since: Moments.today, attribute: "brand"))
        try desk.bring(detected, on: "2026-11-22T14:00:00Z")
        let rotation = try desk.run("rotate --format json", at: "2026-11-22T16:00:00Z").json
        #expect(rotation["workflows"].items.allSatisfy { $0["opened"].number == 0 })
        let taken = try desk.show("X2")
        #expect(taken["source"].text == "person" && taken["isDetected"].isTrue)
        #expect(taken["notes"].items.count == 1)

        try desk.bring(desk.seller, on: "2026-11-23T14:00:00Z")
        #expect(try desk.run("rotate", at: "2026-11-23T16:00:00Z").exit == 0)
        #expect(try desk.show("X2")["state"].text == "cleared", "the data decide from then on")
        #expect(try desk.program.run("journal", "verify").exit == 0)
    }

    @Test("A stated sum counts as it stands, and no sum at all is unpriced")
    func sums() throws {
        let desk = try Desk()
        #expect(
            try desk.run("add wrong-photo SIDE --kind-new --sum", as: "mia", at: Desk.moment, "120.50 USD").exit == 0)
        #expect(try desk.run("add bad-title SIDE --kind-new").exit == 0)
        #expect(try desk.run("rotate").exit == 0)
        #expect(try desk.show("X2")["terms"]["atRisk"]["amount"].text == "120.50")
        #expect(try desk.queue("--lane unpriced") == ["X3"])
    }

    @Test("What is known already, or nobody knows, is not added")
    func refused() throws {
        let desk = try Desk()
        let twin = try desk.run("add search-suppressed HERO --about main_image --share 40%")
        #expect(twin.exit == 4 && twin.errors.contains("X1"), "\(twin.errors)")
        #expect(try desk.run("add search-suppressed NOPE --share 40%").exit == 5)
        let misspelt = try desk.run("add stock-outs SIDE --share 40%")
        #expect(misspelt.exit == 4 && misspelt.errors.contains("did you mean \"stock-out\"?"))
        for misused in ["--share 140%", "--share 0", "--share 40% --sum 1", "--sum 1"] {
            #expect(try desk.run("add stock-out SIDE \(misused)").exit == 64, "\(misused)")
        }
        #expect(try desk.run("add stock-out SIDE --sum", as: "mia", at: Desk.moment, "1.234 USD").exit == 64)
        #expect(try desk.queue() == ["X1"])
        #expect(try Program().run("add", "stock-out", "SIDE", "--share", "1").exit == 1)
    }
}
