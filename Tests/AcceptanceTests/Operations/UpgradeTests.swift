import FlywheelSQLite
import Foundation
import Testing

/// The store of an older program is copied, brought up to date once, and said so.
@Suite("Upgrades of the program") struct UpgradeTests {
    @Test("An older store is said to be brought up to date, by whichever command opens it first")
    func upgrade() throws {
        let program = try Program()
        try OldStore.write(to: program.store)
        let asked = try program.run("migrate", "--dry-run", "--format", "json")
        #expect(asked.exit == 3)
        #expect(try asked.json["from"].text == "0003 journal")
        #expect(try asked.json["isDone"].isTrue == false)

        let first = try program.run("imports")
        let copy = "\(program.store).before-0004"
        #expect(first.exit == 0 && first.errors.contains(copy), "\(first.errors)")
        #expect(try program.run("imports").errors.contains("before-0004") == false, "once")
        #expect(try program.run("migrate", "--format", "json").json["isDone"].isTrue)
        #expect(try program.run("journal", "verify").exit == 0)

        // What stands beside it is the store as the older program knew it.
        #expect(try SQLiteStore.schema(of: copy).applied.last == "0003 journal")
        var again = program
        again.file = "again.flywheel"
        #expect(try again.run("restore", copy).exit == 0)
        #expect(try again.run("imports").output == first.output)
    }

    @Test("An upgrade that is killed at any point goes on when the store is opened again")
    func killed() throws {
        for number in 0..<8 {
            let program = try Program()
            try OldStore.write(to: program.store)
            let run = try program.start(["migrate"])
            usleep(UInt32(number) * 12_000)
            kill(run.process.processIdentifier, SIGKILL)
            _ = try run.finish()
            #expect(try program.run("migrate").exit == 0)
            #expect(try program.run("journal", "verify").exit == 0)
            #expect(try SQLiteStore(path: program.store).imports().count == 1)
        }
    }
}
