import FlywheelKit
import FlywheelMemory
import FlywheelRuntime
import FlywheelStore
import Testing

@testable import Simulation

@Suite
struct SimulationTests {
    @Test(arguments: Scenario.allCases)
    func theJournalOfEveryScenarioVerifies(_ scenario: Scenario) throws {
        let store = try Simulation.history(scenario: scenario, seed: 3, weeks: 12)
        #expect(try store.journalFaults().isEmpty)
        #expect(try store.isSimulated())
        let seen = try Seen(store)
        #expect(seen.turns.count >= 12)
        #expect(seen.outcomes.count > 20)
    }

    @Test(arguments: [1, 2] as [UInt64])
    func aSeedGivesTheSameStore(_ seed: UInt64) throws {
        func texts() throws -> [String] {
            let store = try Simulation.history(scenario: .year, seed: seed, weeks: 10)
            return try store.events().map { "\($0)" } + store.rotations().map(\.summary)
                + store.outcomes().map { try CanonicalJSON.text($0) }
        }
        let first = try texts()
        #expect(try texts() == first)
        #expect(!first.isEmpty)
    }

    @Test func anotherSeedGivesAnotherStore() throws {
        func opened(_ seed: UInt64) throws -> [Int] {
            try Seen(Simulation.history(scenario: .healthy, seed: seed, weeks: 6)).turns.map(\.open)
        }
        #expect(try opened(1) != opened(2))
    }

    @Test(arguments: Scenario.allCases)
    func noStoreNamesItsScenario(_ scenario: Scenario) throws {
        let store = try Simulation.history(scenario: scenario, seed: 5, weeks: 8)
        var texts = try store.events().map { "\($0.actor.name) \($0.event)" }
        texts += try store.rotations().map(\.summary) + store.imports().map { "\($0)" }
        texts += try store.unfinishedExceptions().map {
            try "\($0.fingerprint) \($0.evidence.text()) \($0.owner ?? "")"
        }
        texts += try store.outcomes().map { try CanonicalJSON.text($0) }
        texts += try LoopRecord.Kind.allCases.flatMap { try store.loopRecords($0) }.map { "\($0)" }
        #expect(texts.count > 20)
        for name in Scenario.allCases.map(\.rawValue) where name != "year" {
            #expect(!texts.contains { $0.lowercased().contains(name) }, "\(name)")
        }
    }

    @Test func amountsOfAQueueAddUpAndStandInOrder() throws {
        let store = try Simulation.history(scenario: .noCapacity, seed: 3, weeks: 12)
        let rows = try store.queue(.active, after: 0, limit: 1_000)
        let summary = try #require(try Seen(store).turns.last)
        #expect(rows.count == summary.open)
        #expect(rows.reduce(0) { $0 + ($1.row.atRisk ?? 0) } == summary.atRisk)
        #expect(zip(rows, rows.dropFirst()).allSatisfy { ($0.row.atRisk ?? 0) >= ($1.row.atRisk ?? 0) })
        for row in rows { #expect(try RiskTerms(bytes: row.terms).atRisk == row.row.atRisk) }
    }

    @Test func aStoreThatHoldsSomethingIsRefused() throws {
        let store = MemoryStore()
        try store.record(JournalEvent(.noted, "X1"), by: .flywheel, at: Instant(seconds: 0))
        #expect(throws: StoreError.self) { try Simulation(.healthy, seed: 1, weeks: 1).write(into: store) }
    }

    @Test func aSimulationEndsOnTheDayItIsTold() throws {
        let end = try #require(Day("2025-03-03"))
        let store = MemoryStore()
        try Simulation(.healthy, seed: 1, weeks: 2, end: end).write(into: store)
        let last = try #require(try store.currentRotation())
        #expect(last.asOf.utcDay == end)
        #expect(Simulation.monday(onOrBefore: end.advanced(by: 6)) == end)
        #expect(Simulation.monday(onOrBefore: Simulation.usualEnd) == Simulation.usualEnd)
    }
}
