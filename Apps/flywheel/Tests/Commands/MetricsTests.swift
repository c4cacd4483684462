import Assessment
import FlywheelKit
import FlywheelRuntime
import HTTPTypes
import Testing

@testable import flywheel

/// `metrics` on the desk of the invented seller.
@Suite struct MetricsTests {
    @Test func aNumberLeadsToItsRows() throws {
        let desk = try Desk.rotated()
        let list = desk.run("metrics", "--format", "csv")
        #expect(list.exit == .done && list.output.split(separator: "\r\n").count == Metric.allCases.count + 1)
        let rows = desk.run("metrics", "open-problems", "--rows", "--format", "csv").output.split(separator: "\r\n")
            .dropFirst()
        let open = desk.run("metrics", "--fields", "metric,value").output.split(separator: "\n")
            .first { $0.hasPrefix("open-problems\t") }
        #expect(open == "open-problems\t\(rows.count)")
        let id = try #require(rows.first?.split(separator: ",").first.map(String.init))
        #expect(desk.run("show", id).exit == .done)
    }

    @Test func aTargetFromTheConfigurationIsHeldAgainstTheValue() throws {
        let desk = try Desk.rotated()
        let targets = """
            metrics:
              targets:
                open-problems: 1
                coverage: 0.5
                open-exposure: 1000000.5
                repeat-rate-30: 0.1

            """
        let file = try desk.write(targets, to: "flywheel.yaml")
        let output = desk.run("metrics", "--config", file, "--format", "csv").output
        let states = Dictionary(
            uniqueKeysWithValues: output.split(separator: "\r\n").dropFirst().map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return (String(cells[0]), cells.suffix(3).joined(separator: " "))
            })
        #expect(states["open-problems"] == "1  missed" && states["coverage"] == "0.5  met")
        #expect(states["open-exposure"] == " 1000000.50 met" && states["repeat-rate-30"] == "0.1  unknown")
        #expect(states["time-to-own"] == "  ")
    }

    @Test(arguments: [
        ("metrics: {targets: {time-to-won: 3}}", "did you mean \"time-to-own\""),
        ("metrics: {targets: {coverage: 80}}", "a number from 0.0 to 1.0"),
        ("metrics: {goals: {}}", "goals"),
    ])
    func aWrongTargetIsRefused(yaml: String, says: String) throws {
        let desk = try Desk.rotated(without: ["orders"])
        let run = desk.run("metrics", "--config", try desk.write(yaml, to: "flywheel.yaml"))
        #expect(run.exit == .failed && run.errors.contains(says), "\(run.errors)")
    }

    @Test func wrongWordsAreRefusedWithWhatWasMeant() throws {
        let desk = try Desk()
        func errors(_ arguments: String...) -> String { desk.run(["metrics"] + arguments).errors }
        #expect(errors("time-to-won").contains("did you mean \"time-to-own\"?"))
        #expect(errors("--by", "colour").contains("workflow, kind, owner, account, tier"))
        #expect(errors("--rows").contains("--rows needs a KEY"))
        #expect(errors("--by", "owner", "--tier", "A").contains("expected one of --by"))
        #expect(errors("--weeks", "0").contains("expected 1 to 520"))
        #expect(errors("--weeks", "4", "--month", "2026-10").contains("expected one of --weeks, --month"))
        #expect(errors("--month", "2026-13").contains("expected one such as 2026-10"))
        #expect(errors("--from", "2026-11-09", "--to", "2026-11-08").contains("a day not later than --to"))
    }

    private func json(_ desk: Desk, _ arguments: [String]) throws -> JSON {
        let run = desk.run(arguments + ["--format", "json"])
        #expect(run.exit == .done, "\(run.errors)")
        return try JSON(reading: run.output)
    }

    private func items(_ json: JSON?) -> [JSON] { if case .array(let items) = json { items } else { [] } }

    @Test func whatIsOpenOfWorkflowsAndKindsAddsUpToTheQueue() throws {
        try expectPartsToAddUp(of: Desk.rotated())
    }

    /// What a person adds under a kind of their own is of no workflow, and what one left stays when it is switched off.
    @Test func partsAddUpWithWhatNoWorkflowLooksForAnyMore() throws {
        let desk = try Desk.rotated()
        let skus = desk.run("export", "queue", "--fields", "listing.sku", "--format", "csv").output
        let sku = try #require(skus.split(whereSeparator: \.isNewline).dropFirst().first.map(String.init))
        let added = desk.run("add", "wrong-photo", sku, "--kind-new", "--share", "0.5", "--marketplace", "US")
        #expect(added.exit == .done, "\(added.errors)")
        let off = "pricing"
        let others = workflows.map(\.manifest.id).filter { $0 != off }.joined(separator: ", ")
        _ = try desk.write("workflows: [\(others)]\n", to: "flywheel.yaml")
        #expect(desk.run("rotate").exit == .done)
        try expectPartsToAddUp(of: desk)
        let parts = items(try json(desk, ["metrics", "--by", "workflow"])["items"])
            .filter { $0["metric"] == "open-exposure" }
        let own = try #require(parts.first { $0["part"] == "desk" })
        #expect(own["problems"] == .null && own["amount"] != "0.00" && own["amount"] != .null, "\(own.line)")
        #expect(parts.contains { $0["part"] == .text(off) && $0["amount"] != "0.00" })
        let table = desk.run("metrics", "open-exposure", "--by", "workflow", "--format", "table").output
        #expect(table.contains("desk (added by people)") && table.contains("\(off) (not in use)"), "\(table)")
        #expect(!desk.run("metrics", "--by", "workflow", "--format", "table").output.contains("desk"))
        #expect(desk.run("metrics", "open-problems", "--workflow", "desk").output.contains("not-measured-yet"))
        #expect(desk.run("metrics", "--workflow", "desks").errors.contains("did you mean \"desk\"?"))
        let door = try Doorstep(desk)
        for part in ["kind=wrong-photo", "workflow=desk"] {
            let reply = try door.ask(.get, "\(API.prefix)/metrics/open-exposure?\(part)")
            #expect(reply.json?.member(at: ["whole", "amount"]) == own["amount"], "\(reply.text)")
        }
        let page = try PageDoor(desk).get("/wheel/metrics/open-exposure").text
        #expect(page.contains("Added by people") && page.contains("\(off), not in use"))
        #expect(!(try PageDoor(desk).get("/wheel/metrics/time-to-own").text.contains("Added by people")))
    }

    private func expectPartsToAddUp(of desk: Desk, sourceLocation: SourceLocation = #_sourceLocation) throws {
        func json(_ arguments: String...) throws -> JSON { try self.json(desk, arguments) }
        func cents(_ amount: JSON?) -> Int { Int((amount?.line ?? "").filter(\.isNumber)) ?? 0 }
        let whole = cents(try json("queue")["atRisk"]?["amount"])
        #expect(whole > 0)
        for split in ["workflow", "kind"] {
            let parts = items(try json("metrics", "open-exposure", "--by", split)["items"])
            #expect(
                parts.count > 1 && parts.reduce(0) { $0 + cents($1["amount"]) } == whole, "\(split)",
                sourceLocation: sourceLocation)
            for part in parts {
                let amount = part["amount"]?.line
                #expect(items(part["weekly"]).last?["amount"]?.line == amount)
                guard case .text(let name) = part["part"] else { continue }
                #expect(try json("metrics", "open-exposure", "--\(split)", name)["whole"]?["amount"]?.line == amount)
            }
        }
    }

    @Test func aWorkflowsOwnMeasuresAreShownOnceOutcomesWereMeasured() throws {
        let desk = try Desk.rotated()
        func measures(_ arguments: String...) throws -> [JSON] {
            items(try json(desk, ["metrics"] + arguments)["measures"])
        }
        let before = try measures()
        #expect(Set(before.compactMap { $0["workflow"]?.line }).count == workflows.count)
        #expect(before.allSatisfy { $0["samples"] == .integer(0) && $0["value"] == .null }, "a prior was not measured")
        let pricing = desk.run("export", "queue", "--fields", "id,workflow", "--format", "csv").output
        let ids = pricing.split(whereSeparator: \.isNewline).filter { $0.hasSuffix(",pricing") }
            .compactMap { $0.split(separator: ",").first.map(String.init) }
        #expect(ids.count > 1)
        #expect(desk.run(["dismiss"] + ids + ["--reason", "noise"]).exit == .done)
        #expect(desk.run("rotate").exit == .done)
        let own = try measures("--workflow", "pricing")
        #expect(own.map { $0["measure"] } == ["precision", "resolved"])
        #expect(own.allSatisfy { $0["workflow"] == "pricing" })
        let samples = own.map { $0["samples"] }
        guard case .integer(let count) = samples[0] else { throw Diagnostic("test", "no count", exit: .failed) }
        #expect(count > 0 && own.map { $0["unit"] } == ["share", "none"])
        #expect(own[0]["value"]?.line == JSON.share(1 / Double(count + 2)).line && own[1]["value"]?.line == "0")
        let table = desk.run("metrics", "--workflow", "pricing", "--format", "table").output
        let share = Numbers.percent(1 / Double(count + 2))
        #expect(table.contains(try Regex("pricing +precision +\(share) +\(count)\n")), "\(table)")
        let all = desk.run("metrics", "--format", "table").output
        #expect(all.contains("What one workflow measures itself: flywheel metrics --workflow account-health"), "\(all)")
        #expect(try json(desk, ["metrics", "--tier", "A"])["measures"] == .null)
        let wheel = try PageDoor(desk).get("/wheel").text
        #expect(wheel.contains("What each workflow measures itself") && wheel.contains("no outcome yet"))
        #expect(wheel.contains(try Regex("precision</td>\\s*<td[^>]*>\(share)</td>")), "\(wheel)")
        let door = try Doorstep(desk)
        #expect(try door.ask(.get, "\(API.prefix)/metrics", as: "ana:viewer:northwind").json?["measures"] == .null)
        #expect(try door.ask(.get, "\(API.prefix)/metrics", as: "mia:admin").json?["measures"] != .null)
    }

    @Test func aMonthIsOneOfTheDesksCalendar() throws {
        let desk = try Desk.rotated(without: ["orders"])
        let zone = try desk.write("calendar: {zone: America/Los_Angeles}\n", to: "flywheel.yaml")
        func window(_ arguments: String...) throws -> [String?] {
            let run = desk.run(["metrics", "--config", zone, "--format", "json"] + arguments)
            #expect(run.exit == .done, "\(run.errors)")
            let json = try JSON(reading: run.output)
            return ["after", "through", "weeks"].map { json[$0]?.line }
        }
        let now = "\"\(Scene.asOf)\""
        // The newest look is on 20 November: of the month, what has passed of it.
        #expect(try window("--month", "2026-11") == ["\"2026-11-01T06:59:59Z\"", now, "3"])
        #expect(
            try window("--from", "2026-11-10", "--to", "2026-11-11") == [
                "\"2026-11-10T07:59:59Z\"", "\"2026-11-12T07:59:59Z\"", "1",
            ])
        let words = desk.run("metrics", "--month", "2026-11", "--format", "table").output
        #expect(words.contains(", 2026-11"), "\(words)")
        let later = desk.run("metrics", "--month", "2027-01")
        #expect(later.exit == .failed && later.errors.contains("nothing is known of 2027-01"), "\(later.errors)")
    }

    @Test func anUnknownPartIsNamed() throws {
        let desk = try Desk.rotated(without: ["orders"])
        let run = desk.run("metrics", "--account", "northwnd")
        #expect(run.exit == .unknown && run.errors.contains("did you mean \"northwind\"?"), "\(run.errors)")
    }
}
