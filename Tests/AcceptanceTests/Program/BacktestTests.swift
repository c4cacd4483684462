import Testing

/// Revenue at risk is held against what was really lost.
@Suite("Back-test") struct BacktestTests {
    private static let codes = (10..<60).map { "K\($0)" }
    private static let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD"]

    private static func day(_ number: Int) -> String { "2026-09-\(number < 10 ? "0" : "")\(number)" }

    private static func bring(_ name: String, _ text: String, at moment: String, to program: Program) throws {
        try program.folder.write(text, to: name)
        let run = try program.start(["import", name] + place + ["--at", moment, "--as-of", moment]).finish()
        #expect(run.exit == 0, "\(run.errors)")
    }

    private static func sales(_ days: ClosedRange<Int>, _ units: (Int) -> Int) -> String {
        "day,sku,units\n" + days.flatMap { day in codes.map { "\(Self.day(day)),\($0),\(units(day))\n" } }.joined()
    }

    /// Fifty listings that sell twenty a day at 10.00. Each is hidden from search on the mornings of the 20th to the 26th,
    /// which nobody acts on, and the first twelve ever after; hidden, it sells so many.
    private static func lived(hidden units: Int) throws -> Program {
        let program = try Program()
        let listings = codes.map { "\($0),Thing \($0),10.00,Active,900\n" }.joined()
        try bring(
            "listings.csv", "sku,title,price,status,quantity\n" + listings, at: day(20) + "T08:00:00Z", to: program)
        try bring("before.csv", sales(1...19) { _ in 20 }, at: day(20) + "T09:00:00Z", to: program)
        for number in 20...27 {
            let issues = codes.prefix(number < 27 ? 50 : 12).map {
                "\($0),Search Suppressed,C\($0),report of \(number)\n"
            }
            let text = "sku,status,code,issue\n" + issues.joined()
            try bring("\(number).csv", text, at: day(number) + "T16:00:00Z", to: program)
            #expect(try program.run("rotate", "--as-of", day(number) + "T18:00:00Z").exit == 0)
        }
        try bring("after.csv", sales(20...30) { $0 < 27 ? units : 20 }, at: "2026-10-01T12:00:00Z", to: program)
        #expect(try program.run("rotate", "--as-of", "2026-10-31T18:00:00Z").exit == 0)
        return program
    }

    @Test("What nobody acted on is held against the sales that stayed away", arguments: [5, 12])
    func whatCame(units: Int) throws {
        let program = try Self.lived(hidden: units)
        let answer = try program.run("backtest", "--format", "json").json
        let items = answer["items"].items
        #expect(items.count == 38)
        let part = try #require(answer["parts"].items.first)
        #expect(part["workflow"].text == "suppressions")
        // The days from the 21st to the 25th are whole days between the first look and the last that saw it.
        let came = Double(38 * 5 * (20 - units) * 10)
        #expect(items.allSatisfy { $0["whileLasting"]["days"].number == 5 })
        #expect(part["whileLasting"]["came"].text.flatMap(Double.init) == came)
        // From the day it was first seen to the one before it was seen to be over.
        #expect(part["overHorizon"]["came"].text.flatMap(Double.init) == Double(38 * 7 * (20 - units) * 10))
        let predicted = items.compactMap { $0["whileLasting"]["predicted"].text.flatMap(Double.init) }.reduce(0, +)
        let sum = try #require(part["whileLasting"]["predicted"].text.flatMap(Double.init))
        #expect(abs(sum - predicted) < 0.005)
        let ratio = try #require(part["whileLasting"]["ratio"]["value"].number)
        #expect(abs(ratio - came / sum) < 0.0001)
        #expect(part["overHorizon"]["deciles"].items.count == 10)
        let text = try program.run("backtest", "--format", "table").output
        #expect(text.hasPrefix("38 problems that nobody acted on"))
        #expect(text.contains("suppressions") && !text.contains("inconclusive"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
    }

    @Test("Where nothing ended there is nothing to compare, which is said")
    func nothing() throws {
        let program = try Program()
        try Self.bring(
            "listings.csv", "sku,title,price,status,quantity\nK1,Thing,10.00,Active,900\n", at: "2026-09-20T08:00:00Z",
            to: program)
        #expect(try program.run("rotate", "--as-of", "2026-09-20T18:00:00Z").exit == 0)
        let run = try program.run("backtest", "--format", "table")
        #expect(run.exit == 0)
        #expect(run.output.hasPrefix("No problem that nobody acted on has an amount to compare yet"))
    }
}
