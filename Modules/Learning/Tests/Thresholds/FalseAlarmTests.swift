import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing
import Thresholds

@testable import Learning

/// A prediction that lapsed is wrong once the time is over that it spoke of, for whoever counts false alarms.
@Suite struct FalseAlarmTests {
    /// Five predictions of the first day, each of twenty days, that lapse on the third; the first begins on the tenth all
    /// the same.
    private static func lapsed(_ backend: Backend, chance: Double = 0.5) throws -> Ledger {
        let ledger = try Ledger(backend)
        let names = (1...5).map { Ledger.fingerprint("K\($0)") }
        let ids = try ledger.turn(at: 0, opens: names)
        let rotation = try ledger.store.beginRotation(asOf: Ledger.day(2), currency: ledger.euro)
        var turn = Turn(RotationRecord(id: rotation, asOf: Ledger.day(2), currency: ledger.euro, summary: "{}"))
        let exposure = Exposure(.dailyShare(Array(repeating: 0.5, count: 20)), probability: chance)
        let terms = try #require(
            RiskTerms(
                alone: exposure, kind: "hidden", on: "K1", selling: .init(unitsPerDay: 2, days: 28),
                at: Money(minorUnits: 1_000, ledger.euro), lasting: Array(repeating: 1, count: 20), ageDays: 0,
                asOf: Ledger.day(0)))
        for (id, name) in zip(ids, names) {
            var after = try #require(try ledger.store.exception(id))
            after.state = .lapsed
            turn.changes.append((after, after.version))
            turn.outcomes.append(
                OutcomeRecord(
                    exception: id, fingerprint: name,
                    exposure: exposure, verdict: .didNotHappen, rootCause: nil, isVerified: nil, onset: Ledger.day(0),
                    detected: Ledger.day(0), claimed: nil, ended: Ledger.day(2), verified: nil,
                    termsAtOpen: terms.bytes, termsAtEnd: [], predicted: Ledger.day(0)))
        }
        turn.rotation.summary = try #require(try ledger.store.currentRotation()).summary
        try ledger.store.publish(turn)
        try ledger.turn(at: 9, opens: [names[0]])
        return ledger
    }

    private static func judgement(_ ledger: Ledger, at days: Double) throws -> WarningJudgement {
        try WarningJudgement(ledger.store.outcomes(), in: ledger.store, asOf: Ledger.day(days))
    }

    @Test(arguments: Backend.allCases)
    func aDecisionIsNotHeldAgainstLapsesThatNobodyCanTellOf(backend: Backend) throws {
        let ledger = try Self.lapsed(backend)
        func values(of metric: DecisionMetric, at days: Double) throws -> [Double?] {
            let judgement = try Self.judgement(ledger, at: days)
            return try ledger.store.outcomes().map { metric.value(of: $0, by: judgement, MergedRepeats()) }
        }
        #expect(try values(of: .precision, at: 12) == [nil, nil, nil, nil, nil])
        #expect(try values(of: .falseAlarms, at: 12) == [nil, nil, nil, nil, nil])
        #expect(try values(of: .precision, at: 21) == [nil, 0, 0, 0, 0])
        #expect(try values(of: .falseAlarms, at: 21) == [0, 1, 1, 1, 1])
    }

    @Test func noLabelSaysSoBeforehand() throws {
        let ledger = try Self.lapsed(.memory)
        func labels(until days: Double) throws -> [String: Verdict] {
            let reader = try LabelReader(
                ledger.store, workflow: "suppressions", from: Ledger.day(0), until: Ledger.day(days))
            #expect(Set(reader.labels.keys) == Set(reader.ends.keys))
            return Dictionary(uniqueKeysWithValues: reader.labels.map { ($0.key.subject.code, $0.value.verdict) })
        }
        #expect(try labels(until: 12) == ["K1": .duplicate])
        #expect(
            try labels(until: 21)
                == [
                    "K1": .duplicate, "K2": .didNotHappen, "K3": .didNotHappen, "K4": .didNotHappen,
                    "K5": .didNotHappen,
                ])
    }

    private static func hint(_ ledger: Ledger, at days: Double) throws -> TuningHint? {
        let since = Ledger.day(days).advanced(byDays: -TuningHint.days)
        return TuningHint(
            try ledger.reader.work(until: Ledger.day(days), endedSince: since),
            judgement: try WarningJudgement(
                ledger.store.outcomes(endedSince: since), in: ledger.store, asOf: Ledger.day(days)))
    }

    @Test(arguments: Backend.allCases) func aKindIsWorthTuningFromThenOnForFourWeeks(backend: Backend) throws {
        let ledger = try Self.lapsed(backend)
        #expect(try Self.hint(ledger, at: 12) == nil)
        for days in [20, 47.5] {
            let found = try #require(try Self.hint(ledger, at: days))
            #expect(found.kind == "hidden" && found.ended == 5 && found.expected == 3)
            #expect(found.empty.map(\.number) == [2, 3, 4, 5], "what can be taken apart")
        }
        #expect(try Self.hint(ledger, at: 48.5) == nil)
    }

    @Test(arguments: [0.2, 0.5, 0.9]) func aRuleThatIsRightAsOftenAsItSaidIsNotToBeTuned(chance: Double) throws {
        let ledger = try Self.lapsed(.memory, chance: chance)
        #expect(try (Self.hint(ledger, at: 21) == nil) == (chance == 0.2), "one in five came true")
    }
}
