import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import Settings
import Testing

@Suite struct KnobSettingsTests {
    private func stage(_ yaml: String) throws -> InstalledStage {
        let zones = ZoneFiles()
        let host = try Host(
            store: SQLiteStore.inMemory(), stages: [InstalledStage(SteeredStage.self)],
            configuration: try Configuration(yaml: yaml, zones: zones), zones: zones)
        return try #require(host.plan.stages.first)
    }

    @Test func whatTheFileSetsHolds() throws {
        #expect(try stage("").setKnobs.isEmpty && stage("knobs:\n").setKnobs.isEmpty)
        let stage = try stage(
            "knobs:\n  steered: {least: 7, side: right, isStrict: true, places: [CA, DE], days: 3, shares: {B: 0.5}}\n")
        #expect(
            stage.setKnobs == [
                "least": .number(7), "side": .text("right"), "isStrict": .flag(true),
                "places": .list([.text("CA"), .text("DE")]), "days": .number(3), "shares": .keys(["B": .number(0.5)]),
            ])
        #expect(try stage.knobValues("") == ["least": 7])
        #expect(try self.stage("knobs: {steered: {places: JP}}").setKnobs == ["places": .list([.text("JP")])])
    }

    @Test(arguments: [
        (
            "knobs:\n  steerd: {}\n",
            ConfigurationError.unknownKey("knobs.steerd", at: FilePlace(2, 3), nearest: "steered")
        ),
        (
            "knobs:\n  steered:\n    leest: 3\n",
            .unknownKey("knobs.steered.leest", at: FilePlace(3, 5), nearest: "least")
        ),
        ("knobs: 3", .notAMapping("knobs", at: FilePlace(1, 8))),
        ("knobs: {steered: 3}", .notAMapping("knobs.steered", at: FilePlace(1, 18))),
        (
            "knobs: {steered: {least: 51}}",
            .value(
                key: "knobs.steered.least", found: "51", expected: "a number from 1.0 to 50.0", at: FilePlace(1, 26))
        ),
        (
            "knobs: {steered: {days: few}}",
            .value(key: "knobs.steered.days", found: "few", expected: "a number", at: FilePlace(1, 25))
        ),
        (
            "knobs: {steered: {days: 2.5}}",
            .value(key: "knobs.steered.days", found: "2.5", expected: "a value such as 14", at: FilePlace(1, 25))
        ),
        (
            "knobs: {steered: {side: up}}",
            .value(key: "knobs.steered.side", found: "up", expected: "a value such as left", at: FilePlace(1, 25))
        ),
        (
            "knobs: {steered: {isStrict: 1}}",
            .value(key: "knobs.steered.isStrict", found: "1", expected: "one of false, true", at: FilePlace(1, 29))
        ),
        (
            "knobs: {steered: {shares: {B: half}}}",
            .value(key: "knobs.steered.shares.B", found: "half", expected: "a number", at: FilePlace(1, 31))
        ),
    ]) func whatNoKnobTakesIsRefusedWhereItStands(yaml: String, error: ConfigurationError) {
        #expect(throws: error) { try stage(yaml) }
    }
}

/// A stage that finds nothing: only its knobs count here.
private struct SteeredStage: FlywheelStage {
    typealias Evidence = Int

    enum Side: String, Hashable, Codable { case left, right }

    struct Knobs: StageKnobs {
        var least = 5.0
        var days = 14
        var side = Side.left
        var isStrict = false
        var places = ["US"]
        var shares = ["A": 0.1]
        static let tunable = [Knob<Knobs>("least", \.least, in: 1...50, looser: .lower, unit: .units)]
    }

    static let manifest = StageManifest(
        id: "steered", title: "Steered", inputs: [],
        kinds: [FindingKind("low", title: "low", effortHours: 1, lastsDays: 1)])
    init(knobs: Knobs, model: NoModel) {}
    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {}
}
