import FlywheelKit
import Foundation
import Testing

@testable import flywheel

@Suite struct ReorderTests {
    /// A desk whose listings have suppliers and costs in two currencies, and one rotation after that.
    private func desk() throws -> (desk: Desk, skus: [String]) {
        let desk = try Desk.rotated(without: ["costs", "supply", "purchase-orders"])
        let skus = try items(desk.run("reorder", "--marketplace", "US", "--format", "json")).compactMap(\.sku)
        try #require(skus.count >= 4)
        let supply = """
            sku,lead time,moq,case pack,supplier
            \(skus[0]),30,5,12,"Halle, Söhne & Co"
            \(skus[1]),21,,10,Northwind Supply
            \(skus[2]),21,,10,Northwind Supply
            """
        let costs = "sku,unit cost,currency\n\(skus[0]),8.20,EUR\n\(skus[1]),3.15,USD\n\(skus[2]),1.01,EUR\n"
        bring(desk, supply + "\n", "supply-US.csv")
        bring(desk, costs, "costs-US.csv")
        #expect(desk.run("rotate", clock: Scene.asOf.advanced(bySeconds: 60)).exit == .done)
        return (desk, skus)
    }

    private func bring(_ desk: Desk, _ text: String, _ name: String, after seconds: Int64 = 0) {
        do {
            let run = desk.run(
                "import", try desk.write(text, to: name), "--account", "northwind", "--marketplace", "US",
                clock: Scene.asOf.advanced(bySeconds: seconds))
            #expect(run.exit == .done, "\(run.output)\(run.errors)")
        } catch { Issue.record(error) }
    }

    private struct Item {
        let json: JSON
        var sku: String? { text("sku") }
        func text(_ key: String) -> String? { if case .text(let text) = json[key] { text } else { nil } }
        func count(_ key: String) -> Int64? { if case .integer(let count) = json[key] { count } else { nil } }
    }

    private func items(_ run: Desk.Outcome) throws -> [Item] {
        guard case .array(let items) = try JSON(reading: run.output)["items"] else { return [] }
        return items.map(Item.init)
    }

