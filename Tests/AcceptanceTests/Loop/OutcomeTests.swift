import Foundation
import Testing

/// What closed work leaves, through the real program.
@Suite("Outcomes") struct OutcomeTests {
    /// The seller once the first listing is well again, and another is not: an empty file would be quarantined.
    private func recovered(_ desk: Desk) -> Seller {
        var seller = desk.seller
        seller.issues[0].sku = "SIDE"
        seller.issues[0].asin = "B0SIDE"
        return seller
    }

    /// Works on the blocked listing and lets the data show that it is well again.
    private func closed() throws -> Desk {
        let desk = try Desk()
        #expect(try desk.run("claim X1", as: "mia", at: "2026-11-20T20:00:00Z").exit == 0)
        #expect(try desk.run("step X1 1", as: "mia", at: "2026-11-20T20:04:00Z").exit == 0)
        let close = "close X1 --cause image"
        #expect(try desk.run(close, as: "mia", at: "2026-11-20T20:10:00Z").exit == 0)
        try desk.bring(recovered(desk), on: "2026-11-22T14:00:00Z")
        #expect(try desk.run("rotate", at: "2026-11-22T16:00:00Z").exit == 0)
        return desk
    }

    private func outcomes(_ desk: Desk) throws -> [JSON] {
        try desk.run("export outcomes --format json", at: "2026-11-23T16:00:00Z").json["items"].items
    }

    @Test("A closed row leaves one immutable outcome with everything that was done about it")
    func leavesAnOutcome() throws {
        let desk = try closed()
        let outcome = try #require(try outcomes(desk).first)
        #expect(try outcomes(desk).count == 1)
        #expect(outcome["exception"].text == "X1" && outcome["workflow"].text == "suppressions")
        #expect(outcome["verdict"].text == "actionable" && outcome["rootCause"].text == "image")
        #expect(outcome["isVerified"].number == 1 && outcome["beganKnown"].number == 1)
        #expect(outcome["firstClaimedAt"].text == "2026-11-20T20:00:00Z" && outcome["claimedBy"].text == "mia")
        #expect(outcome["endedAt"].text == "2026-11-20T20:10:00Z" && outcome["closedBy"].text == "mia")
        #expect(outcome["verifiedAt"].text == "2026-11-22T16:00:00Z")
        #expect(outcome["rankAtClaim"].number == 1 && outcome["waitingAtClaim"].number == 1)
        #expect(outcome["touches"].number == 3 && outcome["touchMinutes"].number == 10)
        #expect(outcome["stepsDone"].number == 1 && (outcome["steps"].number ?? 0) > 1)
        #expect(outcome["atRiskAtOpen"]["amount"].text != nil && outcome["atRiskAtEnd"]["amount"].text != nil)
        #expect(outcome["tier"].text == "A" && outcome["source"].text == "stage" && outcome["actBy"].text != nil)
        #expect(outcome["notFixed"].number == 0 && outcome["repeatOf"].text == nil)
    }

    @Test("What is undone, reopened or noted later rewrites no outcome")
    func neverChanges() throws {
        let desk = try closed()
        func outcomes() throws -> String {
            try desk.run("export outcomes --format csv", at: "2026-11-23T16:00:00Z").output
        }
        let before = try outcomes()
        #expect(before.contains("X1,suppressions"))
        let later = "2026-11-23T09:00:00Z"
        #expect(try desk.run("undo X1", as: "mia", at: later).exit == 4)
        #expect(try desk.run("reopen X1", as: "mia", at: later).exit == 4)
        #expect(try desk.run("close X1 --cause price", as: "mia", at: later).exit == 4)
        #expect(try desk.run("note X1 seen", as: "mia", at: later).exit == 0)
        #expect(try desk.run("undo X1", as: "mia", at: later).exit == 0)
        try desk.bring(recovered(desk), on: "2026-11-23T14:00:00Z")
        #expect(try desk.run("rotate", at: "2026-11-23T15:00:00Z").exit == 0)
        #expect(try outcomes() == before)
        #expect(try desk.program.run("journal", "verify").exit == 0)
    }

    @Test("A cause that somebody closed with is offered from then on, and reading it as another rewrites nothing")
    func causesGrow() throws {
        let desk = try Desk()
        #expect(try desk.run("close X1 --cause photo", as: "mia").exit == 4)
        #expect(try desk.run("close X1 --cause photo --cause-new --minutes 20", as: "mia").exit == 0)
        func causes() throws -> [JSON] {
            try desk.run("causes --workflow suppressions --format json").json["items"].items
        }
        let photo = try #require(try causes().first)
        #expect(photo["cause"].text == "photo" && photo["closes"].number == 1 && photo["title"].text == nil)
        #expect(try desk.run("reopen X1", as: "mia").exit == 0)
        #expect(try desk.run("close X1 --cause photo", as: "mia").exit == 4, "it was taken back, and nobody uses it")
        #expect(try desk.run("close X1 --cause photo --cause-new", as: "mia").exit == 0)
        let merged = try desk.run("causes merge photo image --workflow suppressions", as: "mia")
        #expect(merged.exit == 0, "\(merged.errors)")
        #expect(try causes().first?["readAs"].text == "image")
        #expect(try desk.run("causes merge photo image --workflow suppressions", as: "mia").exit == 4)
        #expect(try desk.run("causes merge foto image --workflow suppressions", as: "mia").exit == 64)
        #expect(try desk.program.run("journal", "verify").exit == 0)
    }
}
