import FlywheelSQLite
import FlywheelStore
import Foundation
import Testing

/// A store is backed up while others write, restored, and loses nothing that was there.
@Suite("Backups of the program") struct BackupTests {
    private static func desk() throws -> Program {
        let program = try Program()
        #expect(try program.run("demo", "\(program.folder.path)/seller", "--small").exit == 0)
        #expect(try program.run("import", "\(program.folder.path)/seller", "--account", "north").exit != 1)
        #expect(try program.run("rotate").exit != 1)
        return program
    }

    @Test("A backup taken while others write is whole, and restores to a store that goes on")
    func whileOthersWrite() throws {
        let program = try Self.desk()
        let queue = try program.run("queue", "--format", "json").json["items"].items.compactMap { $0["id"].text }
        #expect(!queue.isEmpty)
        // Notes are written all the while, each a process of its own.
        let writers = try (0..<12).map { number in
            try program.start(["note", queue[number % queue.count], "seen \(number)"])
        }
        let copies = (0..<3).map { "\(program.folder.path)/copy-\($0).flywheel" }
        for copy in copies { #expect(try program.run("backup", copy).exit == 0) }
        for writer in writers {
            let written = try writer.finish()
            #expect(written.exit == 0, "\(written.errors)")
        }
        for copy in copies {
            let verified = try program.run("backup", "verify", copy)
            #expect(verified.exit == 0, "\(verified.output)")
        }
        let last = "\(program.folder.path)/last.flywheel"
        let manifest = try program.run("backup", last, "--format", "json").json

        var again = program
        again.file = "again.flywheel"
        #expect(try again.run("restore", last).exit == 0)
        #expect(try again.run("journal", "verify").exit == 0)
        #expect(try again.run("queue").output == program.run("queue").output)
        #expect(try again.run("export", "journal").output == program.run("export", "journal").output)
        #expect(try Double(SQLiteStore(path: again.store).journalLength()) == manifest["entries"].number)
        #expect(try again.run("note", queue[0], "after").exit == 0)
    }

    @Test("A store is not written over, and one that was changed after it was backed up is not restored")
    func refusals() throws {
        let program = try Self.desk()
        let copy = "\(program.folder.path)/copy.flywheel"
        #expect(try program.run("backup", copy).exit == 0)
        let twice = try program.run("backup", copy)
        #expect(twice.exit == 4 && twice.errors.contains("replaces no file"), "\(twice.errors)")

        let over = try program.run("restore", copy)
        #expect(over.exit == 4 && over.errors.contains("--replace"), "\(over.errors)")
        let replaced = try program.run("restore", copy, "--replace", "store.flywheel", "--format", "json")
        #expect(replaced.exit == 0, "\(replaced.errors)")
        let aside = try #require(try replaced.json["setAside"].text)
        #expect(try SQLiteStore(path: aside).events() == SQLiteStore(path: program.store).events())

        let file = URL(fileURLWithPath: copy)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 3] ^= 4
        try bytes.write(to: file)
        #expect(try program.run("backup", "verify", copy).exit == 3)
        var again = program
        again.file = "again.flywheel"
        let refused = try again.run("restore", copy)
        #expect(refused.exit == 4 && refused.errors.contains("SHA-256"), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: again.store))
    }

    @Test("A killed backup leaves nothing that has a backup's name")
    func killed() throws {
        let program = try Self.desk()
        for number in 0..<8 {
            let copy = "\(program.folder.path)/killed-\(number).flywheel"
            let run = try program.start(["backup", copy])
            usleep(UInt32(number) * 15_000)
            kill(run.process.processIdentifier, SIGKILL)
            _ = try run.finish()
            guard FileManager.default.fileExists(atPath: copy) else { continue }
            // Its name came last, so what has it is whole, with its manifest or without.
            #expect(try SQLiteStore.verifyBackup(copy).faults == [])
        }
        #expect(try program.run("journal", "verify").exit == 0)
    }
}
