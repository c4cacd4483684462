import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// What a person sets of a workflow's knobs holds, whatever was learned.
@Suite struct SetKnobTests {
    private static let stage = InstalledStage(ChosenStage.self)

    private func set(_ values: [String: KnobValue]) throws -> InstalledStage {
        try #require(Self.stage.setting(values))
    }

    @Test func everyMemberOfTheCodableFormCanBeSet() throws {
        #expect(Self.stage.initialKnobs.keys.sorted() == ["bounds", "isStrict", "limit", "places", "side"])
        let values: [String: KnobValue] = [
            "side": .text("right"), "isStrict": .flag(true), "places": .list([.text("CA"), .text("DE")]),
            "bounds": .keys(["least": .number(2), "most": .number(3)]), "limit": .number(7),
        ]
        let stage = try set(values)
        #expect(stage.setKnobs == values && Self.stage.setKnobs.isEmpty)
        #expect(stage.knobs.map(\.isSet) == [true] && Self.stage.knobs.map(\.isSet) == [false])
        #expect(values.values.map(\.description).sorted() == ["7", "[CA, DE]", "right", "true", "{least: 2, most: 3}"])
    }

    @Test(arguments: [
        ("side", KnobValue.text("up")), ("isStrict", .text("yes")), ("limit", .text("many")), ("places", .text("US")),
        ("bounds", .keys(["least": .number(2), "most": .number(3), "mean": .number(2)])),
        ("bounds", .keys(["least": .number(2.5), "most": .number(3)])), ("width", .number(3)),
    ]) func whatNoKnobTakesIsRefused(name: String, value: KnobValue) {
        #expect(Self.stage.setting([name: value]) == nil)
    }

    @Test func whatIsKeptOfAKnobThatIsSetWaitsBelowIt() throws {
        let kept = #"{"limit":9,"side":"right"}"#
        let stage = try set(["limit": .number(3), "side": .text("left")])
        #expect(try stage.knobValues("") == ["limit": 3] && stage.knobValues(kept) == ["limit": 3])
        #expect(try stage.keptKnobValues(kept) == ["limit": 9])
        let moved = try stage.knobs(kept, setting: "limit", to: 10)
        #expect(try Self.stage.knobValues(moved) == ["limit": 10])
        #expect(moved.contains(#""side":"right""#), "what is set is not written into what is kept: \(moved)")
    }

    @Test func rotationsAndViewsGoByWhatIsSet() throws {
        let store = try store(Export.sample)
        try store.keep([], knobs: ("chosen", #"{"limit":9,"side":"right"}"#), events: [], by: .flywheel, at: .noon)
        let stage = try set(["limit": .number(2)])
        try Wheel(store: store, stages: [stage]).turn()
        let seen = try store.unfinishedExceptions().filter { $0.fingerprint.workflow == "chosen" }
        #expect(seen.map(\.fingerprint.subject.code).sorted() == ["L00", "L04"])
        let first = try #require(seen.first)
        let view = try #require(
            try Plan([stage]).view(
                ChosenStage.self, of: first.fingerprint.subject, in: store, states: store.stageStates(),
                asOf: .noon, zones: .utc, terms: StatedTerms()))
        #expect(view.stage.knobs.limit == 2 && view.stage.knobs.side == .right)
    }

    @Test func aChangeOfWhatIsSetIsNoticed() throws {
        let store = try store(Export.sample)
        func noted(_ stage: InstalledStage, at asOf: Instant) throws -> String {
            try #require(try Wheel(store: store, stages: [stage]).turn(at: asOf).policy?["policy.knobs"])
        }
        let nothing = try noted(Self.stage, at: .noon)
        #expect(try noted(set(["limit": .number(2)]), at: .noon + 0.1) != nothing)
        #expect(try noted(Self.stage, at: .noon + 0.2) == nothing)
    }
}
