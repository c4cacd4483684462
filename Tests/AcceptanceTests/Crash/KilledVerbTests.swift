import Foundation
import Testing

/// What people do is killed in the middle: what was acknowledged is there, what was not is there whole or not at all,
/// and doing it again has it there once.
@Suite("Killed verbs") struct KilledVerbTests {
    /// What ada does to an exception, over and over, and what its history says of it.
    private static let cycle = [
        (verb: ["claim"], events: ["claimed"]), (["release"], ["released"]), (["claim"], ["claimed"]),
        (["close", "--cause", "other", "--note", "done"], ["closed", "noted"]), (["reopen"], ["reopened"]),
        (["release"], ["released"]),
    ]

    @Test("A killed claim, release, close or reopen happened once or never", arguments: [CrashTests.seed])
    func verbs(seed: UInt64) throws {
        var random = Random(seed)
        let program = try ProgramTests.opened()
        var history = try events(program)
        let start = ContinuousClock.now
        #expect(try program.run("show", "X1").exit == 0)
        let takes = (ContinuousClock.now - start) / .seconds(1)
        var (landed, acknowledged) = (0, 0)
        for number in 0..<CrashTests.kills {
            let (verb, new) = Self.cycle[number % Self.cycle.count]
            let run = try program.start(verb + ["X1", "--as", "ada"])
            usleep(UInt32(1_000_000 * takes * random.share() * 1.5))
            kill(run.process.processIdentifier, SIGKILL)
            let exit = try run.finish().exit
            let isKilled = run.process.terminationReason == .uncaughtSignal
            landed += isKilled ? 1 : 0
            acknowledged += isKilled ? 0 : 1

            let after = try events(program)
            #expect(isKilled || exit == 0, "\(verb) after kill \(number)")
            #expect(after == history + new || (isKilled && after == history), "\(verb) after kill \(number)")
            if after == history { #expect(try program.start(verb + ["X1", "--as", "ada"]).finish().exit == 0) }
            history += new
            #expect(try events(program) == history, "\(verb) again after kill \(number)")
        }
        #expect(landed > 0)
        #expect(acknowledged > 0)
        #expect(try program.run("journal", "verify").exit == 0)
        #expect(try program.run("doctor").exit == 0)
    }

    private func events(_ program: Program) throws -> [String] {
        try program.run("show", "X1", "--format", "json").json["history"].items.compactMap { $0["event"].text }
    }
}
