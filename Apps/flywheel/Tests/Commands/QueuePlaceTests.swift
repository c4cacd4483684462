import FlywheelKit
import Foundation
import Testing

@testable import flywheel

/// Lists of one account or of one marketplace, and what is said of those that are not there.
@Suite struct QueuePlaceTests {
    /// A morning of the invented seller under two accounts, shared: these tests only look.
    static let desk = Result {
        let desk = try Desk.rotated()
        #expect(desk.run("import", "\(desk.folder)/files", "--account", "southwind").exit == .done)
        #expect(desk.run("rotate").exit == .done)
        return desk
    }

    private let desk: Desk
    private let all: [JSON]

    init() throws {
        desk = try Self.desk.get()
        all = try Self.items(desk.run("queue", "-n", "1000", "--all", "--format", "json"))
    }

    private static func items(_ run: Desk.Outcome) throws -> [JSON] {
        guard case .array(let items) = try JSON(reading: run.output)["items"] else { return [] }
        return items
    }

    private func items(_ flags: String...) throws -> [JSON] {
        try Self.items(desk.run(["queue", "-n", "1000", "--all", "--format", "json"] + flags))
    }

    private func here(_ account: String?, _ marketplace: String?) -> [JSON] {
        all.filter { item in
            (account.map { item["listing"]?["account"] == .text($0) } ?? true)
                && (marketplace.map { item["listing"]?["marketplace"] == .text($0) } ?? true)
        }
    }

    @Test(arguments: Marketplace.directory.filter { ["US", "DE"].contains($0.name) })
    func aMarketplaceIsAskedForByAnyOfItsNames(market: Marketplace) throws {
        let rows = here(nil, market.id)
        #expect(!rows.isEmpty && rows.count < all.count)
        for name in [market.id, market.name, market.domain, market.domain.capitalized, market.name.lowercased()] {
            #expect(try items("--marketplace", name) == rows, "\(name): rows and ranks are those of the whole queue")
        }
    }

    @Test func accountsAreToldApartAndBothGoTogether() throws {
        let rows = here("southwind", nil)
        #expect(!rows.isEmpty && rows.count < all.count)
        #expect(try items("--account", "southwind") == rows)
        let us = try #require(Marketplace.named("US")).id
        #expect(try items("--account", "southwind", "--marketplace", "US") == here("southwind", us))
    }

    @Test func pagesOfAPlaceFollowEachOther() throws {
        var (cursor, seen): (String?, [JSON]) = (nil, [])
        repeat {
            let flags = ["--account", "southwind", "--all", "-n", "7"] + (cursor.map { ["--cursor", $0] } ?? [])
            let page = try JSON(reading: desk.run(["queue", "--format", "json"] + flags).output)
            guard case .array(let items) = page["items"] else { break }
            seen += items
            cursor = if case .text(let next) = page["nextCursor"] { next } else { nil }
        } while cursor != nil
        #expect(seen == here("southwind", nil))
    }

    @Test func theAnswerSaysWhatWasAskedForAndWhatThatComesTo() throws {
        let run = desk.run(
            "queue", "-n", "1", "--account", "southwind", "--marketplace", "amazon.com", "--format", "json")
        let answer = try JSON(reading: run.output)
        let us = try #require(Marketplace.named("US")).id
        #expect(answer["filters"]?["account"] == "southwind" && answer["filters"]?["marketplace"] == .text(us))
        #expect(answer["matching"]?["count"] == .integer(Int64(here("southwind", us).count)))
        let page = desk.run(
            "queue", "-n", "1", "--account", "southwind", "--marketplace", "amazon.com", "--format", "table", "--width",
            "200"
        ).output
        #expect(page.contains("; only account southwind, marketplace US\n"), "\(page)")
        #expect(page.contains("flywheel queue --account southwind --marketplace US --cursor "), "\(page)")
    }

