import Assessment
import FlywheelKit
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

    @Test func whatIsOpenOfWorkflowsAndKindsAddsUpToTheQueue() throws {
        let desk = try Desk.rotated()
        func json(_ arguments: String...) throws -> JSON {
            let run = desk.run(arguments + ["--format", "json"])
            #expect(run.exit == .done, "\(run.errors)")
            return try JSON(reading: run.output)
        }
        func cents(_ amount: JSON?) -> Int { Int((amount?.line ?? "").filter(\.isNumber)) ?? 0 }
        func items(_ json: JSON?) -> [JSON] { if case .array(let items) = json { items } else { [] } }
        let whole = cents(try json("queue")["atRisk"]?["amount"])
        #expect(whole > 0)
        for split in ["workflow", "kind"] {
            let parts = items(try json("metrics", "open-exposure", "--by", split)["items"])
            #expect(parts.count > 1 && parts.reduce(0) { $0 + cents($1["amount"]) } == whole, "\(split)")
            for part in parts {
                let amount = part["amount"]?.line
                #expect(items(part["weekly"]).last?["amount"]?.line == amount)
                guard case .text(let name) = part["part"] else { continue }
                #expect(try json("metrics", "open-exposure", "--\(split)", name)["whole"]?["amount"]?.line == amount)
            }
        }
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
