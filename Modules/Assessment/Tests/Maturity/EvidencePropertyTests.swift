import FlywheelKit
import Statistics
import Testing

@testable import Assessment

@Suite struct EvidencePropertyTests {
    /// Problems of any kind, most of them well looked after.
    private func history(_ seed: UInt64) throws -> WorkHistory {
        var generator = SplitMix64(seed: seed)
        var history = try GoldenHistory.at([6, 5, 6], count: 40)
        let shares = (0..<8).map { _ in generator.uniform() * 0.4 }
        for place in history.problems.indices {
            func happens(_ number: Int) -> Bool { generator.uniform() < shares[number] }
            if happens(0) { history.problems[place].cause = nil }
            if happens(1) { history.problems[place].hasOpenedPlaybook = false }
            if happens(2) { history.problems[place].isVerified = happens(2) ? false : nil }
            if happens(3) { history.problems[place].isRouted = false }
            if happens(4) { history.problems[place].due = happens(4) ? nil : history.problems[place].detected }
            if happens(5) { history.problems[place].stepsDone = 1 }
            if happens(6) { history.problems[place].source = .person }
            if happens(7) { history.problems[place].verdict = .noise }
        }
        return history
    }

    private func levels(_ history: WorkHistory, _ stated: StatedEvidence = .init()) -> [Int] {
        MaturityJudge(model: .standard, attachments: stated.attachments, exemptions: stated.exemptions)
            .workflows(WorkflowRecord.all(of: history, by: .standard)).map { $0.level ?? 0 }
    }

    /// What speaks for a workflow, taken from one problem, which stays the same problem otherwise.
    private static let takings: [@Sendable (inout Problem) -> Void] = [
        { $0.cause = nil }, { $0.hasOpenedPlaybook = false }, { $0.isRouted = false }, { $0.source = .person },
        { if $0.isVerified == true { $0.isVerified = nil } },
        { ($0.stepsDone, $0.stepsAutomatic) = (0, 0) }, { $0.stepsAutomatic = 0 },
    ]

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func takingEvidenceAwayNeverRaisesALevel(_ seed: UInt64) throws {
        var history = try history(seed)
        var generator = SplitMix64(seed: seed &+ 1_000)
        var before = levels(history)
        for _ in 0..<15 {
            let taking = Self.takings[Int.random(in: Self.takings.indices, using: &generator)]
            for _ in 0..<6 {
                taking(&history.problems[Int.random(in: history.problems.indices, using: &generator)])
            }
            if history.decisions.count > 0, generator.uniform() < 0.1 { history.decisions.removeLast() }
            let after = levels(history)
            #expect(zip(after, before).allSatisfy { $0 <= $1 }, "\(before) became \(after)")
            before = after
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func fewerAttachmentsNeverRaiseALevel(_ seed: UInt64) throws {
        let history = try history(seed)
        let files = ["suppressions", "inventory", "pricing"].map { workflow in
            AssessmentDocument.Attachment(
                id: "E1", workflow: workflow, check: "2.1", file: "a", hash: "b", by: "c",
                until: history.until.advanced(byDays: 9), hasExpired: false)
        }
        for count in 0..<files.count {
            let fewer = levels(history, .init(attachments: Array(files.prefix(count))))
            let more = levels(history, .init(attachments: Array(files.prefix(count + 1))))
            #expect(zip(fewer, more).allSatisfy { $0 <= $1 })
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func whatIsNotKnownIsNeitherMetNorNotMet(_ seed: UInt64) throws {
        var history = try history(seed)
        for place in history.problems.indices {
            history.problems[place].due = nil
            history.problems[place].isVerified = nil
        }
        history.decisions = history.decisions.map { decision in
            var decision = decision
            decision.effect = nil
            return decision
        }
        let document = GoldenHistory.assess(history)
        for id in ["3.2", "3.3", "5.3"] {
            #expect(document.check("suppressions", id)?.outcome == .inconclusive)
        }
        #expect(document.check("suppressions", "6.2")?.outcome == .inconclusive)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func equalHistoriesGiveEqualDocuments(_ seed: UInt64) throws {
        #expect(GoldenHistory.assess(try history(seed)) == GoldenHistory.assess(try history(seed)))
    }
}