    @Test func ordersComeInCasesBySupplierAndNoTwoCurrenciesAreAdded() throws {
        let (desk, skus) = try desk()
        let run = desk.run("reorder", "--marketplace", "US", "--format", "json")
        let found = try items(run)
        for (sku, pack) in zip(skus, [12, 10, 10] as [Int64]) {
            let item = try #require(found.first { $0.sku == sku })
            let (units, needed) = (try #require(item.count("units")), try #require(item.count("needed")))
            #expect(units % pack == 0 && units >= needed && item.count("cases") == units / pack)
            guard case .text(let unit) = item.json["unitCost"]?["amount"],
                case .text(let sum) = item.json["sum"]?["amount"],
                let cost = Decimal(string: unit), let total = Decimal(string: sum)
            else {
                Issue.record("no cost of \(sku)")
                continue
            }
            #expect(cost * Decimal(units) == total)
        }
        // Suppliers by name, those of unknown ones last.
        let suppliers = found.map { $0.text("supplier") }
        #expect(suppliers.prefix(3) == ["Halle, Söhne & Co", "Northwind Supply", "Northwind Supply"])
        #expect(suppliers.dropFirst(3).allSatisfy { $0 == nil })
        guard case .array(let totals) = try JSON(reading: run.output)["totals"] else {
            Issue.record("no totals")
            return
        }
        #expect(totals.map { $0["currency"] } == [.text("EUR"), .text("USD")])
        // Of one supplier what is out of stock comes before what soon will be.
        let out = found.filter { $0.text("supplier") == nil }.map { $0.text("why")?.contains("out of stock") == true }
        #expect(out == out.filter(\.self) + out.filter { !$0 })
    }

    @Test func aTableForPeopleNamesTheSumsByCurrency() throws {
        let (desk, _) = try desk()
        for width in [80, 132] {
            let run = desk.run(
                ["reorder", "--supplier", "northwind supply", "--width", "\(width)", "--color", "never"],
                isTerminal: true,
                clock: Scene.asOf.advanced(bySeconds: 120))
            let lines = run.output.split(separator: "\n").map(String.init)
            #expect(
                lines[0].firstMatch(of: #/^2 to order, EUR [0-9,.]+, USD [0-9,.]+; only of northwind supply$/#) != nil)
            #expect(lines.count { $0.hasPrefix("Northwind Supply, ") } == 2)
            #expect(run.output.contains("A UNIT USD") == (width == 132))
            for line in lines { #expect(line.cells <= width, "\(line)") }
        }
    }

    @Test func whatIsOnOrderIsNotProposedAgain() throws {
        let (desk, skus) = try desk()
        let before = try items(desk.run("reorder", "--marketplace", "US", "--format", "json"))
        let order = try #require(before.first { $0.sku == skus[1] })
        let units = try #require(order.count("units"))
        bring(
            desk, "po,sku,ordered,expected,received,units\nP1,\(skus[1]),2026-11-20,2026-11-22,,\(units * 20)\n",
            "orders-in-US.csv", after: 90)
        let later = Scene.asOf.advanced(bySeconds: 120)
        let stale = desk.run(["reorder", "--supplier", "Northwind Supply"], clock: later)
        #expect(stale.errors.contains("1 file came in since R2 looked, the last of them I"))
        #expect(desk.run("rotate", clock: later).exit == .done)
        let run = desk.run(["reorder", "--marketplace", "US", "--format", "json"], clock: later)
        #expect(!(try items(run).contains { $0.sku == skus[1] }))
        #expect(try items(run).count == before.count - 1)
        #expect(run.errors.isEmpty)
    }

    /// What is kept of stock that nobody counted again says since when it stands.
    @Test func whatRestsOnOldStockSaysSo() throws {
        let (desk, _) = try desk()
        let fresh = try items(desk.run("reorder", "--marketplace", "US", "--format", "json"))
        #expect(!fresh.isEmpty && fresh.allSatisfy { $0.json["isStale"] == .bool(false) })
        let later = Scene.asOf.advanced(byDays: 12)
        #expect(desk.run("rotate", clock: later).exit == .done)
        let run = desk.run(["reorder", "--marketplace", "US", "--format", "json"], clock: later)
        let old = try items(run)
        #expect(!old.isEmpty && old.allSatisfy { $0.json["isStale"] == .bool(true) })
        #expect(old.allSatisfy { $0.text("why")?.hasPrefix("stale, as of \($0.text("seen") ?? "")") == true })
        #expect(run.errors.contains("rest on stock or sales of") && run.errors.contains("import newer files"))
    }

    /// Los Angeles is hours behind: its day goes on when that of UTC is over.
    @Test func anOrderIsLateOnceItsDayHasEndedWhereItIsSold() throws {
        let (desk, _) = try desk()
        let lines = try items(desk.run("reorder", "--marketplace", "US", "--format", "json"))
        let last = try #require(lines.max { ($0.text("orderBy") ?? "") < ($1.text("orderBy") ?? "") })
        let day = try #require(last.text("orderBy").flatMap { Day($0) })
        let id = try #require(last.text("id"))
        func line(at time: String) throws -> String {
            let clock = try #require(Instant("\(day.advanced(by: 1))T\(time)Z"))
            let shown = desk.run(["reorder", "--marketplace", "US"], isTerminal: true, clock: clock).output
            return try #require(shown.split(separator: "\n").map(String.init).first { $0.contains(id) })
        }
        #expect(try !line(at: "02:00:00").contains("passed"))
        #expect(try line(at: "12:00:00").contains("passed"))
    }

    @Test func aReceiptOfWhichNoFileSaysFewerIsOfAllUnits() throws {
        let (desk, skus) = try desk()
        bring(
            desk,
            "po,sku,ordered,expected,received,units\nP1,\(skus[1]),2026-10-01,2026-11-01,2026-10-16,564\n",
            "orders-in-US.csv", after: 90)
        let run = desk.run(
            ["listing", skus[1], "--marketplace", "US", "--format", "json"], clock: Scene.asOf.advanced(bySeconds: 120))
        #expect(run.output.filter { !$0.isWhitespace }.contains("{\"day\":\"2026-10-16\",\"units\":564}"))
    }

    @Test func aLookFromAMomentPastKnowsWhatItKnew() throws {
        let (desk, _) = try desk()
        let clock = Scene.asOf.advanced(bySeconds: 7_200)
        let orders = "po,sku,ordered,expected,received,units\nP9,NEW-1,2026-11-01,2026-11-30,,5\n"
        let came = desk.run(
            "import", try desk.write(orders, to: "orders-in-US.csv"), "--account", "northwind", "--marketplace", "US",
            "--at", Scene.asOf.description, clock: clock)
        #expect(came.exit == .done)
        #expect(desk.run(["reorder"], clock: clock).errors.contains("1 file came in since R2 looked"))
        let moment = Scene.asOf.advanced(bySeconds: 120).description
        #expect(desk.run("rotate", "--as-of", moment, clock: clock).exit == .done)
        #expect(desk.run(["reorder"], clock: clock).errors.isEmpty)
    }

    @Test func snoozedProposalsAreLeftOutAndCounted() throws {
        let (desk, skus) = try desk()
        let item = try #require(
            try items(desk.run("reorder", "--marketplace", "US", "--format", "json")).first { $0.sku == skus[2] })
        let id = try #require(item.text("id"))
        #expect(
            desk.run(
                "snooze", id, "--until", "2026-11-27", "--reason", "cash", clock: Scene.asOf.advanced(bySeconds: 90)
            )
            .exit == .done)
        let run = desk.run(["reorder", "--format", "json"], clock: Scene.asOf.advanced(bySeconds: 120))
        #expect(!(try items(run).contains { $0.text("id") == id }))
        #expect(try JSON(reading: run.output)["snoozed"] == .integer(1))
    }

    @Test func whatNothingIsKnownOfAnyMoreIsNotOrdered() throws {
        let (desk, _) = try desk()
        let later = Scene.asOf.advanced(bySeconds: 120)
        let before = try items(desk.run(["reorder", "--format", "json"], clock: later))
        let unitedStates = "ATVPDKIKX0DER"
        let gone = before.filter { $0.text("marketplace") == unitedStates }.count
        try #require(gone > 0)
        try desk.discardImports(on: unitedStates, clock: later)
        let run = desk.run(["reorder", "--format", "json"], clock: later.advanced(bySeconds: 60))
        #expect(try items(run).allSatisfy { $0.text("marketplace") != unitedStates })
        #expect(try JSON(reading: run.output)["unknown"] == .integer(Int64(gone)))
        let words = desk.run(["reorder"], isTerminal: true, clock: later.advanced(bySeconds: 60)).output
        #expect(words.contains("no file says the listing's stock any more"), "\(words)")
        #expect(desk.run("rotate", clock: later.advanced(bySeconds: 90)).exit == .done)
        let rotated = desk.run(["reorder", "--format", "json"], clock: later.advanced(bySeconds: 120))
        #expect(try JSON(reading: rotated.output)["unknown"] == .integer(0), "their rows are withdrawn")
    }

    @Test func filesOfOrdersHoldTheSameRows() throws {
        let (desk, _) = try desk()
        let csv = "\(desk.folder)/orders.csv"
        let run = desk.run("reorder", "--output", csv)
        #expect(run.output.hasPrefix("Wrote ") && run.output.contains(" of orders"))
        #expect(
            try String(contentsOfFile: csv, encoding: .utf8) == desk.run("reorder", "--format", "csv").output)
        let sheet = "\(desk.folder)/orders.xlsx"
        #expect(desk.run("reorder", "-o", sheet, "--fields", "sku,units,sum").exit == .done)
        #expect(try Data(contentsOf: URL(fileURLWithPath: sheet)).prefix(4) == Data([0x50, 0x4B, 3, 4]))
        #expect(desk.run("reorder", "-o", "\(desk.folder)/orders.doc").exit == .usage)
    }

    @Test func onlyWhatIsAskedForIsListed() throws {
        let (desk, _) = try desk()
        #expect(try items(desk.run("reorder", "--by", "2020-01-01", "--format", "json")).isEmpty)
        #expect(desk.run("reorder", "--account", "nobody", "--format", "json").exit == .unknown)
        let near = desk.run("reorder", "--supplier", "Northwind Suply")
        #expect(near.output.isEmpty && near.errors.contains("did you mean \"Northwind Supply\"?"))
        let wrong = desk.run("reorder", "--by", "27.11.2026")
        #expect(wrong.exit == .usage && wrong.errors.contains("expected a day such as 2026-11-27"))
    }
}
