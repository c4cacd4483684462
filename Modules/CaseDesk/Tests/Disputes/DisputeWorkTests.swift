import CaseDesk
import Cases
import FlywheelKit
import FlywheelMemory
import FlywheelSQLite
import FlywheelStore
import Foundation
import Settings
import Testing

/// Where a desk keeps its disputes in tests.
enum DisputeShelf: CaseIterable {
    case memory, sqlite

    func store() throws -> any Store {
        guard self == .sqlite else { return MemoryStore() }
        let path = FileManager.default.temporaryDirectory.appending(path: "disputes-\(UUID()).flywheel").path
        return try SQLiteStore(path: path)
    }
}

@Suite struct DisputeWorkTests {
    static let settings = """
        cases:
          side: seller
          levels: [frontline, senior, head]
          people:
            - {name: ana}
            - {name: ben}
            - {name: sue, level: senior}
            - {name: hal, level: head}
          rights:
            - {role: frontline, type: refund, upTo: {EUR: 50}}
            - {role: senior, type: [refund, chargeback], upTo: {EUR: 500}}
            - {role: head, type: [refund, chargeback, hold, release], upTo: any, second: always}
            - {role: senior, type: [hold, release], upTo: {EUR: 1000}}
        """

    func desk(_ shelf: DisputeShelf) throws -> DeskSample {
        var desk = DeskSample(try shelf.store())
        desk.rules = DeskRules(try DeskSettings(yaml: Self.settings, sources: SettingsSources { _ in nil }))
        return desk
    }

