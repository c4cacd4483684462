import Testing

/// How a marketplace judges an account, through the program.
@Suite("Account health") struct AccountHealthTests {
    private static func bring(_ lines: [String], at day: Int, to program: Program) throws {
        let headings = "metric,status,count,whole,target,condition,until\n"
        try program.folder.write(headings + lines.map { $0 + "\n" }.joined(), to: "health-\(day).csv")
        let at = "2026-11-\(day < 10 ? "0" : "")\(day)T09:00:00Z"
        let run = try program.start([
            "import", "health-\(day).csv", "--account", "acme", "--marketplace", "US", "--at", at, "--as-of", at,
        ]).finish()
        #expect(run.exit == 0, "\(run.errors)")
        #expect(try program.run("rotate", "--as-of", at).exit == 0)
    }

    /// The state of each row by its measure; all are of one kind.
    private static func states(_ program: Program) throws -> [String: String] {
        let rows = try program.run("queue", "--workflow", "account-health", "--unpriced", "--format", "json").json
        #expect(rows["items"].items.allSatisfy { $0["kind"].text == "over-limit" })
        return Dictionary(
            uniqueKeysWithValues: rows["items"].items.map { ($0["discriminator"].text ?? "", $0["state"].text ?? "") })
    }

    @Test("One defect in twenty orders is not over the limit, ten in two hundred are, and the counts are shown")
    func countsDecide() throws {
        let program = try Program()
        try Self.bring(
            [
                "order-defect-rate,NONE,1,20,0.01,LESS_THAN,2026-11-19",
                "late-shipment-rate,NONE,100,1000,0.04,LESS_THAN,2026-11-19",
                "valid-tracking-rate,GOOD,990,1000,0.95,GREATER_THAN,2026-11-19",
                "account-status,NORMAL,,,,,",
            ], at: 20, to: program)
        #expect(
            try Self.states(program) == ["order-defect-rate": "predicted", "late-shipment-rate": "active"])
        let rows = try program.run("queue", "--workflow", "account-health", "--unpriced", "--format", "json").json
        let near = try #require(rows["items"].items.first { $0["state"].text == "predicted" })
        let text = try program.run("show", try #require(near["id"].text), "--format", "table").output
        #expect(text.contains("1 of 20, which leaves 0.89 % to 23.61 %"), "\(text)")
    }

    @Test("A measure that rises from report to report is said to cross its limit on a day, with a band")
    func crossing() throws {
        let program = try Program()
        for (week, count) in [300, 390, 480, 570, 640].enumerated() {
            let day = 1 + 5 * week
            try Self.bring(
                ["late-shipment-rate,GOOD,\(count),20000,0.04,LESS_THAN,2026-11-\(day < 10 ? "0" : "")\(day)"], at: day,
                to: program)
        }
        let rows = try program.run("queue", "--workflow", "account-health", "--unpriced", "--format", "json").json
        let near = try #require(rows["items"].items.first)
        #expect(near["kind"].text == "over-limit" && near["state"].text == "predicted")
        let text = try program.run("show", try #require(near["id"].text), "--format", "table").output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("as it goes it crosses on 2026-1"), "\(text)")
        #expect(text.contains(", between 2026-1"), "\(text)")
    }

    @Test("A warning that was right comes true, under its own number")
    func cameTrue() throws {
        let program = try Program()
        try Self.bring(["order-defect-rate,GOOD,1,20,0.01,LESS_THAN,2026-11-19"], at: 20, to: program)
        #expect(try Self.states(program) == ["order-defect-rate": "predicted"])
        try Self.bring(["order-defect-rate,BAD,10,200,0.01,LESS_THAN,2026-11-21"], at: 22, to: program)
        #expect(try Self.states(program) == ["order-defect-rate": "active"])
        let outcomes = try program.run("show", "X1", "--format", "json").json
        #expect(outcomes["state"].text == "active", "the warning itself goes on")
    }
}
