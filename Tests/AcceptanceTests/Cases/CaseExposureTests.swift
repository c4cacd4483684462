import Foundation
import Testing

/// What a case counts for in the queue, through the program.
@Suite("Exposure of cases") struct CaseExposureTests {
    private static let place = ["--account", "acme", "--marketplace", "US", "--currency", "USD"]

    /// Two listings that sell, the first hidden from search, and tickets about it.
    private static func seller(_ tickets: String) throws -> Program {
        let program = try Program()
        try program.folder.write(
            "sku,title,price,status,quantity\nHERO,Big seller,40.00,Active,500\nTAIL,Small seller,5.00,Active,90\n",
            to: "listings.csv")
        let sales = (1...60).map { back in
            let day = Date(timeIntervalSince1970: 1_795_132_800 - Double(back) * 86_400)
            let text = day.ISO8601Format().prefix(10)
            return "\(text),HERO,9\n\(text),TAIL,1\n"
        }
        try program.folder.write("day,sku,units\n" + sales.joined(), to: "sales.csv")
        try program.folder.write(
            "sku,status,code,issue\nHERO,Search Suppressed,8541,main image\n", to: "suppressed.csv")
        try program.folder.write(
            "ticket,sku,opened,side,category,status,sla hours,refund,dispute,dispute due,disputed-sum,default-against\n"
                + tickets, to: "tickets.csv")
        let files = ["listings.csv", "sales.csv", "suppressed.csv", "tickets.csv"]
        let run = try program.start(["import"] + files + place + ["--at", "2026-11-20T10:00:00Z"]).finish()
        #expect(run.exit == 0, "\(run.errors)")
        #expect(try program.run("rotate").exit == 0)
        return program
    }

    private static func queue(_ program: Program) throws -> (rows: [JSON], whole: JSON) {
        let queue = try program.run("queue", "--format", "json").json
        return (queue["items"].items, queue)
    }

    @Test("A case about a listing counts for what its end recovers there, and stands by the hero it is about")
    func inheritsFixAlone() throws {
        let program = try Self.seller("1,HERO,2026-11-19T09:00:00Z,platform,listing,new,24,,,,,\n")
        let (rows, queue) = try Self.queue(program)
        let hidden = try #require(rows.first { $0["workflow"].text == "suppressions" })
        let ticket = try #require(rows.first { $0["workflow"].text == "cases" })
        #expect(ticket["atRisk"].amount == hidden["fixAlone"].amount)
        #expect(queue["atRisk"].amount == hidden["atRisk"].amount, "the case adds nothing to the total")
        #expect(ticket["tier"].text == hidden["tier"].text && hidden["tier"].text == "A")
        let terms = try program.run("show", try #require(ticket["id"].text), "--format", "json").json["terms"]
        let ending = terms["ending"]
        let product =
            try #require(ending["unitsPerDay"].decimal) * (try #require(ending["price"].amount))
            * (try #require(ending["days"].decimal))
        var (exact, rounded) = (product, Decimal())
        NSDecimalRound(&rounded, &exact, 2, .bankers)
        #expect(ending["amount"].amount == rounded, "it is repeated by hand from what is shown")
        #expect(ending["ends"].items.map { $0["id"].text } == [hidden["id"].text])
    }

    @Test("Two cases on one listing never exceed it; the older counts first")
    func twoCases() throws {
        let program = try Self.seller(
            "1,HERO,2026-11-19T09:00:00Z,platform,listing,new,24,,,,,\n"
                + "2,HERO,2026-11-17T09:00:00Z,seller,listing,open,24,,,,,\n")
        let (rows, _) = try Self.queue(program)
        let hidden = try #require(rows.first { $0["workflow"].text == "suppressions" })
        let tickets = Dictionary(
            uniqueKeysWithValues: rows.filter { $0["workflow"].text == "cases" }.map {
                ($0["subject"]["code"].text ?? "", $0["atRisk"].amount ?? -1)
            })
        #expect(tickets["2"] == hidden["atRisk"].amount && tickets["1"] == 0)
    }

    @Test("Refunds, fees and disputed sums are stated one by one, and totalled apart")
    func statedSums() throws {
        let program = try Self.seller(
            "1,TAIL,2026-11-19T09:00:00Z,buyer,damaged,open,72,25.00,a-to-z-claim,2026-11-21T09:00:00Z,89.90,yes\n"
                + "2,,2026-11-19T09:00:00Z,buyer,question,odd word,24,7.00,,,,\n")
        let (rows, queue) = try Self.queue(program)
        #expect(queue["statedAtRisk"].amount == Decimal(string: "89.90"), "the refund is part of what is disputed")
        let own = rows.filter { $0["workflow"].text == "cases" }
        #expect(own.count == 2, "the case and its dispute; a state nobody knows opens nothing")
        let dispute = try #require(own.first { $0["kind"].text == "dispute" })
        #expect(dispute["lane"].text == "act-now", "it is decided by default before the next look")
        let terms = try program.run("show", try #require(dispute["id"].text), "--format", "json").json["terms"]
        #expect(terms["sums"].items.map { $0["sum"].amount } == [Decimal(string: "89.90")])
        let text = try program.run("show", try #require(dispute["id"].text), "--format", "table").output
        #expect(text.contains("without an answer it is lost at 2026-11-21T09:00:00Z"), "\(text)")
    }
}
