import Foundation
import Testing

/// What a person does with the program, from the first export to a close, with its exit codes.
@Suite("Program") struct ProgramTests {
    /// A program whose store holds the exports of the invented seller and one rotation.
    ///
    /// - Parameter reports: Files whose names begin so are left out.
    static func opened(without reports: [String] = []) throws -> Program {
        let program = try Program()
        #expect(try program.run("demo", "exports", "--small").exit == 0)
        for path in try FileManager.default.subpathsOfDirectory(atPath: "\(program.folder.path)/exports") {
            let name = path.split(separator: "/").last ?? ""
            guard reports.contains(where: name.hasPrefix) else { continue }
            try FileManager.default.removeItem(atPath: "\(program.folder.path)/exports/\(path)")
        }
        #expect(try program.run("import", "exports").exit == 0)
        #expect(try program.run("rotate").exit == 0)
        return program
    }

    private func state(_ id: String, _ program: Program) throws -> String? {
        try program.run("show", id, "--format", "json").json["state"].text
    }

    @Test("From exports to a ranked queue whose rows add up")
    func queue() throws {
        let program = try Self.opened()
        let run = try program.run("queue", "--limit", "500", "--format", "json")
        #expect(run.exit == 0)
        let queue = try run.json
        #expect(queue["schema"].text == "flywheel.queue/1")
        #expect(queue["rotation"].text == "R1")
        let items = queue["items"].items
        #expect(items.count > 20)
        let amounts = items.compactMap(\.["atRisk"].amount)
        #expect(amounts.count == items.count)
        #expect(amounts.reduce(0, +) == queue["atRisk"].amount)
        for lane in ["active", "predicted"] {
            let ranked = items.filter { $0["lane"].text == lane }
            #expect(
                ranked.map { $0["rank"].number } == (1...max(1, ranked.count)).prefix(ranked.count).map(Double.init))
        }
        #expect(try program.run("queue", "--limit", "500", "--format", "json").output == run.output)
    }

    @Test("The same files again, and the same look again, change nothing")
    func again() throws {
        let program = try Self.opened()
        let queue = try program.run("queue", "--limit", "500", "--format", "json").output
        let files = try program.run("import", "exports", "--format", "json")
        #expect(files.exit == 0)
        #expect(try files.json["files"].items.allSatisfy { $0["result"].text == "same" })
        let rotation = try program.run("rotate", "--format", "json").json
        #expect(rotation["rotation"].text == "R1")
        #expect(rotation["workflows"].items.allSatisfy { $0["opened"].number == 0 && $0["ended"].number == 0 })
        #expect(try program.run("queue", "--limit", "500", "--format", "json").output == queue)
    }

    @Test("Claim, release, close and reopen, with what refuses them")
    func work() throws {
        let program = try Self.opened()
        #expect(try program.run("claim", "X1", "--as", "ben").exit == 0)
        #expect(try program.run("claim", "X1", "--as", "ben").exit == 0)
        for refused in [["claim"], ["release"], ["close", "--cause", "other"]] {
            let run = try program.start(refused + ["X1", "--as", "cleo"]).finish()
            #expect(run.exit == 4)
            #expect(run.errors.contains("ben"))
        }
        #expect(try program.run("release", "X1", "--as", "ben").exit == 0)
        #expect(try program.run("release", "X1", "--as", "ben").exit == 4)

        let before = try state("X1", program)
        let without = try program.run("close", "X1")
        #expect(without.exit == 4)
        #expect(without.errors.hasPrefix("error[root-cause]"))
        #expect(try program.run("close", "X1", "--cause", "gremlins").exit == 4)
        #expect(try state("X1", program) == before)

        #expect(try program.run("close", "X1", "--cause", "other", "--note", "asked the supplier").exit == 0)
        #expect(try state("X1", program) == "verifying")
        #expect(try program.run("claim", "X1").exit == 4)
        #expect(try program.run("reopen", "X1").exit == 0)
        #expect(try state("X1", program) == before)
        #expect(try program.run("reopen", "X1").exit == 4)
        let history = try program.run("show", "X1", "--format", "json").json["history"].items
        #expect(
            history.compactMap(\.["event"].text) == ["opened", "claimed", "released", "closed", "noted", "reopened"])
    }

    @Test("Partly, unknown and misused have exit codes of their own")
    func exitCodes() throws {
        let program = try Self.opened()
        #expect(try program.run("claim", "X1", "X9999").exit == 2)
        #expect(try program.run("claim", "X9999").exit == 5)
        #expect(try program.run("show", "X9999").exit == 5)
        #expect(try program.run("claim").exit == 64)
        #expect(try program.run("frobnicate").exit == 64)
        #expect(try program.run("queue", "--as-of", "yesterday").exit == 64)
        let misspelt = try program.run("queue", "--limt", "3")
        #expect(misspelt.exit == 64)
        #expect(misspelt.errors.contains("--limit"))
        #expect(try Program().run("queue").exit == 1)
    }

    @Test("A doubtful file and a rejected row wait for a person")
    func waits() throws {
        let program = try Self.opened()
        let report = Report.table(["Status", "SKU", "Status Change Date", "Issue Description"], [])
        try program.folder.write(report, to: "suppressed-US-2026-11-21.txt")
        let next = "2026-11-21T20:00:00Z"
        let doubtful = try program.run(
            "import", "suppressed-US-2026-11-21.txt", "--format", "json", "--as-of", next)
        #expect(doubtful.exit == 3)
        let id = try #require(try doubtful.json["files"].items.first?["id"].text)
        #expect(try program.run("imports", "--as-of", next).exit == 3)
        #expect(try program.run("doctor", "--as-of", next).exit == 3)
        #expect(try program.run("imports", "discard", id).exit == 64)
        #expect(try program.run("imports", "accept", id).exit == 0)
        #expect(try program.run("imports", "accept", id).exit == 4)

        try program.folder.write("sku,fulfillable\r\nA,12\r\nB,a dozen\r\n", to: "stock-US-2026-11-21.csv")
        let rejected = try program.run("import", "stock-US-2026-11-21.csv", "--format", "json", "--as-of", next)
        #expect(rejected.exit == 3)
        let rejects = try program.run(
            "imports", "rejects", try #require(try rejected.json["files"].items.first?["id"].text), "--format", "json")
        #expect(rejects.exit == 0)
        #expect(rejects.output.contains("a dozen"))
        try program.folder.write("not a table at all", to: "notes.txt")
        #expect(try program.run("import", "notes.txt").exit != 0)
    }

    @Test("Journal and doctor find a sound store sound, and every answer is JSON where it is asked for")
    func sound() throws {
        let program = try Self.opened()
        #expect(try program.run("journal", "verify").exit == 0)
        #expect(try program.run("doctor").exit == 0)
        for command in [
            ["journal", "verify"], ["doctor"], ["imports"], ["queue"], ["rotate"], ["show", "X1"], ["claim", "X1"],
        ] {
            let run = try program.start(command + ["--format", "json", "--progress", "none"]).finish()
            #expect(try run.json["schema"].text?.hasPrefix("flywheel.") == true, "\(command)")
            #expect(run.errors.isEmpty)
        }
    }
}
