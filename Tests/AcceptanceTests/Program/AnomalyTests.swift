import Foundation
import Testing

/// What is suddenly not as it was: a stream of anybody's, and the views and sales of listings.
@Suite("Anomalies") struct AnomalyTests {
    private static let first = date("2026-08-20T00:00:00Z")

    private static func date(_ text: String) -> Date { ISO8601DateFormatter().date(from: text) ?? .distantPast }

    private static func day(_ number: Int) -> String {
        String(ISO8601DateFormatter().string(from: first.addingTimeInterval(Double(number) * 86_400)).prefix(10))
    }

    @Test("A stream is scored from CSV to CSV, by the rows before each alone, whoever reads and writes it")
    func stream() throws {
        let program = try Program()
        let rows = (0..<2_400).map { hour in
            let moment = Self.first.addingTimeInterval(Double(hour) * 3_600)
            let value = 50 + (8..<20).count { $0 == hour % 24 } * 30 + hour * 29 % 13 + (hour == 2_000 ? 500 : 0)
            return "\(ISO8601DateFormatter().string(from: moment)),\(value)\n"
        }
        try program.folder.write("timestamp,value\n" + rows.joined(), to: "visits.csv")
        let run = try program.run("anomalies", "--stream", "visits.csv")
        #expect(run.exit == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 2_401 && lines[0] == "timestamp,value,score")
        let scores = try lines.dropFirst().map { try #require(Double($0.split(separator: ",")[2])) }
        #expect(scores.allSatisfy { (0..<1).contains($0) })
        #expect(scores.indices.max { scores[$0] < scores[$1] } == 2_000)
        #expect(scores.count { $0 >= 0.5 } < 10)
        // What comes later changes nothing.
        try program.folder.write("timestamp,value\n" + rows[..<2_001].joined(), to: "part.csv")
        let part = try program.run("anomalies", "--stream", "part.csv")
        #expect(run.output.hasPrefix(part.output))
        let written = try program.run(
            "anomalies", "--stream", "visits.csv", "--output", "scored.csv", "--format", "json")
        #expect(try written.json["oddest"].items.first?["timestamp"].text == "2026-11-11T08:00:00Z")
        #expect(try String(contentsOfFile: "\(program.folder.path)/scored.csv", encoding: .utf8) == run.output)
        let faulty = try program.start(
            ["anomalies", "--stream", "-"], input: "timestamp,value\n2026-01-01 10:00,5\n2026-01-01 09:00,5\n"
        ).finish()
        #expect(faulty.exit == 1 && faulty.errors.contains("--> standard input:3:1\n"), "\(faulty.errors)")
    }

    /// A seller of two listings: the pages of one are shown to a fifth as many from a day on.
    private struct Seller {
        var program: Program

        init() throws {
            program = try Program()
            program.asOf = "2026-11-20T20:00:00Z"
            try listings(quantity: 900)
        }

        /// What is for sale; the file has to be of the day for anything to be concluded.
        func listings(quantity: Int) throws {
            try bring(
                "sku,title,price,status,quantity\nA,Kettle,20.00,Active,\(quantity)\nB,Mug,8.00,Active,900\n",
                as: "listings-\(quantity).csv")
        }

        func bring(_ text: String, as name: String) throws {
            try program.folder.write(text, to: name)
            let run = try program.run(
                "import", name, "--marketplace", "US", "--account", "acme", "--currency", "USD", "--at", program.asOf)
            #expect(run.exit == 0, "\(run.output) \(run.errors)")
        }

        /// Days with their units and views; both vary a little, and B stays as it is.
        func sales(_ days: Range<Int>, _ units: (Int) -> Int, _ views: (Int) -> Int) throws {
            let rows = days.map { day in
                "\(AnomalyTests.day(day)),A,\(units(day)),\(views(day))\n"
                    + "\(AnomalyTests.day(day)),B,\(3 + day * 7 % 3),\(150 + day * 31 % 23)\n"
            }
            try bring("day,sku,units,page-views\n" + rows.joined(), as: "sales-\(days.upperBound).csv")
        }

        func usualUnits(_ day: Int) -> Int { 5 + day * 5 % 4 }
        func usualViews(_ day: Int) -> Int { 280 + day * 37 % 41 }

        /// The rows about views and sales that fell.
        func drops() throws -> [JSON] {
            try program.run("rotate")
            return try program.run("queue", "--format", "json").json["items"].items
                .filter { $0["kind"].text?.hasSuffix("-drop") ?? false }
        }
    }

    @Test("Views that fall are a predicted loss, active once sales follow, under one name")
    func predicted() throws {
        var seller = try Seller()
        try seller.sales(0..<92, seller.usualUnits) { $0 < 89 ? seller.usualViews($0) : 55 }
        let before = try seller.drops()
        let row = try #require(before.first)
        #expect(before.count == 1 && row["kind"].text == "traffic-drop" && row["state"].text == "predicted")
        #expect(row["listing"]["sku"].text ?? row["subject"]["sku"].text == "A")
        let probability = try #require(row["probability"].number)
        #expect(probability > 0.9 && probability < 1)
        #expect(try #require(row["atRisk"].amount) > 0)
        let id = try #require(row["id"].text)

        seller.program.asOf = "2026-11-23T20:00:00Z"
        try seller.listings(quantity: 860)
        try seller.sales(92..<95, { _ in 0 }, { _ in 55 })
        let after = try seller.drops()
        #expect(after.map { $0["id"].text } == [id])
        #expect(after.first?["state"].text == "active")
    }

    @Test("Views that come back were a loss that did not happen")
    func lapsed() throws {
        var seller = try Seller()
        try seller.sales(0..<92, seller.usualUnits) { $0 < 91 ? seller.usualViews($0) : 30 }
        let id = try #require(try seller.drops().first?["id"].text)
        seller.program.asOf = "2026-11-22T20:00:00Z"
        try seller.listings(quantity: 860)
        try seller.sales(92..<94, seller.usualUnits, seller.usualViews)
        #expect(try seller.drops().isEmpty)
        #expect(try seller.program.run("show", id, "--format", "json").json["state"].text == "lapsed")
    }

    @Test("What was not for sale explains its fall, and nothing else is said of it")
    func explained() throws {
        let seller = try Seller()
        try seller.bring("sku,start date,end date,cause\nA,\(Self.day(89)),\(Self.day(92)),moved\n", as: "days.csv")
        try seller.sales(0..<92, { $0 < 89 ? seller.usualUnits($0) : 0 }, { $0 < 89 ? seller.usualViews($0) : 20 })
        #expect(try seller.drops().isEmpty)
    }
}
