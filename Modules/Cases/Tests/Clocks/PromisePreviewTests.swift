import Calendars
import Cases
import FlywheelKit
import Testing

/// What settings would do is what they do once they are saved.
@Suite struct PromisePreviewTests {
    private let ids = ["gold", "sellers", "rest"]

    private func promises(_ random: inout SeededGenerator) -> Promises {
        let rules = ids.map { id in
            var conditions = CaseConditions()
            if id == "gold" { conditions.urgencies = [.high, .urgent] }
            if id == "sellers" { conditions.sides = [.seller] }
            if id == "rest", Bool.random(using: &random) { conditions.channels = ["email"] }
            let promise = Promise(
                id: id, calendar: "always", firstResponse: .random(in: 1...9, using: &random) * 3_600,
                resolution: .random(in: 10...90, using: &random) * 3_600)
            return PromiseRule(promise, for: conditions)
        }
        return Promises(rules.shuffled(using: &random), calendars: ["always": .alwaysOpen])
    }

    private func cases(_ random: inout SeededGenerator) -> [Case] {
        (0..<200).map { number in
            var matter = Case(source: "test", code: "\(number)", account: "north")
            matter.side = Side.allCases.randomElement(using: &random)
            matter.channel = ["email", "web", nil].randomElement(using: &random) ?? nil
            var at: Int64 = .random(in: 0..<400_000, using: &random)
            for what in [
                .opened, .state(CaseState.allCases.randomElement(using: &random) ?? .open),
                .urgency(Urgency.allCases.randomElement(using: &random)),
            ] as [CaseEvent.What] {
                matter.add(CaseEvent(at: Instant(seconds: at), what))
                at += 600
            }
            return matter
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func thePreviewCountsWhatHoldsAfterSaving(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let old = promises(&random)
        let new = promises(&random)
        var cases = cases(&random)
        // Some cases carry an old promise in their log, and some were never given one.
        for place in cases.indices where Bool.random(using: &random) {
            let now = Instant(seconds: 410_000)
            if let change = old.change(of: cases[place], at: now) { cases[place].add(change) }
        }
        let now = Instant(seconds: 420_000)
        let preview = new.preview(cases, at: now)
        for place in cases.indices {
            if let change = new.change(of: cases[place], at: now) { cases[place].add(change) }
        }
        let open = cases.filter { !$0.state.isDone }
        for line in preview.lines {
            let counted = open.filter { $0.promised?.id == line.promise }
            #expect(line.cases == counted.count, "\(line.promise)")
            #expect(
                line.overdue == counted.count { new.readings(of: $0, at: now).contains(where: \.isOverdue) })
        }
        #expect(preview.lines.map(\.promise) == new.rules.map(\.promise.id))
        #expect(preview.without == open.count { $0.promised == nil })
        #expect(preview.over == cases.count - open.count)
        let again = new.preview(cases, at: now)
        #expect(again.lines.allSatisfy { $0.changed == 0 }, "saving again changes nothing")
        #expect(again.lines.map(\.cases) == preview.lines.map(\.cases))
    }

    @Test func aCaseThatIsOverKeepsThePromiseItHad() throws {
        var random = SeededGenerator(seed: 1)
        let over = try Samples.made([("2026-11-20 09:00", .opened), ("2026-11-20 10:00", .state(.solved))])
        #expect(promises(&random).change(of: over, at: try Samples.at("2026-11-20 12:00")) == nil)
    }
}
