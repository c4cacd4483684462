import Foundation
import Testing

/// A policy that takes down many listings at once is one row, from the first report to the last recovery.
@Suite("Bursts") struct BurstTests {
    /// Sixty listings that sell; forty of them got one issue on one day, four others each an issue of their own.
    private static func begun() throws -> Program {
        let program = try Program()
        let listings = (0..<60).map { "K\($0),Thing \($0),\(10 + $0).00,Active,5\n" }.joined()
        try program.folder.write("sku,title,price,status,quantity\n" + listings, to: "listings.csv")
        let sales =
            (22...31).flatMap { day in (0..<60).map { "2026-10-\(day),K\($0),\(1 + $0 % 4)\n" } }
            + (1...18).flatMap { day in
                (0..<60).map { "2026-11-\(day < 10 ? "0" : "")\(day),K\($0),\(1 + $0 % 4)\n" }
            }
        try program.folder.write("day,sku,units\n" + sales.joined(), to: "sales.csv")
        try bring(["listings.csv", "sales.csv"], to: program, at: "2026-11-20T09:00:00Z")
        try report(0..<40, to: program, at: "2026-11-20T10:00:00Z")
        #expect(try program.run("rotate").exit == 0)
        return program
    }

    private static func bring(
        _ files: [String], to program: Program, at moment: String, exit: Int32 = 0
    ) throws {
        let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD"]
        let run = try program.start(["import"] + files + place + ["--at", moment, "--as-of", moment]).finish()
        #expect(run.exit == exit, "\(run.errors)")
    }

    /// A complete report: these with the one issue, and the four others.
    private static func report(_ listings: Range<Int>, to program: Program, at moment: String) throws {
        let burst = listings.map { "K\($0),Search Suppressed,Policy,A rule,90220,2026-11-19\n" }
        let others = (40..<44).map { "K\($0),Search Suppressed,Policy,A rule,9901\($0),2026-11-19\n" }
        let name = "suppressed-\(moment.prefix(10)).csv"
        try program.folder.write(
            "sku,status,reason,issue,code,since\n" + (burst + others).shuffled().joined(), to: name)
        try bring([name], to: program, at: moment)
    }

    private static func queue(_ program: Program, _ flags: String..., at moment: String? = nil) throws -> JSON {
        let moment = moment.map { ["--as-of", $0] } ?? []
        return try program.start(["queue", "--format", "json"] + flags + moment).finish().json
    }

    @Test("Forty listings with one code are one row that counts for all of them once, and others stay out")
    func oneRow() throws {
        let program = try Self.begun()
        let answer = try Self.queue(program)
        let rows = answer["items"].items
        let burst = try #require(rows.first)
        #expect(rows.count == 5 && burst["kind"].text == "burst" && burst["members"].number == 40)
        #expect(burst["discriminator"].text == "90220@2026-11-19" && burst["source"].text == "group")
        #expect(rows.dropFirst().allSatisfy { $0["kind"].text == "search-suppressed" && $0["parent"].text == nil })
        let amounts = try rows.map { try #require($0["atRisk"].amount) }
        #expect(amounts.reduce(0, +) == answer["atRisk"].amount)

        let id = try #require(burst["id"].text)
        let beneath = try Self.queue(program, "--parent", id)
        #expect(beneath["items"].items.count == 40)
        #expect(try beneath["items"].items.map { try #require($0["atRisk"].amount) }.reduce(0, +) == amounts[0])
        #expect(beneath["matching"]["atRisk"].amount == amounts[0])
        #expect(try Self.queue(program, "--all")["items"].items.count == 45)

        let shown = try program.run("show", id, "--format", "json").json
        #expect(shown["members"].items.count == 40 && shown["resolution"]["playbook"]["steps"].items.count > 1)
        let text = try program.run("show", id, "--format", "table").output
        #expect(text.contains("Stands for 40 exceptions of one cause") && text.contains("30 more"))
        let child = try #require(beneath["items"].items.first?["id"].text)
        #expect(try program.run("show", child, "--format", "table").output.contains("Beneath  \(id)"))
        // Turning the wheel again moves nothing.
        let before = try program.run("queue", "--all").output
        #expect(try program.run("rotate").exit == 0)
        #expect(try program.run("queue", "--all").output == before)
    }

    @Test("Closing it closes what nobody decided about, and each recovery is verified by itself")
    func closed() throws {
        let program = try Self.begun()
        let id = try #require(try Self.queue(program)["items"].items.first?["id"].text)
        let beneath = try Self.queue(program, "--parent", id)["items"].items.compactMap { $0["id"].text }
        let at = "2026-11-20T21:00:00Z"
        #expect(try program.run("claim", beneath[7], "--as", "ben", "--as-of", at).exit == 0)
        // What somebody took stands by itself, in their hands.
        #expect(try Self.queue(program)["items"].items.count == 6)
        let close = try program.run(
            "close", id, "--cause", "policy", "--as", "mia", "--format", "table", "--as-of", at)
        #expect(close.exit == 0 && close.output.contains("and 39 beneath it"), "\(close.output)\(close.errors)")
        #expect(try Self.queue(program, at: at)["items"].items.count == 5)

        // A day later the template has brought back all but three, and ben's is among those that are back.
        let next = "2026-11-21T20:00:00Z"
        let gone = try #require(
            try program.run("show", beneath[7], "--format", "json").json["subject"]["code"].text)
        let left = Array((0..<40).filter { "K\($0)" != gone }.prefix(3))
        let rows =
            left.map { "K\($0),Search Suppressed,Policy,A rule,90220,2026-11-19\n" }
            + (40..<44).map { "K\($0),Search Suppressed,Policy,A rule,9901\($0),2026-11-19\n" }
        try program.folder.write("sku,status,reason,issue,code,since\n" + rows.joined(), to: "later.csv")
        // So few of so many might be a broken file, so somebody has to say that it is whole.
        try Self.bring(["later.csv"], to: program, at: "2026-11-21T19:00:00Z", exit: 3)
        #expect(try program.run("imports", "accept", "I4", "--as-of", next).exit == 0)
        #expect(try program.run("rotate", "--as-of", next).exit == 0)
        let after = try Self.queue(program, at: next)["items"].items
        #expect(after.filter { $0["state"].text == "notFixed" }.count == 3)
        #expect(after.count == 7 && !after.contains { $0["kind"].text == "burst" })
        #expect(try program.run("show", id, "--format", "json").json["state"].text == "verified")
        let outcomes = try program.run("export", "outcomes", "--format", "json").json["items"].items
        #expect(outcomes.filter { $0["isVerified"].isTrue && $0["kind"].text == "search-suppressed" }.count == 36)
        #expect(try program.run("journal", "verify").exit == 0)
    }
}