    @Test(arguments: ["queue", "reorder", "changes", "export queue", "export exceptions", "export outcomes"])
    func whatIsNotThereIsAnErrorThatSaysWhatIs(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let nobody = desk.run(words + ["--account", "southwnd"])
        #expect(nobody.exit == .unknown && nobody.output.isEmpty)
        #expect(
            nobody.errors.contains(
                "error[unknown-place]: there is no account \"southwnd\", expected northwind, southwind; did you mean "
                    + "\"southwind\"?"), "\(nobody.errors)")
        let nowhere = desk.run(words + ["--marketplace", "JP"])
        #expect(nowhere.exit == .unknown && nowhere.output.isEmpty)
        #expect(nowhere.errors.contains("nothing is known of a marketplace \"JP\", expected "), "\(nowhere.errors)")
        #expect(nowhere.errors.contains("DE, ") && nowhere.errors.contains("US"))
    }

    @Test func aPlaceOfAnotherAccountIsNotThere() throws {
        let desk = try Desk.rotated()
        let listing = ["seller-sku\tprice\tquantity", "A\t1.00\t1"]
        _ = desk.run("import", "-", "--account", "alpine", "--marketplace", "Walmart", input: listing)
        // What counts for every account makes none.
        _ = desk.run(
            "import", "-", "--account", "bank", "--kind", "rates/1",
            input: ["day,base,quote,rate", "2026-11-19,EUR,USD,1.10"])
        let run = desk.run("queue", "--account", "alpine", "--marketplace", "US")
        #expect(run.exit == .unknown && run.errors.contains("nothing is known of alpine on US, expected Walmart"))
        #expect(desk.run("queue", "--account", "alpine", "--marketplace", "Walmart").exit == .done)
        #expect(desk.run("queue", "--account", "bank").errors.contains("expected alpine, northwind\n"))
        #expect(desk.run("queue", "--marketplace", "walmart").errors.contains("did you mean \"Walmart\"?"))
    }

    @Test func exportsAreOfAPlaceWhereTheirRowsHaveOne() throws {
        for set in ["queue", "exceptions", "outcomes"] {
            let account = set == "queue" ? "listing.account" : "subject.account"
            func rows(_ flags: String...) -> [Substring] {
                let run = desk.run(["export", set, "--fields", "\(account)"] + flags)
                #expect(run.exit == .done)
                return run.output.split(separator: "\r\n").dropFirst() + []
            }
            #expect(rows("--account", "southwind") == rows().filter { $0 == "southwind" }, "\(set)")
            #expect(set == "outcomes" || !rows("--account", "southwind").isEmpty)
        }
        let run = desk.run("export", "journal", "--account", "southwind")
        #expect(run.exit == .usage && run.errors.contains("queue, exceptions, outcomes, and journal is written whole"))
    }

    @Test func whatIsSaidOfFilesStillSaysWhoseTheyAre() throws {
        let files = "\(desk.folder)/files"
        let run = desk.run("queue", "--from", files, "--account", "elsewhere", "-n", "3", "--format", "json")
        #expect(run.exit == .done)
        let rows = try Self.items(run)
        #expect(rows.count == 3 && rows.allSatisfy { $0["listing"]?["account"] == "elsewhere" })
    }

    @Test func idsOfNothingAreSaidToBeNone() {
        let parent = desk.run("queue", "--parent", "X99999")
        #expect(parent.exit == .unknown && parent.output.isEmpty)
        #expect(parent.errors.contains("error[unknown-exception]: there is no exception X99999"))
        let since = desk.run("queue", "--since", "R99")
        #expect(since.exit == .unknown && since.output.isEmpty)
        #expect(since.errors.contains("there is no rotation R99"))
        #expect(desk.run("queue", "--since", "R2").exit == .done)
    }

    @Test(arguments: [
        ["--lane", "active", "--cursor", "predicted:4"], ["--lane", "predicted", "--cursor", "4"],
        ["--predicted", "--cursor", "unpriced:1"], ["--unpriced", "--cursor", "act-now:1"],
    ])
    func aCursorOfAnotherLaneIsRefused(flags: [String]) {
        let run = desk.run(["queue"] + flags)
        #expect(run.exit == .usage && run.output.isEmpty)
        #expect(run.errors.contains("goes on in lane "), "\(run.errors)")
        #expect(desk.run("queue", "--lane", "predicted", "--cursor", "predicted:1").exit == .done)
    }

    @Test func aCursorOfAnEarlierQueueIsRefused() throws {
        let desk = try Desk.rotated()
        let first = try JSON(reading: desk.run("queue", "-n", "2", "--format", "json").output)
        let cursor = try #require(first["nextCursor"]?.texts.first)
        #expect(cursor.hasSuffix("@R1"))
        #expect(desk.run("queue", "--cursor", cursor).exit == .done)
        #expect(desk.run("queue", "-n", "2", "--format", "table").output.contains("--cursor \(cursor)"))
        #expect(desk.run("import", "\(desk.folder)/files", "--account", "southwind").exit == .done)
        #expect(desk.run("rotate").exit == .done)
        let late = desk.run("queue", "--cursor", cursor)
        #expect(late.exit == .refused && late.output.isEmpty)
        #expect(
            late.errors.contains(
                "error[newer-queue]: \(cursor) goes on in the queue of R1, and R2 has made another"), "\(late.errors)")
        #expect(desk.run("queue", "--cursor", "2").exit == .done, "a bare rank is one of the newest")
    }
}
