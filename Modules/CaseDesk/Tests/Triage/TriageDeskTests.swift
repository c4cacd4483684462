import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Settings
import Testing
import Triage

@testable import CaseDesk

/// What triage decides by itself at a desk, by the model that `DeskTriageTests` trains.
@Suite struct TriageDeskTests {
    private static let settings = """
        cases:
          people: [{name: ann, groups: [parcels, stock]}, {name: eve, groups: [parcels], level: senior}]
          routing: [{id: parcels, when: {intents: [where]}, group: parcels}]
          automation: {intents: [where], audited: 0}
          templates: [{id: on-its-way, text: "It is on its way: see {case}."}]
          outreach: [{id: answer, occasion: decided-case, intents: [where], template: on-its-way, sendsByItself: yes}]
        """

    /// A desk that was taught.
    private func desk(_ settings: String = settings) throws -> DeskSample {
        var desk = DeskSample()
        desk.rules = DeskRules(try DeskSettings(yaml: settings, sources: SettingsSources { _ in nil }))
        let bytes = try Array(#require(DeskTriageTests.triage).data())
        try desk.store.keep(
            ModelRecord(kind: "triage", at: DeskSample.hour(100), by: "ann", bytes: bytes), by: Actor(.person, "ann"))
        return desk
    }

    private func decide(_ desk: DeskSample, at hour: Int64 = 101) throws -> [CaseID] {
        try TriageDesk(desk.store, rules: desk.rules, now: DeskSample.hour(hour)).decide().map(\.record.id)
    }

    private func contents(_ id: CaseID, of desk: DeskSample) throws -> Case {
        try #require(try desk.store.caseRecords([id]).first).contents()
    }

    private func opened(_ texts: [String], on desk: DeskSample) throws -> [CaseID] {
        try desk.taken(texts.enumerated().map { .ticket("n\($0)", $1) })
        return try texts.indices.map { try #require(try desk.record("n\($0)")).id }
    }

    @Test func whatIsSwitchedOnIsDecidedOnceByTheRulesWordAndRouted() throws {
        let desk = try desk()
        let ids = try opened(
            [
                "I am still waiting for the parcel from Friday?", "Please refund my parcel from Friday",
                "Is it in stock again, not the parcel from Monday?",
            ], on: desk)
        #expect(try decide(desk) == [ids[0]], "money is never decided about, and stock was not switched on")
        let decided = try contents(ids[0], of: desk)
        #expect(decided.intents == ["where"] && decided.group == "parcels" && decided.urgency == .high)
        #expect(decided.standing?.at == DeskSample.hour(101))
        #expect(try desk.store.history(of: ids[0].description).last?.actor == Actor(.rule, "triage"))
        #expect(try decide(desk, at: 102).isEmpty)
    }

    @Test func withoutTheSettingNothingIsDecided() throws {
        let desk = try desk("cases: {side: seller}")
        _ = try opened(["Where is my parcel from Friday?"], on: desk)
        #expect(try decide(desk).isEmpty)
    }

    @Test func aPersonTakesADecisionBackForGood() throws {
        let desk = try desk()
        let id = try opened(["I am still waiting for the parcel from Friday?"], on: desk)[0]
        _ = try decide(desk)
        let (back, verb) = try desk.bench("ann", at: 102).undo(id)
        #expect(back.map(\.id) == [id] && verb == .labelled)
        let open = try contents(id, of: desk)
        #expect(open.intents.isEmpty && open.group == nil && open.urgency == nil)
        #expect(try decide(desk, at: 103).isEmpty)
        #expect(throws: CaseWorkError.nothingToUndo(id, "ben")) { try desk.bench("ben", at: 104).undo(id) }
        _ = try desk.bench("ann", at: 104).undo(id)
        #expect(try contents(id, of: desk).standing?.intents == ["where"], "taken back is taking it back")
    }

    @Test func whoWorksOnACaseComesFirst() throws {
        let desk = try desk()
        let ids = try opened(["Where is my parcel from Friday?", "Where is my order from Monday?"], on: desk)
        try desk.bench("ann", at: 100).claim(ids[0])
        #expect(try decide(desk) == [ids[1]])
    }

    @Test func aPersonWhoActsBetweenPlanAndDecisionComesFirst() throws {
        let desk = try desk()
        let id = try opened(["Where is my parcel from Friday?"], on: desk)[0]
        let now = DeskSample.hour(101)
        let step = try #require(try TriageDesk(desk.store, rules: desk.rules, now: now).plan().first)
        try desk.bench("ann", at: 101).claim(id)
        let triage = CaseWorkbench(desk.store, rules: desk.rules, actor: Actor(.rule, "triage"), now: now)
        #expect(try !triage.decide(step.triaged, of: step.record))
        #expect(try contents(id, of: desk).intents.isEmpty)
    }

    @Test func decisionsThatPeopleChangeAreOverridesOfAllDecisionsAndNoAudits() throws {
        let desk = try desk()
        let ids = try opened((1...4).map { _ in "Where is my parcel from Friday?" }, on: desk)
        #expect(try decide(desk).count == 4)
        try desk.bench("ann", at: 102).label(ids[0], intents: ["stock"])
        try desk.bench("ann", at: 102).label(ids[1], intents: ["where"])
        let kept = try KeptTriage(in: desk.store)
        let cases = try LabelledCases(in: desk.store, by: kept, now: DeskSample.hour(103))
        #expect(cases.overrides == AutomationPeriod.Share(1, of: 4) && cases.audits.isEmpty)
        _ = try desk.bench("ann", at: 103).undo(ids[2])
        let later = try LabelledCases(in: desk.store, by: kept, now: DeskSample.hour(104))
        #expect(later.overrides == AutomationPeriod.Share(2, of: 4))
    }

    @Test func aBreachEndsDecisionsAndHoldsAnswersBack() throws {
        let desk = try desk()
        let ids = try opened((1...40).map { _ in "Where is my parcel from Friday?" }, on: desk)
        #expect(try decide(desk).count == 40)
        for id in ids.dropLast(2) { try desk.bench("ann", at: 102).label(id, intents: ["stock"]) }
        func outreach(_ hour: Int64) -> OutreachDesk {
            OutreachDesk(desk.store, rules: desk.rules, actor: .flywheel, now: DeskSample.hour(hour))
        }
        #expect(try outreach(102).propose().map(\.state) == [.approved, .approved])
        try DeskWatch.look(in: desk.store, by: .flywheel, now: DeskSample.hour(103))
        #expect(try KeptTriage(in: desk.store).breaches.map(\.measure) == [.overrides])
        try desk.taken([.ticket("more", "Where is my order from Monday?")])
        #expect(try decide(desk, at: 104).isEmpty)
        #expect(try outreach(104).write().isEmpty, "held back, not sent")
    }

    @Test func aRuleAnswersWhatWasDecidedOnceAndAPersonWhoTakesOverIsCounted() throws {
        let desk = try desk()
        let ids = try opened(["Where is my parcel from Friday?", "Where is my order from Monday?"], on: desk)
        _ = try decide(desk)
        func outreach(_ hour: Int64) -> OutreachDesk {
            OutreachDesk(desk.store, rules: desk.rules, actor: .flywheel, now: DeskSample.hour(hour))
        }
        #expect(try outreach(101).propose().compactMap(\.record.case) == ids)
        #expect(try outreach(101).write().map(\.case) == ids)
        #expect(try outreach(102).propose().isEmpty)
        try desk.bench("ann", at: 103).escalate(ids[0], reason: "angry")
        let kept = try KeptTriage(in: desk.store)
        let labelled = try LabelledCases(in: desk.store, by: kept, now: DeskSample.hour(104))
        let watch = try DeskWatch(in: desk.store, by: kept, labelled: labelled, now: DeskSample.hour(104))
        let handoffs = try #require(watch.readings.map(\.reading).first { $0.measure == .handoffs })
        #expect(handoffs.rows == 2 && !handoffs.isBreach)
    }

    @Test func anAnswerEndsWithTheDecisionItIsAbout() throws {
        let desk = try desk()
        let ids = try opened(["Where is my parcel from Friday?", "Where is my order from Monday?"], on: desk)
        _ = try decide(desk)
        let outreach = OutreachDesk(desk.store, rules: desk.rules, actor: .flywheel, now: DeskSample.hour(101))
        #expect(try outreach.propose().count == 2)
        _ = try desk.bench("ann", at: 102).undo(ids[0])
        var again = Conversation.ticket("n1", updated: 103, "Where is my order from Monday?")
        again.messages.append(
            CorrespondenceMessage(
                code: "n1-2", at: DeskSample.hour(103), author: .requester, text: "I will call my lawyer."))
        try desk.taken([again], at: 104)
        let later = OutreachDesk(desk.store, rules: desk.rules, actor: .flywheel, now: DeskSample.hour(104))
        #expect(try later.write().isEmpty)
        #expect(try later.all().map(\.state) == [.over, .over])
    }
}
