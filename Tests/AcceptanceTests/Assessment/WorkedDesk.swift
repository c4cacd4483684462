import FlywheelKit
import Foundation
import Testing

/// A program whose store holds two weeks of a desk: each week twelve more listings are hidden, two people take them from the
/// top with the playbook open, mend all but the last, and say why; the next report no longer has what they mended.
struct WorkedDesk {
    let program: Program
    /// Weeks that were worked.
    let weeks: Int
    private static let perWeek = 12
    /// Listings that nobody mends.
    private static let left = (24..<64).map { "K\($0)" }

    /// - Parameter weeks: how many weeks are worked; none leaves what the first report shows.
    init(weeks: Int = 2) throws {
        program = try Program()
        self.weeks = weeks
        let skus = (0..<64).map { "K\($0)" }
        let listings = skus.map { "\($0),Thing \($0),30.00,Active,50\n" }.joined()
        try program.folder.write("sku,title,price,status,quantity\n" + listings, to: "listings.csv")
        let sales = (1...28).flatMap { day in skus.map { "2026-09-\(day < 10 ? "0" : "")\(day),\($0),4\n" } }
        try program.folder.write("day,sku,units\n" + sales.joined(), to: "sales.csv")
        try bring(["listings.csv", "sales.csv"], at: "2026-10-01T09:00:00Z")
        for week in 0..<max(weeks, 1) {
            try look(on: 1 + week * 7, issues: hidden(week))
            if weeks > 0 { try work(on: 1 + week * 7) }
        }
        if weeks > 0 { try look(on: 1 + weeks * 7, issues: []) }
    }

    /// The moment of the newest look.
    var last: String { Self.moment(1 + weeks * 7, "12") }

    private func hidden(_ week: Int) -> [String] { (0..<Self.perWeek).map { "K\(week * Self.perWeek + $0)" } }

    private static func moment(_ day: Int, _ hour: String) -> String {
        let date = Day(epochDays: 20_727 + Int32(day - 1))
        return "\(date)T\(hour):00:00Z"
    }

    private func bring(_ files: [String], at moment: String) throws {
        let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD", "--at", moment]
        let run = try program.start(["import"] + files + place + ["--as-of", moment]).finish()
        #expect(run.exit == 0, "\(run.errors)")
    }

    /// A complete report of what is hidden, and a look at it.
    func look(on day: Int, issues: [String]) throws {
        // Each for a reason of its own, so that they are no burst; most are never mended, or the report would look cut off.
        let rows = (issues + Self.left).map { "\($0),Search Suppressed,C\($0),report of \(day)\n" }
        try program.folder.write("sku,status,code,issue\n" + rows.joined(), to: "hidden-\(day).csv")
        try bring(["hidden-\(day).csv"], at: Self.moment(day, "10"))
        #expect(try program.run("rotate", "--as-of", Self.moment(day, "12")).exit == 0)
    }

    private func work(on day: Int) throws {
        let moment = Self.moment(day, "14")
        let queue = try program.run(
            "queue", "--workflow", "suppressions", "--limit", "99", "--format", "json", "--as-of", moment)
        let ids = try queue.json["items"].items.filter { !Self.left.contains($0["listing"]["sku"].text ?? "") }
            .compactMap {
                $0["id"].text
            }
        for (person, own) in [("ana", ids.prefix(6)), ("ben", ids.dropFirst(6))] {
            let steps =
                [["claim"] + own] + own.map { ["show", $0, "--playbook"] } + [["close"] + own + ["--cause", "image"]]
            for words in steps {
                let run = try program.start(words + ["--as", person, "--as-of", moment]).finish()
                #expect(run.exit == 0, "\(words) \(run.errors)")
            }
        }
    }

    /// Runs a command after the newest look.
    func run(_ words: String...) throws -> Program.Outcome {
        try program.start(words + (words.contains("--as-of") ? [] : ["--as-of", last])).finish()
    }

    /// The assessment as it is printed.
    func assess(_ words: String...) throws -> JSON {
        let run = try program.start(["assess", "--format", "json", "--as-of", last] + words).finish()
        #expect(run.exit == 0, "\(run.errors)")
        return try run.json
    }
}
