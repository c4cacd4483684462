import Cases
import FlywheelKit
import Statistics
import Testing

@Suite struct DisputeRiskTests {
    private static let start = Instant(seconds: 1_760_000_000)
    private static func day(_ days: Double) -> Instant { start.advanced(byDays: days) }

    /// A year of cases at a desk that answers some late: of those that wait long or write often many become disputes, of the
    /// others few. Where `blind` is set, as many become disputes at random, and no case ends before that.
    private func desk(seed: UInt64, blind: Bool = false) throws -> [Case] {
        var random = SplitMix64(seed: seed)
        let rules = try #require(DisputeRules.standard(.guaranteeClaim))
        return (0..<450).map { number in
            var one = Case(source: "test", code: "\(number)", account: "northwind")
            one.requester = Int64.random(in: 0..<400, using: &random)
            let opened = Double.random(in: 0..<360, using: &random)
            let answered = Bool.random(using: &random) ? 0.3 : Double.random(in: 2...9, using: &random)
            let writes = Int.random(in: 1...4, using: &random)
            one.add(CaseEvent(at: Self.day(opened), .opened))
            for message in 0..<writes {
                let at = Self.day(opened + 0.4 * Double(message))
                one.add(CaseEvent(at: at, .message(.init(Int64(number * 10 + message), by: .party(.buyer)))))
            }
            one.add(CaseEvent(at: Self.day(opened + answered), .message(.init(Int64(number), by: .agent("ada")))))
            let chance = answered > 2 ? 0.1 * Double(writes) : 0.02
            if Double.random(in: 0..<1, using: &random) < (blind ? 0.13 : chance) {
                let terms = DisputeTerms(rules, reason: "never-arrived", desk: .seller, amount: nil)
                one.add(CaseEvent(at: Self.day(opened + 12), .dispute(.opened(terms))))
            } else {
                one.add(CaseEvent(at: Self.day(opened + (blind ? 12 : answered + 3)), .state(.solved)))
            }
            return one
        }
    }

    @Test(arguments: 1...2 as ClosedRange<UInt64>) func theLikeliestAreDisputedFarMoreOften(seed: UInt64) throws {
        let held = try #require(
            DisputeRisk.heldOut(try desk(seed: seed), from: Self.day(240), to: Self.day(400), k: 30))
        #expect(held.k == 30 && held.disputes > 10)
        #expect(held.precision > 1.8 * held.share, "\(held.precision) of \(held.share)")
    }

    @Test(arguments: 1...2 as ClosedRange<UInt64>) func whereNothingTellsTheyAreNot(seed: UInt64) throws {
        let held = try #require(
            DisputeRisk.heldOut(try desk(seed: seed, blind: true), from: Self.day(240), to: Self.day(400), k: 30))
        #expect(held.precision < 2.2 * held.share, "\(held.precision) of \(held.share)")
    }

    @Test func whatSpeaksForItIsSaid() throws {
        let cases = try desk(seed: 7)
        let risk = try #require(DisputeRisk(cases, until: Self.day(300)))
        var waiting = Case(source: "test", code: "new", account: "northwind")
        waiting.add(CaseEvent(at: Self.day(350), .opened))
        for message in 0..<4 {
            waiting.add(
                CaseEvent(at: Self.day(350 + Double(message)), .message(.init(Int64(message), by: .party(.buyer)))))
        }
        // A program that says that the mail came in answers nobody.
        waiting.add(CaseEvent(at: Self.day(353.5), .message(.init(9, by: .automation("mail")))))
        var fresh = waiting
        fresh = Case(source: "test", code: "fresh", account: "northwind")
        fresh.add(CaseEvent(at: Self.day(353.5), .opened))
        let ranked = risk.ranked([waiting, fresh], at: Self.day(354))
        #expect(ranked.map(\.place) == [0, 1])
        #expect(ranked[0].because.first.map { $0.points > 0 } == true)
        #expect(ranked[0].because.contains { $0.text == "who asked has waited 96 hours" })
    }

    @Test func solvedCasesAndDisputesAreNotForeseen() throws {
        let cases = try desk(seed: 3)
        let risk = try #require(DisputeRisk(cases, until: Self.day(400)))
        #expect(risk.ranked(cases, at: Self.day(500)).isEmpty)
    }

    @Test func fewDisputesTeachNothing() throws {
        let few = Array(try desk(seed: 3).prefix(40))
        #expect(DisputeRisk(few, until: Self.day(400)) == nil)
    }
}
