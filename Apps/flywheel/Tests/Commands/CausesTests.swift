import Testing

@testable import flywheel

/// `causes` of an organisation that is made up, and how its lines look.
@Suite struct CausesTests {
    private func items(_ json: JSON?) -> [JSON] { if case .array(let items) = json { items } else { [] } }
    private func count(_ json: JSON?) -> Int { Int(json?.line ?? "") ?? 0 }

    @Test func coursesAddUpAndAMergeIsCountedOnce() throws {
        let desk = try Desk()
        let run = desk.run("simulate", "--scenario", "year", "--seed", "7", "--weeks", "10")
        #expect(run.exit == .done, "\(run.errors)")
        func causes() throws -> [JSON] {
            items(try JSON(reading: desk.run("causes", "--format", "json").output)["items"])
        }
        let before = try causes()
        for cause in before {
            let weeks = items(cause["weekly"])
            #expect(weeks.count == 12)
            #expect(weeks.reduce(0) { $0 + count($1["closes"]) } == count(cause["twelveWeeks"]?["closes"]))
            #expect(weeks.suffix(4).reduce(0) { $0 + count($1["closes"]) } == count(cause["recent"]?["closes"]))
            #expect(weeks.first?["closes"]?.line == "null", "nobody looked before the first turn")
            #expect(count(cause["twelveWeeks"]?["closes"]) == count(cause["closes"]), "ten weeks are all there were")
        }
        let named = before.filter { count($0["recent"]?["closes"]) > 0 && count($0["twelveWeeks"]?["repeats"]) > 0 }
        let one = try #require(named.first)
        let newest = one["newest"]?.line ?? ""
        #expect(newest.contains("\"X"), "\(newest)")
        let workflow = one["workflow"]?.line.filter { $0 != "\"" } ?? ""
        let other = try #require(
            before.first { $0["workflow"]?.line == one["workflow"]?.line && $0["cause"]?.line != one["cause"]?.line })
        let names = [one, other].map { $0["cause"]?.line.filter { $0 != "\"" } ?? "" }
        #expect(desk.run(["causes", "merge"] + names + ["--workflow", workflow]).exit == .done)
        let after = try causes()
        func found(_ cause: JSON) -> JSON? {
            after.first { $0["workflow"]?.line == cause["workflow"]?.line && $0["cause"]?.line == cause["cause"]?.line }
        }
        #expect(found(one)?["twelveWeeks"]?.line == "null" && found(one)?["closes"]?.line == one["closes"]?.line)
        #expect(
            count(found(other)?["twelveWeeks"]?["closes"])
                == count(one["twelveWeeks"]?["closes"]) + count(other["twelveWeeks"]?["closes"]))
    }

    @Test(arguments: [80, 100, 140]) func aLineSaysHowACauseWent(width: Int) throws {
        let desk = try Desk()
        #expect(desk.run("simulate", "--scenario", "year", "--seed", "7", "--weeks", "10").exit == .done)
        let lines = desk.run("causes", "--format", "table", "--width", "\(width)").output.split(separator: "\n").map(
            String.init)
        #expect(lines.allSatisfy { $0.cells <= width }, "\(lines.joined(separator: "\n"))")
        let heading = try #require(lines.first { $0.hasPrefix("WORKFLOW") })
        for column in ["CAUSE", "4 WEEKS", "BEFORE", "BACK", "CLEARED", "12 WEEKS"] {
            #expect(heading.contains(column), "\(heading)")
        }
        #expect(lines.contains { $0.hasPrefix("inventory") && $0.contains("EUR ") && $0.contains("█") })
    }
}
