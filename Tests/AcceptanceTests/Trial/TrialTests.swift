import Foundation
import Testing

/// `queue --from`: the five-minute trial.
@Suite("Trial") struct TrialTests {
    private func exports(_ program: Program) throws {
        #expect(try program.run("demo", "exports", "--small").exit == 0)
    }

    @Test("Files looked at in memory give the queue that importing and rotating gives, row by row")
    func sameQueue() throws {
        let program = try Program()
        try exports(program)
        try program.folder.write(
            """
            case-id,opened-at,side,status,subject,text
            7,2026-11-18T09:00:00Z,buyer,Open,Where is it,"It should have come on Monday."
            8,2026-11-19T09:00:00Z,seller,Open,Reinstate our listing,"We sent the invoice."

            """, to: "exports/2026-11-20/tickets.csv")
        let trial = try program.run(
            "queue", "--from", "exports/2026-11-20", "--account", "northwind", "--format", "json", "--limit", "1000")
        #expect(trial.exit == 0)
        #expect(trial.output.contains("\"workflow\":\"cases\""))
        #expect(!FileManager.default.fileExists(atPath: program.store), "a trial leaves nothing")
        #expect(try program.run("import", "exports/2026-11-20", "--account", "northwind").exit != 1)
        #expect(try program.run("rotate").exit == 0)
        let kept = try program.run("queue", "--format", "json", "--limit", "1000")
        #expect(kept.output.contains("\"rank\""))
        #expect(trial.output == kept.output)
    }

    @Test("Exports under names that say no marketplace are of the one that the orders name")
    func unnamedMarketplace() throws {
        let program = try Program()
        try exports(program)
        let folder = "\(program.folder.path)/exports/2026-11-20"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.contains("-US") {
            let contents = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
            try program.folder.write(Array(contents), to: "given/\(name.replacing("-US", with: ""))")
        }
        let words = ["queue", "--from", "given", "--as-of", "2026-11-20", "--format", "json"]
        let trial = try program.start(words).finish()
        #expect(trial.errors.contains("no marketplace is named: taken as US"))
        #expect(trial.output.contains("\"atRisk\":{") && trial.output.contains("stock-out"))
        #expect(trial.output == (try program.start(words + ["--marketplace", "US"]).finish()).output)
    }

    @Test("A trial of nothing that can be read says of each file why")
    func nothingRead() throws {
        let program = try Program()
        try program.folder.write("just,some\nwords,here\n", to: "notes.csv")
        let trial = try program.run("queue", "--from", "notes.csv")
        #expect(trial.exit == 1)
        #expect(trial.output.isEmpty)
        #expect(trial.errors.contains("error[nothing-read]") && trial.errors.contains("notes.csv was left out"))
    }

    @Test("What a trial leaves out it says, and that nothing was kept")
    func leftOut() throws {
        let program = try Program()
        try exports(program)
        try program.folder.write("just,some\nwords,here\n", to: "exports/2026-11-20/notes.csv")
        let trial = try program.run(
            "queue", "--from", "exports/2026-11-20", "--account", "northwind", "--format", "table")
        #expect(trial.exit == 0)
        #expect(trial.output.contains("Nothing was kept."))
        #expect(trial.output.contains("flywheel import exports/2026-11-20"))
        #expect(trial.errors.contains("notes.csv was left out"))
    }
}
