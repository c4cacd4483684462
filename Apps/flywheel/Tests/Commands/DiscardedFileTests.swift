import FlywheelHost
import FlywheelKit
import FlywheelStore
import Testing

@testable import flywheel

/// What a file did is taken back with it, and everybody can read why.
@Suite struct DiscardedFileTests {
    @Test func whatAWrongFileDidIsTakenBack() throws {
        let desk = try Desk.rotated()
        let store = try PageDoor(desk).house.host.store
        func suppressed() throws -> [ExceptionRecord] {
            try store.unfinishedExceptions().filter {
                let subject = $0.fingerprint.subject
                return $0.fingerprint.workflow == "suppressions" && subject.marketplace == "ATVPDKIKX0DER"
            }
        }
        let before = try suppressed()
        let first = try #require(before.first { $0.fingerprint.subject.code != "LT-55-YEL" && !$0.isGroup })
        #expect(desk.run("claim", "\(first.id)").exit == .done)
        let wrong = try desk.write(
            """
            Status\tReason\tSKU\tASIN\tProduct name\tCondition\tStatus Change Date\tIssue Description
            Search Suppressed\tMissing info\tLT-55-YEL\tB0L8RTHKNA\tDesk lamp\t11\t2026-11-18\t'[wattage]' is required.

            """, to: "suppressed-US.txt")
        _ = desk.run("import", wrong, "--account", "northwind", "--at", "2026-11-20T15:30:00Z")
        let file = try #require(try store.imports().last)
        if file.state == .quarantined { #expect(desk.run("imports", "accept", "\(file.id)").exit == .done) }
        #expect(desk.run("rotate").exit == .done)
        #expect(try store.exception(first.id)?.state == .cleared)
        let opened = try #require(try suppressed().first { $0.fingerprint.subject.code == "LT-55-YEL" })

        #expect(desk.run("imports", "discard", "\(file.id)", "--yes").exit == .done)
        #expect(desk.run("rotate").exit == .done)
        #expect(try suppressed().map(\.id) == before.map(\.id))
        #expect(try store.exception(first.id)?.claimedBy == "mia")
        #expect(try store.exception(opened.id)?.state == .withdrawn)
        #expect(try store.outcomes().isEmpty && store.journalFaults().isEmpty)
        func shown(_ id: ExceptionID) -> String {
            desk.run("show", "\(id)").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let (kept, withdrawn) = (shown(first.id), shown(opened.id))
        #expect(kept.contains("the file that had ended it was discarded"), "\(kept)")
        #expect(withdrawn.contains("the file it came from was discarded"), "\(withdrawn)")
        let rotations = try store.rotations().count
        #expect(desk.run("rotate").exit == .done)
        #expect(try store.rotations().count == rotations, "a second look changes nothing")
    }
}
