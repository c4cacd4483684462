import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct DetectionTrialTests {
    private static let stage = InstalledStage(LimitStage.self)

    /// Twelve listings with 0 to 11 units at noon, and with none of them ten days before.
    private func wheel(rowsPerChunk: Int = Chunk.capacity) throws -> Wheel {
        let codes = (0..<12).map { ($0 < 10 ? "L0" : "L") + "\($0)" }
        let stock = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0 as Int?) })
        let empty = Dictionary(uniqueKeysWithValues: codes.map { ($0, 50 as Int?) })
        let store = try store(
            Array(Export.sample.prefix(2)) + [
                Export.stock(empty, at: .noon - 10), Export.stock(stock, at: .noon - 0.2),
            ],
            rowsPerChunk: rowsPerChunk)
        return Wheel(store: store, stages: [Self.stage])
    }

    private func trial(_ wheel: Wheel) throws -> DetectionTrial {
        DetectionTrial(
            store: wheel.store, plan: try Plan(wheel.stages), zones: .utc, settings: RotationSettings())
    }

    private func sets(_ limits: Double...) throws -> [String] {
        try limits.map { try Self.stage.knobs("", setting: "limit", to: $0) }
    }

    @Test func eachSetOfKnobsFindsWhatItWouldHaveFound() throws {
        let wheel = try wheel()
        let look = try trial(wheel).run("limit", knobs: try sets(5, 3, 8), asOf: .noon)
        #expect(look.hasDecided && look.sights.count == 8)
        #expect((0..<3).map { set in look.sights.count { $0.foundBy[set] } } == [5, 3, 8])
        #expect(look.sights.allSatisfy { $0.avoidable.map { $0.minorUnits > 0 } ?? false })
        // Nothing was published by it.
        #expect(try wheel.store.currentRotation() == nil)
    }

    @Test func aMomentPastKnowsOnlyWhatWasKnownThen() throws {
        let wheel = try wheel()
        let look = try trial(wheel).run("limit", knobs: try sets(5, 60), asOf: .noon - 9.5)
        #expect(look.sights.count == 12 && look.sights.allSatisfy { $0.foundBy == [false, true] })
        // Before the first file nothing is decided, which is not that nothing is found.
        #expect(try !trial(wheel).run("limit", knobs: try sets(5), asOf: .noon - 20).hasDecided)
    }

    @Test func whatEndedSinceHidesNothingOfThePast() throws {
        let wheel = try wheel()
        try wheel.turn()
        let row = try #require(try exception(of: "limit", on: "L02", in: wheel.store))
        try Workbench(wheel.store, plan: try Plan(wheel.stages), actor: Actor(.person, "ann"), now: .noon + 0.1)
            .close(row.id, rootCause: "other", newCause: true)
        let look = try trial(wheel).run("limit", knobs: try sets(5), asOf: .noon)
        #expect(look.sights.count == 5)
    }

    @Test func whatEndedSinceTeachesNothingOfHowLongProblemsLast() throws {
        let wheel = try wheel()
        let before = try trial(wheel).run("limit", knobs: try sets(60), asOf: .noon)
        let rotation = try wheel.store.beginRotation(asOf: .noon + 8, currency: before.currency)
        var turn = Turn(RotationRecord(id: rotation, asOf: .noon + 8, currency: before.currency, summary: ""))
        for number in 0..<40 {
            let name = Fingerprint(
                workflow: "limit", kind: "low",
                subject: Subject(.listing, account: "acme", marketplace: "ATVPDKIKX0DER", code: "G\(number)"))
            var exception = try ExceptionRecord.sample(name, .cleared, detected: .noon - 300)
            exception.id = try wheel.store.reserveExceptions(1)
            try wheel.store.stage([exception], for: rotation)
            var outcome = try OutcomeRecord.sample(name, from: .noon - 300, to: .noon + 7)
            outcome.exception = exception.id
            turn.outcomes.append(outcome)
        }
        try wheel.store.publish(turn)
        #expect(try wheel.store.recentOutcomes(asOf: .noon + 8).count == 40)
        let after = try trial(wheel).run("limit", knobs: try sets(60), asOf: .noon)
        #expect(after.sights == before.sights)
        #expect(before.sights.count == 12 && before.sights.allSatisfy { ($0.avoidable?.minorUnits ?? 0) > 0 })
    }

    @Test(arguments: [2, 5])
    func howChunksAreCutChangesNothing(rowsPerChunk: Int) throws {
        let whole = try trial(try wheel()).run("limit", knobs: try sets(5, 8), asOf: .noon)
        let cut = try trial(try wheel(rowsPerChunk: rowsPerChunk)).run("limit", knobs: try sets(5, 8), asOf: .noon)
        #expect(whole.sights.map(\.fingerprint) == cut.sights.map(\.fingerprint))
        #expect(whole.sights.map(\.foundBy) == cut.sights.map(\.foundBy))
    }

    @Test func knobsAreListedReadAndMovedByName() throws {
        let knob = try #require(Self.stage.knobs.first)
        #expect(knob.name == "limit" && knob.range == 1...50 && knob.isLooserHigher && knob.initial == 5)
        #expect(knob.looser(than: 5, by: 0.2) == 6 && knob.looser(than: 49, by: 0.2) == 50)
        let json = try Self.stage.knobs("", setting: "limit", to: 7)
        #expect(try Self.stage.knobValues(json) == ["limit": 7] && Self.stage.knobValues("") == ["limit": 5])
    }

    @Test func aWishIsReadFromWhatTheStageLearned() throws {
        let record = #"{"rootCauses":{},"sums":{},"verdicts":{"noise":3}}"#
        let wish = try Self.stage.wish(StageState(workflow: "limit", record: record))
        #expect(wish == KnobWish(values: ["limit": 6], reason: "one more"))
        #expect(try Self.stage.wish(StageState(workflow: "limit")) == nil)
    }

    @Test func aShadowCountsWhatItWouldOpenAndEndAndDecidesNothing() throws {
        var wheel = try wheel()
        wheel.settings.shadows = [
            ShadowTrial(id: "T1", workflow: "limit", knobs: try sets(8)[0]),
            ShadowTrial(id: "T2", workflow: "limit", knobs: try sets(3)[0]),
        ]
        let summary = try wheel.turn()
        let shadows = try #require(summary.shadows)
        #expect(shadows["T1"]?.wouldOpen == 3 && shadows["T1"]?.wouldEnd == 0)
        #expect(shadows["T2"]?.wouldOpen == 0 && shadows["T2"]?.wouldEnd == 2)
        #expect(summary.open == 5)
    }

    @Test func whatIsLookedAtOrGoneByOtherwiseIsAnotherTurnOfTheSameMoment() throws {
        var wheel = try wheel()
        let first = try wheel.turn().rotation
        #expect(try wheel.turn().rotation == first)
        wheel.settings.shadows = [ShadowTrial(id: "T1", workflow: "limit", knobs: try sets(8)[0])]
        let second = try wheel.turn()
        #expect(second.rotation > first && second.shadows?["T1"]?.wouldOpen == 3)
        #expect(try wheel.turn().rotation == second.rotation)
        wheel.policy.reviewDays = 2
        let third = try wheel.turn().rotation
        #expect(third > second.rotation)
        wheel.settings.review.share = 1
        let again = try wheel.turn()
        #expect(again.rotation == third && again.candidates.count == 1, "who turns the wheel keeps them, no turn does")
    }

    @Test func theReviewLaneSeesAStepLooserOnTheSampleAlone() throws {
        var wheel = try wheel()
        wheel.settings.review.share = 1
        let all = try wheel.turn().candidates
        #expect(all.map(\.fingerprint.subject.code) == ["L05"] && all.map(\.knobs) == [["limit"]])
        #expect(all.first?.weight == 1)
        wheel.settings.review.watched = ["limit": ["limit": 9]]
        #expect(
            try wheel.turn(at: .noon + 0.1).candidates.map(\.fingerprint.subject.code) == ["L05", "L06", "L07", "L08"])
        wheel.settings.review.share = 0
        wheel.settings.review.heroShare = 0
        #expect(try wheel.turn(at: .noon + 0.2).candidates.isEmpty)
    }

    @Test func ofFewHeroesAllAreJudgedAndOfManyAShare() {
        let policy = ReviewPolicy()
        #expect([0, 200, 1_000, 4_000, 100_000].map { policy.looking(at: $0).heroShare } == [0.1, 1, 1, 0.25, 0.1])
        #expect(ReviewPolicy.nothing.looking(at: 200).heroShare == 0)
    }
}
