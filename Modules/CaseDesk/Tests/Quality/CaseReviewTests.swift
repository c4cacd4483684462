import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Settings
import Testing

@testable import CaseDesk

@Suite struct CaseReviewTests {
    private let desk = DeskSample()

    @Test func aColleagueReviewsAndWhoHadTheCaseDoesNot() throws {
        let id = try desk.opened()
        try desk.bench("mia").claim(id)
        try desk.bench("mia").move(id, to: .solved)
        #expect(throws: CaseWorkError.review(id, .ownWork("mia"))) { try desk.bench("mia").review(id, verdict: "good") }
        let reviewed = try desk.bench("ben", at: 101).review(id, verdict: "good")
        #expect(reviewed.state == "solved")
        let summary = ReviewSummary(
            try DeskCases.all(in: desk.store).compactMap { CaseTimeline($0.contents, at: DeskSample.hour(200)) })
        #expect(summary.reviewed == 1 && summary.verdicts.map(\.name) == ["good"])
        #expect(try desk.store.history(of: "\(id)").last?.event.verb == .reviewed)
        #expect(try desk.bench("ben", at: 102).undo(id).undone == .reviewed)
    }

    @Test func nobodyReviewsTheirOwnWorkUnderTheNameThatASourceHasForThem() throws {
        var desk = desk
        desk.rules = DeskRules(
            try DeskSettings(
                yaml: """
                    cases:
                      people: [{name: ann, aliases: [Ann Miller]}, {name: Ben}, {name: cat}]
                    """, sources: SettingsSources { _ in nil }))
        let spellings = [("1", "ANN", "ann"), ("2", "ann  miller", "ann"), ("3", "ben", "Ben"), ("4", "Zoë", "zoë")]
        for (code, owner, own) in spellings {
            var ticket = Conversation.ticket(code, status: "solved")
            ticket.assignee = owner
            try desk.taken([ticket])
            let id = try #require(try desk.record(code)).id
            #expect(throws: CaseWorkError.review(id, .ownWork(own))) {
                try desk.bench(own).review(id, verdict: "good")
            }
            try desk.bench("cat").review(id, verdict: "good")
            let item = try #require(CaseTimeline(try desk.bench("cat").record(id).contents(), at: DeskSample.hour(100)))
            let sample = ReviewSample(
                of: [item], random: 1, weighted: 0, doubled: 0, reviewers: [own],
                names: PeopleNames(desk.rules.people), seed: 1, weights: [0])
            #expect(sample.reviews.map(\.reviewers) == [[]])
        }
    }

    @Test func verdictsAndTagsAreWordsSinceTheJournalKeepsThem() throws {
        let id = try desk.opened()
        #expect(throws: CaseWorkError.noWord("Jo was rude")) {
            try desk.bench("ben").review(id, verdict: "Jo was rude")
        }
        try desk.bench("mia").escalate(id, reason: "limit")
        #expect(throws: CaseWorkError.noWord("Too Low")) {
            try desk.bench("ben").audit(id, EscalationAudit(tags: ["Too Low"]))
        }
    }

    @Test func anAuditNeedsAnEscalationAndEndsInAGap() throws {
        let id = try desk.opened()
        let audit = EscalationAudit(tags: ["limit-too-low"], gap: "refund-limit", decision: "D3")
        #expect(throws: CaseWorkError.review(id, .notEscalated)) { try desk.bench("ben").audit(id, audit) }
        try desk.bench("mia").escalate(id, reason: "limit")
        try desk.bench("ben", at: 101).audit(id, audit)
        let gaps = PolicyGaps(
            try DeskCases.all(in: desk.store).compactMap { CaseTimeline($0.contents, at: DeskSample.hour(200)) })
        #expect(gaps.gaps.map(\.policy) == ["refund-limit"] && gaps.gaps.map(\.decision) == ["D3"])
    }

    @Test func aCauseIsStatedOfWhatIsOverAndTakenBack() throws {
        let id = try desk.opened()
        try desk.bench("mia").move(id, to: .closed)
        #expect(try desk.bench("ben", at: 101).state(cause: "wrong-label", of: id).contents().cause == "wrong-label")
        #expect(try desk.bench("ben", at: 102).state(cause: nil, of: id).contents().cause == nil)
        #expect(throws: CaseWorkError.noWord("Jo's fault")) { try desk.bench("ben").state(cause: "Jo's fault", of: id) }
    }

    @Test func whoEndsACaseMaySayItsCauseInTheSameAct() throws {
        let id = try desk.opened()
        #expect(throws: CaseWorkError.noWord("Jo's fault")) {
            try desk.bench("mia").move(id, to: .solved, cause: "Jo's fault")
        }
        let solved = try desk.bench("mia").move(id, to: .solved, cause: "wrong-label")
        #expect(solved.state == "solved")
        #expect(try solved.contents().cause == "wrong-label")
        let again = try desk.bench("mia", at: 101).move(id, to: .solved, cause: "wrong-label")
        #expect(again.version == solved.version, "the same once more changes nothing")
        #expect(
            try desk.bench("mia", at: 102).move(id, to: .solved, cause: "late-carrier").contents().cause
                == "late-carrier")
        let other = try desk.opened("2")
        try desk.bench("mia").move(other, to: .closed, cause: "wrong-label")
        _ = try desk.bench("mia", at: 101).undo(other)
        let undone = try desk.bench("mia", at: 102).record(other)
        #expect(undone.state != "closed")
        #expect(try undone.contents().cause == nil, "both are undone")
    }

    @Test func allCasesAreReadButThoseThatWentIntoAnother() throws {
        try desk.taken((0..<45).map { .ticket("\($0)") })
        let cases = try DeskCases.all(in: desk.store)
        #expect(cases.count == 45 && Set(cases.map(\.id)).count == 45)
        try desk.bench("mia").merge(cases[0].id, into: cases[1].id)
        #expect(try DeskCases.all(in: desk.store).count == 44)
    }

    @Test(arguments: [1, 7, 15, 45, 46]) func pagesHoldEachCaseOnceAndInOrder(count: Int) throws {
        try desk.taken((0..<45).map { .ticket("\($0)", updated: Int64($0 * 17 % 45)) })
        for order in CaseQuery.Order.allCases {
            var query = CaseQuery()
            query.order = order
            var pages: [[CaseID]] = []
            try desk.store.forEachPage(of: query, count: count) { page in pages.append(page.map(\.record.id)) }
            #expect(pages.allSatisfy { $0.count <= count } && pages.dropLast().allSatisfy { $0.count == count })
            #expect(pages.flatMap(\.self) == (try desk.store.caseRecords(query, limit: 1_000).map(\.id)))
            #expect(Set(pages.joined()).count == 45)
        }
    }

    @Test func whatTheReportGoesByIsRead() throws {
        let settings = try DeskSettings(
            yaml: """
                cases:
                  quality:
                    repeatDays: 14
                    leastShown: 10
                    verification: [kyc]
                    backlogDays: 60
                    causeWeeks: 8
                    reviews: 6
                    stakesReviews: 2
                    doubleReviews: 1
                    audits: 4
                """, sources: SettingsSources { _ in nil }
        ).quality
        #expect(settings.repeatDays == 14 && settings.leastShown == 10 && settings.verification == ["kyc"])
        #expect(settings.backlogDays == 60 && settings.causeWeeks == 8 && settings.randomReviews == 6)
        #expect(settings.stakesReviews == 2 && settings.doubleReviews == 1 && settings.audits == 4)
        #expect(throws: ConfigurationError.self) {
            try DeskSettings(
                yaml: "cases: {quality: {leastShown: 2}}", sources: SettingsSources { _ in nil })
        }
        #expect(throws: ConfigurationError.self) {
            try DeskSettings(yaml: "cases: {quality: {repeatDay: 2}}", sources: SettingsSources { _ in nil })
        }
    }
}
