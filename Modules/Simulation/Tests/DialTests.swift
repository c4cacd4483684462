import FlywheelMemory
import FlywheelStore
import Statistics
import Testing

@testable import Simulation

/// Each dial moves what it is about, and leaves the rest.
@Suite
struct DialTests {
    /// A history of an organisation that differs from another of the same seed in what `turn` does alone.
    private func seen(_ turn: (inout Dials) -> Void = { _ in }) throws -> Seen {
        let store = MemoryStore()
        var chance = SplitMix64(seed: 11)
        var dials = Dials.ordinary(&chance)
        dials.arrivalsPerWeek = 40
        dials.order = [1, 0, 0, 0]
        turn(&dials)
        let organisation = Organisation(
            Course(phases: [Course.Phase(from: 0, dials: dials)]), weeks: 12, &chance)
        try Simulation(.healthy, seed: 11, weeks: 12).write(organisation, into: store, seed: 11)
        return try Seen(store)
    }

    @Test func theOrderOfWorkMovesWhichRowsAreTaken() throws {
        let (queue, random) = (try seen(), try seen { $0.order = [0, 0, 0, 1] })
        #expect(queue.firstRowShare() > 0.95)
        #expect(random.firstRowShare() < 0.45)
        #expect(abs(queue.usableShare() - random.usableShare()) < 0.1)
        #expect(abs(Double(queue.opened) / Double(random.opened) - 1) < 0.1)
    }

    @Test func whatIsCapturedMovesCausesAlone() throws {
        let (all, some) = (try seen { $0.captured = 1 }, try seen { $0.captured = 0.3 })
        #expect(all.usableShare() > 0.97)
        #expect(some.usableShare() < 0.45)
        #expect(abs(all.daysToDetection() - some.daysToDetection()) < 0.2)
    }

    @Test func lagMovesDetectionAlone() throws {
        let (quick, slow) = (try seen { $0.lagDays = 0.1 }, try seen { $0.lagDays = 3 })
        #expect(slow.daysToDetection() > 2 * quick.daysToDetection())
        #expect(abs(quick.usableShare() - slow.usableShare()) < 0.1)
    }

    @Test func snapshotsMoveWhatIsVerified() throws {
        #expect(try seen { $0.complete = 1 }.verifiedShare > 0.97)
        #expect(
            try seen {
                $0.complete = 0
                $0.weeksToComplete = 100
            }.verifiedShare < 0.05)
    }

    @Test func loadMovesHowManyWait() throws {
        let (light, heavy) = (try seen { $0.load = 0.5 }, try seen { $0.load = 1.8 })
        #expect(heavy.openRows(from: 0.8, to: 1) > 3 * light.openRows(from: 0.8, to: 1))
        #expect(abs(Double(light.opened) / Double(heavy.opened) - 1) < 0.25)
    }

    @Test func decisionsAgainstCausesKeepProblemsAway() throws {
        let none = try seen {
            $0.weeksToDecision = nil
            $0.repeating = 0.3
        }
        let many = try seen {
            $0.weeksToDecision = 1
            $0.tunes = 0
            $0.prevention = 0.85
            $0.repeating = 0.3
        }
        #expect(none.decisions == 0)
        #expect(many.decisions > 5)
        #expect(Double(many.opened) < 0.85 * Double(none.opened))
    }

    @Test func playbooksAreOpenedAsOftenAsTheyAreFollowed() throws {
        func share(_ seen: Seen) -> Double {
            let worked = seen.outcomes.compactMap(\.work).filter { $0.closer != nil }
            return Double(worked.count { $0.hasOpenedPlaybook }) / Double(max(1, worked.count))
        }
        #expect(try share(seen { $0.byPlaybook = 1 }) > 0.97)
        #expect(try share(seen { $0.byPlaybook = 0 }) == 0)
    }
}
