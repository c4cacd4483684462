import Foundation
import Testing

/// What a person plans with: forecasts of listings and of anybody's series, and what to order.
@Suite("Planning") struct PlanningTests {
    @Test("Anybody's series are forecast from CSV to CSV, whoever reads and writes them")
    func series() throws {
        let program = try Program()
        let rows = (0..<200).flatMap { series in
            (1...60).map { "s\(series),\($0),\(($0 * 7 + series * 3) % 11)\n" }
        }
        let text = "series,period,value\n" + rows.joined()
        try program.folder.write(text, to: "sales.csv")
        let flags = ["--horizon", "4", "--frequency", "12"]
        let run = try program.start(["forecast", "--series", "sales.csv"] + flags).finish()
        #expect(run.exit == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\r\n")
        #expect(lines.count == 801 && lines[0] == "series,step,mean,p10,p50,p90,method")
        for (index, line) in lines.dropFirst().enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            #expect(cells[0] == "s\(index / 4)" && cells[1] == "\(index % 4 + 1)")
            let numbers = try cells[2...5].map { try #require(Double($0)) }
            #expect(
                numbers[0] > 0 && numbers[1] >= 0 && numbers[1] <= numbers[2] && numbers[2] <= numbers[3], "\(line)")
        }
        #expect(try program.start(["forecast", "--series", "-"] + flags, input: text).finish().output == run.output)
        let written = try program.start(["forecast", "--series", "sales.csv", "--output", "out.csv"] + flags).finish()
        #expect(written.exit == 0)
        #expect(try String(contentsOfFile: "\(program.folder.path)/out.csv", encoding: .utf8) == run.output)
    }

    @Test("A series' unknown periods are not zero, and a faulty file is named by line and cell")
    func faultySeries() throws {
        let program = try Program()
        func forecast(_ rows: String) throws -> Program.Outcome {
            try program.folder.write("series,period,value\n" + rows, to: "sales.csv")
            return try program.run("forecast", "--series", "sales.csv", "--horizon", "1", "--frequency", "weekly")
        }
        let known = (0..<20).map { "a,\($0),\($0 % 2 == 0 ? "6" : "")\n" }.joined()
        #expect(try forecast(known).output.contains("\r\na,1,6,"))
        for (rows, place) in [
            ("a,1,2\na,2,2.x\n", "sales.csv:3:3"), ("a,1,2\nb,1,1\na,2,2\n", "sales.csv:4:1"),
            ("a,2026-01-05,1\na,2026-01-13,1\n", "sales.csv:3:2"), ("a,1\n", "sales.csv:2:2"),
        ] {
            let run = try forecast(rows)
            #expect(run.exit == 1 && run.errors.hasPrefix("error[series]: "), "\(run.errors)")
            #expect(run.errors.contains("--> \(place)\n"), "\(run.errors)")
        }
    }

    @Test("A listing's forecast says what counts, how well the same did before, and draws it")
    func listing() throws {
        let program = try ProgramTests.opened()
        let run = try program.run(
            "forecast", "LT-55-YEL", "--marketplace", "US", "--svg", "fan.svg", "--format", "json")
        #expect(run.exit == 0)
        let answer = try run.json
        #expect(answer["schema"].text == "flywheel.forecast/1")
        let weeks = answer["weeks"].items
        let past = weeks.filter { $0["mean"].number == nil }
        #expect(weeks.count - past.count == 16 && past.count >= 12)
        // The first weeks to come begin with the day of the look, a week apart.
        #expect(weeks[past.count]["week"].text == "2026-11-20" && weeks[past.count + 1]["week"].text == "2026-11-27")
        for week in weeks.dropFirst(past.count) {
            let bounds = try ["p10", "p50", "p90"].map { try #require(week[$0].number) }
            #expect(bounds == bounds.sorted())
        }
        // The seasonal naive error and the first give the value added.
        let scores = answer["scores"].items
        let own = try #require(scores.first?["scaledError"].number)
        let naive = try #require(scores.first { $0["method"].text == "seasonal naive" }?["scaledError"].number)
        let added = try #require(answer["valueAdded"].number)
        #expect(abs(added - (1 - own / naive)) < 1e-3)
        let drawing = try String(contentsOfFile: "\(program.folder.path)/fan.svg", encoding: .utf8)
        #expect(drawing.hasPrefix("<svg xmlns=") && drawing.contains("role=\"img\"") && !drawing.contains("<script"))

        #expect(try program.run("forecast", "LT-55-YEL").exit == 4)
        let unknown = try program.run("forecast", "LT-55-YEI", "--marketplace", "US")
        #expect(unknown.exit == 5 && unknown.errors.contains("did you mean \"LT-55-YEL\"?"))
    }

    @Test("Nothing is proposed twice while an order is open, and no two currencies are added")
    func orders() throws {
        let program = try ProgramTests.opened()
        func proposed(_ asOf: String) throws -> JSON {
            try program.run("reorder", "--marketplace", "US", "--format", "json", "--as-of", asOf).json
        }
        func bring(_ text: String, _ name: String, _ asOf: String) throws {
            try program.folder.write(text, to: name)
            #expect(try program.run("import", name, "--marketplace", "US", "--as-of", asOf).exit == 0)
        }
        let first = try proposed("2026-11-20T20:00:00Z")["items"].items
        let skus = try first.prefix(2).map { try #require($0["sku"].text) }
        try #require(skus.count == 2)
        let costs = "sku,unit cost,currency\n\(skus[0]),2.50,USD\n\(skus[1]),4.10,EUR\n"
        try bring(costs, "costs-US.csv", "2026-11-20T20:01:00Z")
        try bring("sku,case pack,supplier\n\(skus[0]),6,North\n", "supply-US.csv", "2026-11-20T20:01:00Z")
        #expect(try program.run("rotate", "--as-of", "2026-11-20T20:02:00Z").exit == 0)
        let second = try proposed("2026-11-20T20:02:00Z")
        #expect(second["totals"].items.compactMap { $0["currency"].text } == ["EUR", "USD"])
        let line = try #require(second["items"].items.first { $0["sku"].text == skus[0] })
        let units = try #require(line["units"].number)
        #expect(line["supplier"].text == "North" && units.truncatingRemainder(dividingBy: 6) == 0)
        #expect(line["sum"].amount == Decimal(units) * 2.5)

        // It is ordered, twenty times over and due soon, so that it covers whatever was asked for.
        let order = "po,sku,ordered,expected,received,units\nP1,\(skus[0]),2026-11-20,2026-11-21,,\(Int(units) * 20)\n"
        try bring(order, "orders-in-US.csv", "2026-11-20T20:03:00Z")
        #expect(try program.run("rotate", "--as-of", "2026-11-20T20:04:00Z").exit == 0)
        let third = try proposed("2026-11-20T20:04:00Z")["items"].items
        #expect(third.count == second["items"].items.count - 1)
        #expect(!third.contains { $0["sku"].text == skus[0] })
        let file = try program.run("reorder", "--output", "orders.csv", "--as-of", "2026-11-20T20:04:00Z")
        #expect(file.exit == 0)
        let csv = try String(contentsOfFile: "\(program.folder.path)/orders.csv", encoding: .utf8)
        #expect(csv.hasPrefix("supplier,account,marketplace,sku,title,units,") && csv.contains("\r\n"))
    }
}