    func euros(_ cents: Int64) throws -> Money { Money(minorUnits: cents, try #require(Currency("EUR"))) }

    /// A case with a claim over EUR 200.00, opened in hour 100.
    func claimed(_ desk: DeskSample, _ code: String = "7") throws -> CaseID {
        let id = try desk.opened(code)
        try desk.bench("ana").openDispute(id, .guaranteeClaim, reason: "never-arrived", amount: try euros(20_000))
        return id
    }

    func giveIn(_ cents: Int64) throws -> DisputeMove {
        .decided(.partly(award: try euros(cents)), by: .respondent, authority: .proposed)
    }

    @Test(arguments: DisputeShelf.allCases) func belowTheLimitOnePersonDecidesAndSaysWhy(shelf: DisputeShelf) throws {
        let desk = try desk(shelf)
        let id = try claimed(desk)
        let step = try desk.bench("ana", at: 101).dispute(id, try giveIn(5_000), because: "one of four was broken")
        guard case .done(let record, let number?) = step else { Issue.record("\(step)"); return }
        #expect(record.dispute == .open, "the award is not paid yet")
        let dispute = try #require(try record.contents().disputes(at: DeskSample.hour(101)).last)
        #expect(dispute.award == (try euros(5_000)) && dispute.decisions == [number.number])
        let kept = try #require(try desk.store.decisions(of: [id]).first)
        #expect(kept.by == "ana" && kept.role == "frontline" && kept.kind == "refund")
        #expect(kept.dispute?.state == .taken)
        #expect(kept.amount == (try euros(5_000)))
        #expect(try desk.store.journalFaults().isEmpty)
    }

    @Test func aCaseIsDueWhenItsDisputeGoesOnByItself() throws {
        var desk = try desk(.memory)
        let id = try claimed(desk)
        let deadline = try #require(try desk.record("7")?.contents().dispute(at: DeskSample.hour(100))?.deadline)
        #expect(try desk.record("7")?.due == deadline)
        let promise = "  promises: [{id: all, resolution: 1}]\n  side: seller"
        desk.rules = DeskRules(
            try DeskSettings(
                yaml: Self.settings.replacing("  side: seller", with: promise),
                sources: SettingsSources { _ in nil }))
        let due = try #require(try desk.bench("ana").label(id, urgency: .high).due)
        #expect(due < deadline, "the earlier of the two counts")
    }

    @Test(arguments: DisputeShelf.allCases) func aboveItNothingHappensUntilSomebodyWhoMayAgrees(
        shelf: DisputeShelf
    ) throws {
        let desk = try desk(shelf)
        let id = try claimed(desk)
        let step = try desk.bench("ana", at: 101).dispute(id, try giveIn(5_001), because: "all were broken")
        let why = DecisionVerdict.Reason.overLimit(try euros(5_001), limit: try euros(5_000))
        guard case .proposed(let proposal, let roles, why) = step else { Issue.record("\(step)"); return }
        #expect(roles == ["senior", "head"])
        #expect(try #require(try desk.record("7")).contents().disputes(at: DeskSample.hour(101)).last?.ruling == nil)
        #expect(throws: CaseWorkError.dispute(id, .decision(.ownProposal("ana")))) {
            try desk.bench("ana", at: 102).agree(proposal, because: "yes, all")
        }
        #expect(throws: CaseWorkError.dispute(id, .decision(.reviewerMayNot("ben", roles: roles)))) {
            try desk.bench("ben", at: 102).agree(proposal, because: "yes, all")
        }
        let (record, number) = try desk.bench("sue", at: 102).agree(proposal, because: "photos show it")
        let dispute = try #require(try record.contents().disputes(at: DeskSample.hour(102)).last)
        #expect(dispute.award == (try euros(5_001)))
        guard case .desk(let decision) = dispute.ruling?.authority else { Issue.record("no decision"); return }
        #expect(decision.proposer == "ana" && decision.reviewer == "sue" && decision.number == number.number)
        #expect(throws: CaseWorkError.dispute(id, .reviewed(proposal, by: number))) {
            try desk.bench("hal", at: 103).agree(proposal, because: "me too")
        }
        #expect(try desk.store.journalFaults().isEmpty)
    }

    @Test func whatNoDecisionCouldAllowIsNotEvenProposed() throws {
        let desk = try desk(.memory)
        let id = try claimed(desk)
        #expect(throws: CaseWorkError.self) {
            try desk.bench("ana", at: 101).dispute(id, try giveIn(20_001), because: "everything was broken")
        }
        #expect(throws: CaseWorkError.textLength(0)) {
            try desk.bench("ana", at: 101).dispute(id, try giveIn(100), because: " ")
        }
        #expect(throws: CaseWorkError.dispute(id, .decision(.noRationale))) {
            try desk.bench("ana", at: 101).dispute(id, try giveIn(100), because: "1")
        }
        #expect(try desk.store.decisions(of: nil).isEmpty)
    }

    @Test func whoIsNotOfTheDeskDecidesNothing() throws {
        let desk = try desk(.memory)
        let id = try claimed(desk)
        let step = try desk.bench("zoe", at: 101).dispute(id, try giveIn(1), because: "a cent for luck")
        guard case .proposed = step else { Issue.record("\(step)"); return }
    }

    @Test func whoWasGivenARoleDecidesByIt() throws {
        var desk = try desk(.memory)
        let settings = Self.settings.replacing("- {name: ben}", with: "- {name: ben, roles: claims}")
            .replacing("role: frontline,", with: "role: claims,")
        desk.rules = DeskRules(try DeskSettings(yaml: settings, sources: SettingsSources { _ in nil }))
        let id = try claimed(desk)
        let step = try desk.bench("ana", at: 101).dispute(id, try giveIn(1), because: "a cent for luck")
        guard case .proposed = step else { Issue.record("\(step)"); return }
        let other = try claimed(desk, "8")
        let done = try desk.bench("ben", at: 101).dispute(other, try giveIn(1), because: "a cent for luck")
        guard case .done = done else { Issue.record("\(done)"); return }
        #expect(try desk.store.decisions(of: [other]).map(\.role) == ["claims"])
    }

    @Test func aProposalIsRefusedOrTakenBackAndThenWaitsNoLonger() throws {
        let desk = try desk(.memory)
        let id = try claimed(desk)
        for name in ["sue", "ana"] {
            let step = try desk.bench("ana", at: 101).dispute(id, try giveIn(6_000), because: "half were broken")
            guard case .proposed(let proposal, _, _) = step else { Issue.record("\(step)"); return }
            #expect(throws: CaseWorkError.self) { try desk.bench("ben", at: 102).refuse(proposal, because: "no") }
            try desk.bench(name, at: 102).refuse(proposal, because: "not as the photos show")
            #expect(throws: CaseWorkError.self) { try desk.bench("sue", at: 103).agree(proposal, because: "but yes") }
        }
    }

    @Test func aProposalThatTheDisputeOutgrewIsProposedAgain() throws {
        let desk = try desk(.memory)
        let id = try claimed(desk)
        let upheld = DisputeMove.decided(.upheld, by: .respondent, authority: .proposed)
        let step = try desk.bench("ana", at: 101).dispute(id, upheld, because: "all were broken")
        guard case .proposed(let proposal, _, _) = step else { Issue.record("\(step)"); return }
        _ = try desk.bench("ana", at: 102).dispute(id, .amount(try euros(20_001)))
        #expect(throws: CaseWorkError.dispute(id, .outdated(proposal))) {
            try desk.bench("sue", at: 103).agree(proposal, because: "photos show it")
        }
    }

    @Test(arguments: DisputeShelf.allCases) func deadlinesAreWrittenDownOnceByWhoeverLooks(shelf: DisputeShelf) throws {
        let desk = try desk(shelf)
        let id = try claimed(desk)
        let bench = desk.bench("ana", at: 100 + 33 * 24)
        let noted = try bench.noteLapses()
        #expect(noted.map(\.id) == [id])
        #expect(
            noted.first?.lapses.map(\.what) == [.stage(.response, .upheld), .appealWindow])
        #expect(try desk.record("7")?.dispute == .open, "the award is not paid yet")
        #expect(try bench.disputed().map(\.record.id) == [id])
        #expect(try bench.noteLapses().isEmpty)
        let details = try desk.store.history(of: id.description).filter { $0.event.verb == .disputed }
        #expect(details.map { $0.event.detail.split(separator: " ").first } == ["opened", "lapsed", "lapsed"])
        _ = try bench.dispute(id, .paid(try euros(20_000), reference: "R1"))
        #expect(try desk.record("7")?.dispute == .decided && bench.disputed().isEmpty)
    }

    @Test(arguments: DisputeShelf.allCases) func holdsTakeADecisionAndEndByThemselves(shelf: DisputeShelf) throws {
        let desk = try desk(shelf)
        let id = try claimed(desk)
        let hold = DisputeMove.held(
            EscrowHold(
                try euros(20_000), rule: "a-to-z", reason: "claim", until: DeskSample.hour(200), authority: .proposed))
        guard case .done = try desk.bench("sue", at: 101).dispute(id, hold, because: "claim is open") else {
            Issue.record("a senior may hold")
            return
        }
        let lapses = try desk.bench("ana", at: 200).noteLapses().flatMap(\.lapses).map(\.what)
        // Nobody answered the claim in time, so it was upheld, whomever the hold names.
        #expect(lapses.contains(.hold(1, try euros(20_000), to: .claimant)))
    }

    /// What is told to ben of decisions before.
    func precedents(_ query: PrecedentQuery, _ desk: DeskSample, at hour: Int64) throws -> [Precedent] {
        let bench = desk.bench("ben", at: hour)
        return try bench.precedents(bench.decided(query).decisions)
    }

    @Test(arguments: DisputeShelf.allCases) func precedentsAreFoundByWordsTypeAndReason(shelf: DisputeShelf) throws {
        let desk = try desk(shelf)
        for (code, cents, why) in [("1", Int64(1_000), "parcel lost by the carrier"), ("2", 2_000, "lamp was broken")] {
            let id = try claimed(desk, code)
            _ = try desk.bench("ana", at: 101).dispute(id, try giveIn(cents), because: why)
        }
        var query = PrecedentQuery()
        #expect(try precedents(query, desk, at: 102).map(\.rationale).count == 2)
        query.words = "carrier lost"
        let found = try precedents(query, desk, at: 102)
        #expect(found.map(\.rationale) == ["parcel lost by the carrier"])
        #expect(found.first?.record.amount == (try euros(1_000)) && found.first?.decision.reason == "never-arrived")
        query.type = .chargeback
        #expect(try precedents(query, desk, at: 102).isEmpty)
        #expect(try desk.store.accesses(to: nil, limit: 9).contains { $0.access.purpose == "precedents" })
    }

    @Test func numbersOfCardsInReasonsAreNotKept() throws {
        let desk = try desk(.memory)
        let id = try claimed(desk)
        let step = try desk.bench("ana", at: 101).dispute(
            id, try giveIn(6_000), because: "back to 4111 1111 1111 1111")
        guard case .proposed(let proposal, _, _) = step else { Issue.record("\(step)"); return }
        try desk.bench("sue", at: 102).agree(proposal, because: "to 5500 0000 0000 0004")
        let other = try claimed(desk, "8")
        guard
            case .proposed(let next, _, _) = try desk.bench("ana", at: 101).dispute(
                other, try giveIn(6_000), because: "half")
        else { Issue.record("ana has a limit"); return }
        try desk.bench("sue", at: 102).refuse(next, because: "not to 5500 0000 0000 0004")
        let reasons = try [id, other].flatMap { try desk.bench("ben", at: 103).decisions(of: $0) }.map(\.rationale)
        #expect(
            reasons == [
                "back to [card ending 1111]", "to [card ending 0004]", "half", "not to [card ending 0004]",
            ])
    }

    @Test(arguments: DisputeShelf.allCases) func anErasedRationaleLeavesTheDecisionAndItsSum(shelf: DisputeShelf) throws
    {
        let desk = try desk(shelf)
        let id = try claimed(desk)
        _ = try desk.bench("ana", at: 101).dispute(id, try giveIn(1_000), because: "Jo Doe lost the parcel")
        var erasure = Erasure()
        erasure.cases = [id]
        _ = try desk.store.erase(erasure, by: Actor(.person, "sue"), at: DeskSample.hour(102))
        let left = try #require(try desk.bench("ben", at: 103).decisions(of: id).first)
        #expect(left.rationale == nil)
        #expect(left.record.amount == (try euros(1_000)))
        var query = PrecedentQuery()
        query.words = "parcel"
        #expect(try precedents(query, desk, at: 103).isEmpty)
        #expect(try desk.store.journalFaults().isEmpty)
    }
}
