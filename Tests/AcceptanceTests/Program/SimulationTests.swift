import Foundation
import Testing

/// A simulated organisation is worked with like a real one, says that it is none, and does not say what is the matter.
@Suite("Simulations") struct SimulationTests {
    private static func simulated(
        _ scenario: String = "no-capture", seed: String = "3", weeks: String = "8"
    ) throws -> Program {
        let program = try Program()
        let run = try program.start([
            "simulate", "--scenario", scenario, "--seed", seed, "--weeks", weeks, "--as-of", "2026-11-16T00:00:00Z",
        ]).finish()
        #expect(run.exit == 0, "\(run.errors)")
        return program
    }

    @Test("Queue, show, export, journal and doctor read a simulated store, and say so first")
    func reading() throws {
        let program = try Self.simulated()
        let queue = try program.run("queue", "--format", "json").json
        #expect(queue["simulated"].text == "3")
        let first = try #require(queue["items"].items.first?["id"].text)
        for arguments in [["queue"], ["show", first, "--numbers", "--playbook"], ["journal", "verify"], ["doctor"]] {
            let run = try program.start(arguments + ["--format", "table"]).finish()
            #expect(run.output.hasPrefix("Simulated: seed 3\n"), "\(arguments): \(run.output)\(run.errors)")
            #expect(run.exit == 0, "\(arguments): \(run.output)\(run.errors)")
        }
        let outcomes = try program.run("export", "outcomes", "--format", "csv")
        #expect(outcomes.output.split(separator: "\r\n").count > 20)
        #expect(outcomes.errors.contains("Simulated: seed 3"))
    }

    @Test("A row of a simulated store is claimed and closed by its rules")
    func working() throws {
        let program = try Self.simulated()
        let ids = try program.run("queue", "--format", "json").json["items"].items.filter {
            $0["claimedBy"].text == nil
        }
        let id = try #require(ids.first?["id"].text)
        #expect(try program.run("claim", id, "--as", "mia").exit == 0)
        #expect(try program.run("close", id, "--cause", "other", "--as", "mia").exit == 0)
    }

    @Test("A simulated store takes in no files and makes no turns; a real one takes in no simulation")
    func apart() throws {
        let program = try Self.simulated()
        try program.folder.write("sku,title,price,status,quantity\nA,Thing,10.00,Active,5\n", to: "listings.csv")
        let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD"]
        for arguments in [["import", "listings.csv"] + place, ["rotate"]] {
            let run = try program.start(arguments).finish()
            #expect(run.exit == 4 && run.errors.contains("error[simulated]"), "\(run.errors)")
        }
        #expect(try program.run("simulate", "--weeks", "1").errors.contains("error[not-empty]"))
        #expect(try program.run("simulate", "--weeks", "1", "--yes").exit == 0)

        let real = try Program()
        try real.folder.write("sku,title,price,status,quantity\nA,Thing,10.00,Active,5\n", to: "listings.csv")
        #expect(try real.start(["import", "listings.csv"] + place).finish().exit == 0)
        let run = try real.run("simulate", "--weeks", "1", "--yes")
        #expect(run.exit == 4 && run.errors.contains("error[real-data]"), "\(run.errors)")
    }

    @Test("The same seed gives the same journal, and no byte of a store names its scenario")
    func secret() throws {
        let names = ["no-ranking", "no-capacity", "no-capture", "no-decision", "weekly-detection", "no-verification"]
        for name in names {
            let program = try Self.simulated(name, seed: "3", weeks: "3")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: program.store))
            for other in names { #expect(bytes.range(of: Data(other.utf8)) == nil, "\(other)") }
        }
        let journals = try (0..<2).map { _ in
            try Self.simulated("year", seed: "3", weeks: "4").run("export", "journal", "--format", "ndjson").output
        }
        #expect(journals[0] == journals[1] && journals[0].count > 10_000)
    }
}
