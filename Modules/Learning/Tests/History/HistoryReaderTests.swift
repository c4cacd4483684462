import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing

@testable import Learning

@Suite struct HistoryReaderTests {
    @Test(arguments: Backend.allCases)
    func aWorkedProblemIsReadWithEverythingThatWasDone(backend: Backend) throws {
        let ledger = try Ledger(backend)
        let ids = try ledger.turn(at: 0, opens: [Ledger.fingerprint("K1"), Ledger.fingerprint("K2", account: "south")])
        try ledger.bench("ann", at: 0.5).claim(ids[0])
        try ledger.bench("ben", at: 0.6).note(ids[0], "look at the picture")
        try ledger.bench("ann", at: 0.51).close(ids[0], rootCause: "image", minutes: 12)
        try ledger.turn(at: 1, ends: [(ids[0], .verified)])
        let history = try ledger.reader.history(until: Ledger.day(2))
        #expect(history.from == Ledger.day(0) && history.until == Ledger.day(2) && history.currency == ledger.euro)
        #expect(history.workflows.map(\.id) == ["suppressions"] && history.kinds == ["hidden"])
        #expect(history.problems.map(\.id) == ids.map(\.number))
        let problem = history.problems[0]
        #expect(history.subjects[problem.subject] == "listing/north/ATVPDKIKX0DER/K1")
        #expect(problem.account.map { history.accounts[$0] } == "north" && problem.source == .stage)
        #expect(problem.onset == Ledger.day(-1) && problem.detected == Ledger.day(0) && problem.tier == .b)
        #expect(problem.claimed == Ledger.day(0.5) && problem.ended == Ledger.day(0.51))
        #expect(
            problem.worker.map { history.people[$0] } == "ann" && problem.closer.map { history.people[$0] } == "ann")
        #expect(problem.cause.map { history.causes[$0] } == "image" && problem.verdict == .actionable)
        #expect(problem.isVerified == true && problem.verified == Ledger.day(1))
        #expect(problem.rankAtClaim == Problem.Rank(1, of: 2) && !problem.isRouted)
        #expect(problem.touches == 3 && problem.touchMinutes == 12 && problem.steps == 3)
        let open = history.problems[1]
        #expect(open.ended == nil && open.verdict == nil && open.tier == .a && open.touches == 0)
        #expect(open.account.map { history.accounts[$0] } == "south" && open.touchMinutes == nil)
        #expect(history.turns.map(\.id) == [1, 2] && history.turns.map(\.openAtRisk) == [900, 900])
        #expect(history.turns[0].listings == 50 && history.turns[0].weekRevenue == nil && !history.isSimulated)
    }

    @Test func whatWasOpenOfKindsIsReadWhereItWasKept() throws {
        let ledger = try Ledger(.memory)
        try ledger.turn(at: 0)
        var record = try #require(try ledger.store.rotations().first)
        #expect(try TurnMeasures(record)?.openKinds == nil, "a turn before that was kept")
        var summary = try CanonicalJSON.value(RotationSummary.self, from: record.summary)
        summary.workflows = ["cases", "pricing"].map { RotationSummary.Workflow(id: $0, title: $0) }
        summary.kinds = [
            "pricing": ["price-gap": OpenAmount(count: 3, unpriced: 1, atRisk: 70)],
            "desk": ["wrong-photo": OpenAmount(count: 1, atRisk: 9)],
        ]
        record.summary = try CanonicalJSON.text(summary)
        let kept = try #require(try TurnMeasures(record)?.openKinds)
        #expect(
            kept == [
                "cases": [:], "pricing": ["price-gap": .init(count: 3, unpriced: 1, atRisk: 70)],
                "desk": ["wrong-photo": .init(count: 1, atRisk: 9)],
            ])
        // A version in between kept them within workflows, of installed ones alone: they are no whole.
        let inside = #""decided":true,"kinds":{"price-gap":{"count":3,"unpriced":1,"atRisk":70}}"#
        summary.kinds = nil
        record.summary = try CanonicalJSON.text(summary).replacing(#""decided":true"#, with: inside)
        #expect(record.summary.contains(inside))
        #expect(try TurnMeasures(record)?.openKinds == nil)
    }

    @Test func whatCameAfterTheMomentIsNotKnownYet() throws {
        let ledger = try Ledger(.sqlite)
        let ids = try ledger.turn(at: 0, opens: [Ledger.fingerprint("K1")])
        try ledger.bench("ann", at: 0.5).claim(ids[0])
        try ledger.bench("ann", at: 1.5).close(ids[0], rootCause: "image")
        try ledger.turn(at: 2, opens: [Ledger.fingerprint("K2")], ends: [(ids[0], .verified)])
        func problem(until days: Double) throws -> Problem {
            let problems = try ledger.reader.history(until: Ledger.day(days)).problems
            #expect(problems.count == (days < 2 ? 1 : 2))
            return problems[0]
        }
        #expect(try problem(until: 0.1).claimed == nil && problem(until: 0.1).worker == nil)
        let claimed = try problem(until: 1)
        #expect(claimed.claimed == Ledger.day(0.5) && claimed.ended == nil && claimed.cause == nil)
        #expect(claimed.verdict == nil && claimed.closer == nil)
        let closed = try problem(until: 1.9)
        #expect(closed.ended == Ledger.day(1.5) && closed.isVerified == nil && closed.verified == nil)
        #expect(try problem(until: 2).isVerified == true)
        #expect(throws: HistoryError.noTurn(until: Ledger.day(-1))) { try ledger.reader.history(until: Ledger.day(-1)) }
    }

    @Test(arguments: Backend.allCases)
    func anUnfinishedProblemSaysTheSameAsItsOutcomeWill(backend: Backend) throws {
        let ledger = try Ledger(backend)
        let ids = try ledger.turn(at: 0, opens: [Ledger.fingerprint("K1"), Ledger.fingerprint("K2")])
        try ledger.bench("ann", at: 0.5).claim(ids[0])
        try ledger.bench("ann", at: 0.51).close(ids[0], rootCause: "image")
        let before = try ledger.reader.history(until: Ledger.day(0.9))
        try ledger.turn(at: 1, ends: [(ids[0], .verified)])
        let after = try ledger.reader.history(until: Ledger.day(0.9))
        var (waiting, judged) = (before.problems[0], after.problems[0])
        #expect(waiting.ended == Ledger.day(0.51) && waiting.closer != nil && waiting.cause != nil)
        (waiting.tier, judged.tier, waiting.steps, judged.steps) = (nil, nil, 0, 0)
        #expect(waiting == judged)
        #expect(before.subjects == after.subjects && before.people == after.people)
    }

    @Test(arguments: [Verdict.noise, .known, .duplicate])
    func aDismissalSaysWhatItWasAndNoCauseBeforeTheNextTurnToo(verdict: Verdict) throws {
        let ledger = try Ledger(.sqlite)
        let ids = try ledger.turn(at: 0, opens: [Ledger.fingerprint("K1")])
        try ledger.bench("ann", at: 0.5).dismiss(ids[0], as: verdict)
        let before = try ledger.reader.history(until: Ledger.day(0.9))
        try ledger.turn(at: 1, ends: [(ids[0], .dismissed)])
        let after = try ledger.reader.history(until: Ledger.day(0.9))
        for history in [before, after] {
            let problem = history.problems[0]
            #expect(problem.verdict == verdict && problem.cause == nil && history.causes == [])
            #expect(problem.ended == Ledger.day(0.5) && problem.closer.map { history.people[$0] } == "ann")
        }
    }

    @Test func groupsAndWorkflowsThatAreNotInstalledAreLeftOut() throws {
        let ledger = try Ledger(.sqlite)
        let ids = try ledger.turn(
            at: 0,
            opens: [Ledger.fingerprint("K1", workflow: "gone"), Ledger.fingerprint("K2"), Ledger.fingerprint("K3")])
        let groups = try ledger.turn(at: 1, opens: [Ledger.fingerprint("G"), Ledger.fingerprint("H")], source: .group)
        try ledger.turn(at: 2, ends: [(ids[0], .cleared), (ids[2], .cleared), (groups[0], .cleared)])
        let history = try ledger.reader.history(until: Ledger.day(2))
        #expect(history.problems.map(\.id) == [ids[1].number, ids[2].number])
        #expect(history.problems[1].verdict == .selfCleared && history.problems[1].closer == nil)
    }

    @Test func oneFingerprintHasOneIdentity() throws {
        let ledger = try Ledger(.sqlite)
        let names = [
            Ledger.fingerprint("K1", discriminator: "a"), Ledger.fingerprint("K1", discriminator: "b"),
            Ledger.fingerprint("K1a"), Ledger.fingerprint("K1", account: "south", discriminator: "a"),
        ]
        let first = try ledger.turn(at: 0, opens: names)
        try ledger.turn(at: 1, ends: first.map { ($0, .cleared) })
        try ledger.turn(at: 2, opens: names)
        let identities = try ledger.reader.history(until: Ledger.day(3)).problems.map(\.identity)
        #expect(Set(identities).count == names.count)
        #expect(Array(identities.prefix(4)) == Array(identities.suffix(4)))
    }

    @Test func decisionsAndLinksAreThoseOfTheMoment() throws {
        let ledger = try Ledger()
        try ledger.turn(at: 0)
        func keep(_ kind: LoopRecord.Kind, _ key: String, at days: Double, _ body: String) throws {
            let record = LoopRecord(
                kind, number: try ledger.store.reserve(1, of: kind), key: key, workflow: "suppressions", state: "x",
                at: Ledger.day(days), by: "ann", body: body)
            try ledger.store.keep([record], by: Actor(.person, "ann"), at: Ledger.day(days))
        }
        let late = DecisionBody(kind: .rule, subject: "b", effective: Ledger.day(5), review: Ledger.day(9))
        let early = DecisionBody(kind: .prevention, subject: "image", effective: Ledger.day(1), review: Ledger.day(9))
        try keep(.decision, "b", at: 5, late.json)
        try keep(.decision, "a", at: 1, early.json)
        let link = LinkBody(
            from: "suppressions", to: "suppressions", signal: "a/1", rows: 9, read: 8, findings: 7, changedFindings: 6,
            movedRanks: 5, lagHours: 4)
        let gone = LinkBody(
            from: "gone", to: "suppressions", signal: "a/1", rows: 9, read: 8, findings: 7, changedFindings: 6,
            movedRanks: 5)
        try keep(.link, link.key, at: 2, link.json)
        try keep(.link, gone.key, at: 2, gone.json)
        let history = try ledger.reader.history(until: Ledger.day(3))
        #expect(history.decisions == [early.decision(2, workflow: 0)])
        #expect(history.links.count == 1 && history.links[0].movedRanks == 5 && history.links[0].lagHours == 4)
        #expect(history.links[0].at == Ledger.day(2))
        #expect(try ledger.reader.history(until: Ledger.day(6)).decisions.map(\.subject) == ["image", "b"])
    }

    @Test func causesThatWereMergedAreReadAsOne() throws {
        let ledger = try Ledger(.sqlite)
        let ids = try ledger.turn(at: 0, opens: ["K1", "K2", "K3"].map { Ledger.fingerprint($0) })
        for (id, cause) in zip(ids, ["image", "photo", "picture"]) {
            try ledger.bench("ann", at: 0.5).close(id, rootCause: cause, newCause: true)
        }
        try ledger.turn(at: 1, ends: ids.dropLast().map { ($0, .verified) })
        for (index, merge) in [("photo", "picture"), ("picture", "image")].enumerated() {
            let body = DecisionBody(
                kind: .rule, subject: CauseMerges.subject(merge.0, into: merge.1), effective: Ledger.day(2),
                review: Ledger.day(30))
            let record = LoopRecord(
                .decision, number: try ledger.store.reserve(1, of: .decision), key: "\(index)",
                workflow: "suppressions", state: "inForce", at: Ledger.day(2), by: "ann", body: try body.json)
            try ledger.store.keep([record], by: Actor(.person, "ann"), at: Ledger.day(2))
        }
        func causes(until days: Double) throws -> [String?] {
            let history = try ledger.reader.history(until: Ledger.day(days))
            return history.problems.map { $0.cause.map { history.causes[$0] } }
        }
        #expect(try causes(until: 1.5) == ["image", "photo", "picture"])
        #expect(try causes(until: 2) == ["image", "image", "image"])
        #expect(try ledger.store.outcomes().map(\.rootCause) == ["image", "photo"])
    }

    @Test func whatWasMergedSinceIsARepeatInAllThatIsRead() throws {
        let ledger = try Ledger(.sqlite)
        func close(_ discriminator: String, as cause: String, from day: Double) throws -> ExceptionID {
            let name = Ledger.fingerprint("K1", discriminator: discriminator)
            let id = try #require(try ledger.turn(at: day, opens: [name]).first)
            try ledger.bench("ann", at: day + 0.1).close(id, rootCause: cause, newCause: true)
            try ledger.turn(at: day + 0.2, ends: [(id, .verified)])
            return id
        }
        let first = try close("a", as: "photo", from: 0)
        let second = try close("b", as: "picture", from: 1)
        let third = try close("c", as: "picture", from: 93)
        _ = try CauseRegister(store: ledger.store, plan: ledger.plan)
            .merge("photo", into: "picture", of: "suppressions", by: Actor(.person, "ann"), at: Ledger.day(94))
        func repeats(_ history: WorkHistory) -> [Int64?] { history.problems.map(\.repeatOf) }
        #expect(try ledger.store.outcomes().map(\.work?.repeatOf) == [nil, nil, nil], "by the words that were said")
        #expect(try repeats(ledger.reader.history(until: Ledger.day(93.9))) == [nil, nil, nil])
        let history = try ledger.reader.history(until: Ledger.day(95))
        #expect(history.problems.map(\.id) == [first, second, third].map(\.number))
        #expect(repeats(history) == [nil, first.number, nil])
        let lately = try ledger.reader.work(until: Ledger.day(95), endedSince: Ledger.day(0.9))
        #expect(repeats(lately) == [first.number, nil], "though what it repeats is older")
    }

    @Test func turnsAreReadInTheOrderOfTheirMoments() throws {
        let ledger = try Ledger()
        for day in [0.0, 5, 1, 2] { try ledger.turn(at: day) }
        #expect(try ledger.reader.history(until: Ledger.day(3)).turns.map(\.id) == [1, 3, 4])
        #expect(try ledger.reader.history(until: Ledger.day(6)).turns.map(\.id) == [1, 3, 4, 2])
    }

    @Test func aReturnOfAVerifiedEndIsARegressionAtOnce() throws {
        let ledger = try Ledger(.sqlite)
        let name = Ledger.fingerprint("K1")
        let first = try ledger.turn(at: 0, opens: [name])
        try ledger.bench("ann", at: 0.5).close(first[0], rootCause: "image")
        try ledger.turn(at: 1, ends: [(first[0], .verified)])
        let second = try ledger.bench("ann", at: 1.5).add(name, loss: .unknown("?"), note: nil)
        let history = try ledger.reader.history(until: Ledger.day(2))
        #expect(history.problems.map(\.id) == [first[0].number, second.id.number])
        #expect(history.problems[1].regressionOf == first[0].number && history.problems[1].source == .person)
    }

    @Test func turnsInAnotherCurrencyAreLeftOut() throws {
        let ledger = try Ledger()
        let dollar = try #require(Currency("USD"))
        try ledger.turn(at: 0, currency: dollar)
        try ledger.turn(at: 1)
        let history = try ledger.reader.history(until: Ledger.day(2))
        #expect(history.turns.map(\.id) == [2] && history.from == Ledger.day(0))
    }
}
