import Testing

/// Predictions are measured by what became of them.
@Suite("Warnings") struct WarningTests {
    /// One line of a report: a listing, its issue, and until when it is exempt from it.
    private typealias Issue = (sku: String, exemptUntil: String)

    private static let end = "2026-11-25T00:00:00Z"

    private static func begun() throws -> Program {
        let program = try Program()
        let listings = (0..<10).map { "K\($0),Thing \($0),\(10 + $0).00,Active,5\n" }.joined()
        try program.folder.write("sku,title,price,status,quantity\n" + listings, to: "listings.csv")
        let sales = (1...19).flatMap { day in
            (0..<10).map { "2026-11-\(day < 10 ? "0" : "")\(day),K\($0),\(1 + $0 % 4)\n" }
        }
        try program.folder.write("day,sku,units\n" + sales.joined(), to: "sales.csv")
        try bring(["listings.csv", "sales.csv"], to: program, at: "2026-11-20T09:00:00Z")
        return program
    }

    private static func bring(_ files: [String], to program: Program, at moment: String) throws {
        let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD"]
        let run = try program.start(["import"] + files + place + ["--at", moment, "--as-of", moment]).finish()
        #expect(run.exit == 0, "\(run.errors)")
    }

    /// A day's complete report, and a look at it.
    private static func look(_ program: Program, on day: Int, at issues: [Issue]) throws {
        let rows = issues.map { "\($0.sku),Search Suppressed,C\($0.sku),report of \(day),\($0.exemptUntil)\n" }
        try program.folder.write("sku,status,code,issue,exempt until\n" + rows.joined(), to: "\(day).csv")
        try bring(["\(day).csv"], to: program, at: "2026-11-\(day)T10:00:00Z")
        #expect(try program.run("rotate", "--as-of", "2026-11-\(day)T12:00:00Z").exit == 0)
    }

    @Test("Predictions that came true, lapsed or stand, and what nobody foresaw, are told apart for each rule")
    func scorecard() throws {
        let program = try Self.begun()
        func warnings() throws -> JSON { try program.run("warnings", "--format", "json").json }
        try Self.look(program, on: 20, at: [("K9", "")])
        #expect(try warnings()["items"].items.isEmpty)
        #expect(try program.run("warnings", "--format", "table").output.hasPrefix("Nothing was predicted so far"))

        try Self.look(
            program, on: 21, at: [("K9", ""), ("K1", Self.end), ("K2", Self.end), ("K3", Self.end), ("K4", "")])
        let queue = try program.run("queue", "--predicted", "--format", "json").json["items"].items
        #expect(queue.count == 3 && queue.allSatisfy { $0["probability"].number == 0.8 })
        let ids = queue.compactMap { $0["id"].text }
        let open = try #require(try warnings()["items"].items.first)
        #expect(open["predicted"].number == 3 && open["open"].number == 3 && open["missed"].number == 1)
        #expect(open["precision"]["share"].number == nil && open["isWorthItsAlarms"].number == nil)

        // One is taken back; the others come true when the exemption ends, under their ids.
        try Self.look(program, on: 22, at: [("K9", ""), ("K1", Self.end), ("K2", Self.end), ("K4", "")])
        try Self.look(program, on: 26, at: [("K9", ""), ("K1", Self.end), ("K2", Self.end), ("K4", "")])
        let active = try program.run("queue", "--lane", "active", "--format", "json").json["items"].items
        #expect(Set(active.compactMap { $0["id"].text }).intersection(ids).count == 2)

        // What was taken back may still happen as long as its time is not over.
        #expect(try warnings()["items"].items.first?["open"].number == 1)
        #expect(try program.run("rotate", "--as-of", "2026-12-27T12:00:00Z").exit != 1)
        let rule = try #require(try warnings()["items"].items.first)
        #expect(rule["workflow"].text == "suppressions" && rule["kind"].text == "search-suppressed")
        let counts = ["predicted", "cameTrue", "lapsed", "open", "missed"].map { rule[$0].number }
        #expect(counts == [3, 2, 1, 0, 1])
        // 2 of 3 by Wilson's formula at 80 %.
        #expect(rule["precision"]["share"].number == 0.6667)
        #expect(rule["precision"]["p10"].number == 0.3212 && rule["precision"]["p90"].number == 0.8942)
        #expect(rule["recall"]["share"].number == 0.6667 && rule["meanStatedProbability"].number == 0.8)
        #expect(rule["medianLeadDays"].number == 3 && rule["isWorthItsAlarms"].isTrue)

        let text = try program.run("warnings", "--format", "table").output
        #expect(text.contains("3 predicted, 2 came true, 1 did not happen, 0 still open"), "\(text)")
        #expect(text.contains("67% of 3, 80% between 32% and 89%; said beforehand 80% on average"))
        #expect(try program.run("warnings", "--format", "csv").output.hasPrefix("workflow,kind,what,predicted,"))
        let outcome = try #require(try program.run("export", "outcomes", "--format", "json").json["items"].items.first)
        #expect(outcome["verdict"].text == "didNotHappen" && outcome["predictedAt"].text == "2026-11-21T12:00:00Z")
        // The same look again counts nothing again.
        #expect(try program.run("rotate", "--as-of", "2026-12-27T12:00:00Z").exit != 1)
        #expect(try program.run("warnings", "--format", "table").output == text)
    }

    @Test("A rule of which too few come true is named, and still shown")
    func worthless() throws {
        let program = try Self.begun()
        let all = (0..<10).map { ("K\($0)", Self.end) as Issue }
        try Self.look(program, on: 20, at: [all[9]])
        try Self.look(program, on: 21, at: all)
        // All but two are taken back, and those two never begin.
        try Self.look(program, on: 22, at: Array(all.suffix(2)))
        #expect(try program.run("rotate", "--as-of", "2026-12-27T12:00:00Z").exit != 1)
        let text = try program.run("warnings", "--format", "table").output
        #expect(
            text.contains("not worth its alarms  suppressions search-suppressed: fewer than 20% come true"), "\(text)")
        let rule = try #require(try program.run("warnings", "--format", "json").json["items"].items.first)
        #expect(rule["lapsed"].number == 10 && rule["open"].number == 0 && rule["isWorthItsAlarms"].number == 0)
    }
}
