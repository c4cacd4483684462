import FlywheelKit
import Testing

@testable import Cases

@Suite struct AutomationTests {
    private let sure = TriageDecision(kind: .auto, obstacles: [])

    private func matter(_ events: [CaseEvent.What], by hand: Hand = .source) -> Case {
        var matter = Case(source: "mail", code: "1", account: "north")
        matter.add(CaseEvent(at: Instant(seconds: 0), .opened))
        for (index, what) in events.enumerated() {
            matter.add(CaseEvent(at: Instant(seconds: Int64(index) + 1), what, by: hand))
        }
        return matter
    }

    @Test func nothingIsSwitchedOnByItself() {
        #expect(!Automation().isOn(for: ["delivery"]))
        #expect(!Automation(["delivery"]).isOn(for: ["delivery", "refund"]), "all that a message is about")
        #expect(!Automation(["delivery"]).isOn(for: []))
        #expect(Automation(["delivery"]).isOn(for: ["delivery"]))
    }

    @Test func aCaseIsFreeWhereNobodySaidWhatItIsAboutAndNobodyWorksOnIt() {
        let automation = Automation(["delivery"])
        #expect(automation.isFree(matter([])))
        #expect(automation.isFree(matter([.state(.open), .owner("ann")], by: .rule("all"))), "given, and not in hand")
        for what in [CaseEvent.What.intents(["stock"]), .owner("ann"), .state(.waitingOnRequester), .state(.closed)] {
            #expect(!automation.isFree(matter([what])))
            #expect(!automation.isFree(matter([what], by: .person("ann"))))
        }
        #expect(!automation.isFree(matter([.intents([])], by: .person("ann"))), "taken back once is taken back")
        #expect(!automation.isFree(matter([.merged(into: "C2")], by: .person("ann"))))
    }

    @Test func aShareOfDecisionsIsLeftToPeopleAndAlwaysTheSameCases() {
        let automation = Automation(["delivery"], audited: 0.1)
        func left(_ labels: [String]) -> [Int64] {
            (1...10_000).filter { automation.limit(sure, to: labels, in: $0).kind != .auto }
        }
        let sample = left(["delivery"])
        #expect((900...1_100).contains(sample.count), "three standard deviations are 90")
        #expect(sample == left(["delivery"]) && left(["stock"]).isEmpty)
        #expect(automation.limit(sure, to: ["delivery"], in: sample[0]).obstacles == [.audited])
        let suggestion = TriageDecision(kind: .suggest, obstacles: [.noThreshold])
        #expect((1...100).allSatisfy { automation.limit(suggestion, to: ["delivery"], in: $0) == suggestion })
    }

    @Test func aPersonsWordEndsADecisionAndWhatItWasStaysKnown() {
        var decided = matter([])
        decided.add(CaseEvent(at: Instant(seconds: 9), .intents(["delivery"]), by: Automation.hand))
        decided.add(CaseEvent(at: Instant(seconds: 9), .group("parcels"), by: Automation.hand))
        #expect(decided.standing?.intents == ["delivery"] && decided.withoutAutomation.group == nil)
        decided.add(CaseEvent(at: Instant(seconds: 10), .intents(["stock"]), by: .person("ann")))
        #expect(decided.standing == nil && decided.automatic?.intents == ["delivery"])
        #expect(decided.intents == ["stock"])
    }

    @Test func aPersonWhoWritesOrPassesItUpTookItOver() {
        let answer = CaseEvent.Message(7, by: .agent("ann"))
        #expect(matter([.message(answer)]).isTakenOver(after: Instant(seconds: 0)))
        #expect(!matter([.message(answer)]).isTakenOver(after: Instant(seconds: 1)))
        #expect(matter([.escalated(step: 1, reason: "angry")]).isTakenOver(after: Instant(seconds: 0)))
        #expect(
            !matter([.message(.init(7, by: .agent("ann"), isInternal: true)), .message(.init(8, by: .party(.buyer)))])
                .isTakenOver(after: Instant(seconds: 0)))
    }
}
