import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing

@testable import Learning

/// What routines read of a store: what people did lately, however much waits.
@Suite struct WorkReadingTests {
    @Test(arguments: Backend.allCases)
    func itIsTheHistoryOfWhatEndedLatelyOrSomebodyTouched(backend: Backend) throws {
        let ledger = try Ledger(backend)
        let ids = try ledger.turn(at: 0, opens: (1...6).map { Ledger.fingerprint("K\($0)") })
        try ledger.bench("ann", at: 0.4).claim(ids[0])
        try ledger.bench("ann", at: 0.5).close(ids[0], rootCause: "image")
        try ledger.turn(at: 1, ends: [(ids[0], .verified), (ids[1], .cleared)])
        for id in ids[2...4] { try ledger.bench("ben", at: 1.5).claim(id) }
        try ledger.bench("ben", at: 1.6).close(ids[2], rootCause: "image", minutes: 5)
        try ledger.bench("ben", at: 1.7).close(ids[3], rootCause: "image")
        try ledger.turn(at: 2, ends: [(ids[3], .verified)])
        let all = try ledger.reader.history(until: Ledger.day(3))
        let work = try ledger.reader.work(until: Ledger.day(3), endedSince: Ledger.day(1.2))
        #expect(work.problems.map(\.id) == [ids[2], ids[3], ids[4]].map(\.number))
        for problem in work.problems {
            let same = try #require(all.problems.first { $0.id == problem.id })
            #expect(Self.said(problem, in: work) == Self.said(same, in: all))
        }
        #expect(work.turns == all.turns && work.decisions == all.decisions && work.kinds == all.kinds)
        let day = Ledger.day(1)..<Ledger.day(3)
        let none = try Preventions([], merges: CauseMerges())
        func look(_ history: WorkHistory) -> CloseOfDay { CloseOfDay(history, day: day, preventions: none) }
        let (of, lately) = (look(all), look(work))
        #expect(lately.closed.map(\.id) == of.closed.map(\.id) && lately.closed.count == 2)
        let sinceStart = try ledger.reader.work(until: Ledger.day(3), endedSince: all.from)
        #expect(GuidedStart(sinceStart) == GuidedStart(all) && look(sinceStart).repeated == of.repeated)
    }

    /// What a problem says, with its texts and without its tier.
    private static func said(_ problem: Problem, in history: WorkHistory) -> [String?] {
        var plain = problem
        (plain.subject, plain.cause, plain.worker, plain.closer, plain.tier) = (0, nil, nil, nil, nil)
        return [
            "\(plain)", history.subjects[problem.subject], problem.cause.map { history.causes[$0] },
            problem.worker.map { history.people[$0] }, problem.closer.map { history.people[$0] },
        ]
    }
}
