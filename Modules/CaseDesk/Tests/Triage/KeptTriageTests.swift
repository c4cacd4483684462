import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Testing
import Triage

@testable import CaseDesk

@Suite struct KeptTriageTests {
    /// A desk on which closed cases ask what `DeskTriageTests` learns from; their source states the topic.
    private func desk(_ count: Int = DeskTriageTests.closed.count) throws -> DeskSample {
        let desk = DeskSample()
        try desk.taken(
            DeskTriageTests.closed.prefix(count).enumerated().map { index, message in
                var ticket = Conversation.ticket(
                    "c\(index)", status: "closed", message.text + "\n> Please refund what I ordered before.")
                ticket.category = message.labels.first
                ticket.messages.append(
                    CorrespondenceMessage(
                        code: "c\(index)-2", at: DeskSample.hour(2), author: .requester, text: "Thank you."))
                return ticket
            })
        return desk
    }

    private func file(_ id: CaseID, of desk: DeskSample) throws -> CaseFile {
        try #require(
            try CaseFile(
                id, in: desk.store, rules: desk.rules, actor: Actor(.person, "ann"), now: DeskSample.hour(100)))
    }

    private func trained(_ desk: DeskSample) throws -> KeptTriage {
        try KeptTriage(trainingIn: desk.store, by: Actor(.person, "ann"), now: DeskSample.hour(100))
    }

    @Test func aClosedCaseTeachesByItsFirstMessageAndNotByWhatThatQuotes() throws {
        let desk = try desk(3)
        let messages = try ClosedCases.messages(in: desk.store, now: DeskSample.hour(100))
        #expect(Set(messages.map(\.text)) == Set(DeskTriageTests.closed.prefix(3).map(\.text)))
        #expect(messages.allSatisfy { $0.labels == ["where"] })
        #expect(try desk.store.accesses(to: nil, limit: 9).isEmpty)
    }

    @Test func whatAPersonSaidStandsBeforeTheTopicOfTheSourceAndOpenCasesTeachNothing() throws {
        let desk = try desk(2)
        try desk.taken([.ticket("7")])
        let id = try #require(try desk.record("c0")?.id)
        try desk.bench("ann").label(id, intents: ["delivery", "tracking"])
        let messages = try ClosedCases.messages(in: desk.store, now: DeskSample.hour(100))
        #expect(Set(messages.map(\.labels)) == [["delivery", "tracking"], ["where"]])
        #expect(messages.count == 2)
    }

    @Test func aDeskGoesByTheStarterUntilItsOwnCasesAreEnough() throws {
        let few = try desk(12)
        #expect(throws: (any Error).self) { try trained(few) }
        let starter = try KeptTriage(in: few.store)
        #expect(starter.triage.source == .starter && starter.trained == nil)
        #expect(try KeptTriage(trainedIn: few.store)?.triage == nil)
        let desk = try desk()
        let kept = try trained(desk)
        #expect(kept.triage.source == .labelled && kept.triage.languages["en"]?.model.labels.count == 4)
        #expect(try KeptTriage(in: desk.store).triage == kept.triage)
        #expect(try KeptTriage(in: desk.store).trained == DeskSample.hour(100))
        #expect(try KeptTriage(trainedIn: desk.store)?.triage == kept.triage)
    }

    @Test func theNewestMessageOfWhoAsksIsTriaged() throws {
        let desk = try desk()
        let kept = try trained(desk)
        var ticket = Conversation.ticket("7", "Is it in stock again, not the parcel from Monday?")
        ticket.messages += [
            CorrespondenceMessage(
                code: "m7-2", at: DeskSample.hour(2), author: .requester, text: "Where is my parcel from Friday? ASAP!"),
            CorrespondenceMessage(
                code: "m7-3", at: DeskSample.hour(3), author: .agent("ben"), text: "Please refund my order?"),
        ]
        try desk.taken([ticket])
        let file = try file(#require(try desk.record("7")?.id), of: desk)
        let suggestion = try #require(CaseSuggestion(for: file, by: kept.triage, canSeeText: true))
        #expect(suggestion.triaged.labels == ["where"] && suggestion.source == .labelled)
        #expect(suggestion.triaged.urgency?.urgency == .urgent)
        #expect(CaseSuggestion(for: file, by: kept.triage, canSeeText: false) == nil)
    }

    @Test func aBreachOfTheWatchHoldsAutomationAtEveryCaseUntilThereIsAnotherModel() throws {
        let desk = try desk()
        _ = try trained(desk)
        try desk.taken((1...40).map { .ticket("\($0)", "Where is my parcel from Friday?") })
        func look(_ hour: Int64) throws -> [AutomationBreach.Measure] {
            try DeskWatch.look(in: desk.store, by: .flywheel, now: DeskSample.hour(hour))
            return try KeptTriage(in: desk.store).breaches.map(\.measure)
        }
        #expect(try look(101) == [], "nobody said otherwise")
        for ticket in 1...40 {
            let id = try #require(try desk.record("\(ticket)")?.id)
            try desk.bench("ann", at: 102).label(id, intents: ["stock"])
        }
        #expect(try look(103).contains(.overrides))
        let end = try desk.store.journalEnd()
        #expect(try look(104).contains(.overrides))
        #expect(try desk.store.journalEnd() == end, "what is known is not kept again")
        let kept = try KeptTriage(in: desk.store)
        let file = try file(#require(try desk.record("1")?.id), of: desk)
        let held = try #require(
            CaseSuggestion(for: file, by: kept.triage, breaches: kept.breaches, canSeeText: true))
        #expect(held.triaged.decision.kind == .suggest)
        #expect(held.triaged.decision.obstacles == kept.breaches.map(TriageObstacle.suspended))
        var more = Conversation.ticket("n1", status: "closed", "Do you have the lamp in stock again?")
        more.category = "stock"
        try desk.taken([more])
        _ = try KeptTriage(trainingIn: desk.store, by: Actor(.person, "ann"), now: DeskSample.hour(105))
        #expect(try KeptTriage(in: desk.store).breaches.isEmpty)
    }

    @Test func whatAPersonSaysOtherwiseSinceTheTrainingIsAnOverride() throws {
        let desk = try desk()
        let kept = try trained(desk)
        try desk.taken((1...3).map { .ticket("\($0)", "Where is my parcel from Friday?") })
        let ids = try (1...3).map { try #require(try desk.record("\($0)")?.id) }
        #expect(try LabelledCases(in: desk.store, by: kept, now: DeskSample.hour(102)).judged.isEmpty)
        for (id, intent) in zip(ids, ["where", "stock"]) {
            try desk.bench("ann", at: 101).label(id, intents: [intent])
        }
        let cases = try LabelledCases(in: desk.store, by: kept, now: DeskSample.hour(102))
        #expect(cases.judged.count == 2 && cases.overrides == AutomationPeriod.Share(1, of: 2))
        // What was said before a model was trained is no word about it.
        let newer = try KeptTriage(
            trainingIn: desk.store, by: Actor(.person, "ann"), now: DeskSample.hour(103))
        #expect(try LabelledCases(in: desk.store, by: newer, now: DeskSample.hour(104)).judged.isEmpty)
    }
}
