import FlywheelKit
import FlywheelSQLite
import Foundation
import HTTPTypes
import Testing

@testable import flywheel

@Suite("What happens to a store: backups, upgrades, wrong clocks")
struct KeepingTests {
    private func files(of desk: Desk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.folder).sorted()
    }

    // MARK: Backups

    @Test func aBackupIsLookedAtAndStaysOne() throws {
        let desk = try Desk.rotated()
        let copy = "\(desk.folder)/copy.flywheel"
        #expect(desk.run("backup", copy).exit == .done)
        for command in [["queue"], ["imports"], ["show", "X1"], ["journal", "verify"], ["doctor"]] {
            let look = desk.run(command + ["--store", copy])
            #expect(!look.output.isEmpty, "\(command) \(look.errors)")
        }
        let change = desk.run("claim", "X1", "--store", copy)
        #expect(change.exit == .refused && change.errors.hasPrefix("error[is-backup]"), "\(change.errors)")
        #expect(change.errors.contains("help: flywheel restore"))
        #expect(desk.run("doctor", "--store", copy).output.contains("\tflywheel restore"))
        #expect(desk.run("backup", "verify", copy).exit == .done)
        let again = "\(desk.folder)/again.flywheel"
        #expect(desk.run("restore", copy, "--store", again).exit == .done)
        #expect(desk.run("claim", "X1", "--store", again).exit == .done)
    }

    @Test func whatWasSetAsideIsCountedAndCanBeRemoved() throws {
        let desk = try Desk.rotated()
        let copy = "\(desk.folder)/copy.flywheel"
        #expect(desk.run("backup", copy).exit == .done)
        #expect(desk.run("claim", "X1").exit == .done)
        let restored = desk.run(["restore", copy, "--replace", "store.flywheel"], isTerminal: true)
        #expect(restored.exit == .done && restored.output.contains("with a journal of"))
        #expect(!restored.errors.contains("given again"), "\(restored.errors)")
        let elsewhere = desk.run("restore", copy, "--store", "\(desk.folder)/again.flywheel")
        #expect(elsewhere.errors.contains("are given again"), "\(elsewhere.errors)")

        let name = "store.flywheel.replaced-1"
        #expect(desk.run("doctor").output.contains("\ncopies\tok\t\(name), "))
        #expect(desk.run("backup", "copies").output.hasPrefix("\(name)\t"))
        #expect(desk.run("backup", "remove", name).exit == .usage)
        #expect(desk.run("backup", "remove", "store.flywheel", "--yes").exit == .unknown)
        #expect(desk.run("backup", "remove", name, "--yes").exit == .done)
        #expect(try !files(of: desk).contains { $0.hasPrefix(name) })
        #expect(!desk.run("doctor").output.contains("\ncopies\t"))
    }

    @Test func anErasureNamesTheCopiesThatHoldWhatItErased() throws {
        let desk = try Desk()
        let tickets = try desk.write(PrivacyTests.tickets, to: "tickets.json")
        #expect(desk.run("import", tickets, "--account", "acme").exit == .done)
        let copy = "\(desk.folder)/copy.flywheel"
        #expect(desk.run("backup", copy).exit == .done)
        #expect(desk.run("restore", copy, "--replace", "store.flywheel").exit == .done)
        let erased = desk.run(["privacy", "erase", "--address", "jo@canary.example", "--yes"], isTerminal: true)
        #expect(erased.output.contains("hold it still: store.flywheel.replaced-1"), "\(erased.output)\(erased.errors)")
        #expect(erased.output.contains("flywheel backup remove store.flywheel.replaced-1 --yes"))
    }

    // MARK: Clocks

    @Test func theWayBackFromARotationByAWrongClock() throws {
        let desk = try Desk.rotated()
        #expect(desk.run("claim", "X1").exit == .done)
        #expect(desk.run("rotate", clock: Scene.asOf.advanced(byDays: 400)).exit == .done)
        let blocked = desk.run("rotate")
        #expect(blocked.exit == .refused && blocked.errors.contains("R2 looked from 2027-12-25"), "\(blocked.errors)")
        #expect(blocked.errors.contains("help: where the system's clock is right: flywheel rotate --back-to-now"))
        #expect(desk.run("doctor").output.contains("flywheel rotate --back-to-now"))
        #expect(desk.run("rotate", "--back-to-now", "--as-of", "2026-11-20").exit == .usage)

        let earlier = desk.run("rotate", "--as-of", "2026-11-19", clock: Scene.asOf.advanced(byDays: 401))
        #expect(earlier.errors.contains("an earlier look would undo what it saw"), "\(earlier.errors)")

        let before = try desk.shown("X1")
        let back = desk.run(["rotate", "--back-to-now"], isTerminal: true)
        #expect(back.exit == .done && back.output.contains("Went back  behind R2"), "\(back.output)\(back.errors)")
        #expect(desk.run("doctor").output.contains("\nrotation\tok\tR3, "))
        #expect(try desk.shown("X1")["claimedBy"] == before["claimedBy"], "what people did stays")
        #expect(desk.run("journal", "verify").exit == .done)
        #expect(desk.run("rotate", clock: Scene.asOf.advanced(bySeconds: 60)).exit == .done, "as ever from then on")
    }

    @Test func aServerSaysThatARotationIsAhead() throws {
        let desk = try Desk.rotated()
        let door = try Doorstep(desk)
        #expect(try door.ask(.get, "/readyz").text == "ready\n")
        #expect(try !door.ask(.get, "/today").text.contains("--back-to-now"))
        #expect(desk.run("rotate", clock: Scene.asOf.advanced(byDays: 400)).exit == .done)
        let ready = try door.ask(.get, "/readyz")
        #expect(ready.status == 200 && ready.text.contains("R2 looked from then"), "\(ready.text)")
        for page in ["/today", "/queue"] {
            #expect(try door.ask(.get, page).text.contains("<code>flywheel rotate --back-to-now</code>"), "\(page)")
        }
    }

    // MARK: Settings that nothing goes by

    @Test func namesThatNothingGoesByAreFound() throws {
        let desk = try Desk.rotated()
        _ = try desk.write("changes: {live: [nothwind]}\ncurrency: CHF\n", to: "flywheel.yaml")
        #expect(desk.run("rotate", clock: Scene.asOf.advanced(bySeconds: 60)).exit == .done)
        let doctor = desk.run("doctor").output
        let words =
            "\nchanges\tlook\tlive: names \"nothwind\", and no file is of that account; did you mean \"northwind\"?"
        #expect(doctor.contains(words), "\(doctor)")
        #expect(doctor.contains("\nrates\tlook\tno USD to CHF rate: "), "\(doctor)")
    }

    @Test func aSimulationHasNothingToOrder() throws {
        let desk = try Desk()
        #expect(desk.run("simulate", "--scenario", "year", "--weeks", "3", "--seed", "3").exit == .done)
        let orders = desk.run("reorder")
        #expect(orders.exit == .refused && orders.errors.hasPrefix("error[simulated]"), "\(orders.errors)")
    }

    // MARK: Files

    @Test func aReplacedFileKeepsItsRightsAndItsLink() throws {
        let desk = try Desk()
        let (file, link) = (try desk.write("old", to: "real.yaml"), "\(desk.folder)/flywheel.yaml")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.yaml")
        try ReplacedFile.write(link) { try $0(Array("new".utf8)) }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.yaml")
        let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        #expect(rights?.intValue == 0o600)
        struct Cut: Error {}
        #expect(throws: Cut.self) { try ReplacedFile.write(link) { _ in throw Cut() } }
        #expect(try files(of: desk) == ["flywheel.yaml", "real.yaml"])
    }
}

extension Desk {
    /// An exception as JSON.
    fileprivate func shown(_ id: String) throws -> JSON {
        try JSON(reading: run("show", id, "--format", "json").output)
    }
}
