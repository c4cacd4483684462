import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import Testing

@testable import FlywheelHost
import Settings

@Suite struct OwnerRuleTests {
    private func refusal(of owners: String) throws -> ConfigurationError? {
        let zones = ZoneFiles()
        let configuration = try Configuration(yaml: "owners: [\(owners)]", zones: zones)
        do {
            _ = try Host(
                store: SQLiteStore.inMemory(),
                stages: [InstalledStage(LowStage.self), InstalledStage(HiddenStage.self)],
                configuration: configuration, zones: zones)
            return nil
        } catch let error as ConfigurationError { return error }
    }

    @Test(arguments: [
        "{owner: ann}", "{owner: ann, workflow: low-stock}", "{owner: ann, kind: hidden}",
        "{owner: ann, workflow: low-stock, kind: low}", "{owner: ann, marketplace: walmart-us}",
    ]) func whatIsInstalledMayBeNamed(owners: String) throws {
        #expect(try refusal(of: owners) == nil)
    }

    @Test func anUnknownWorkflowIsRefusedWithTheNearest() throws {
        #expect(
            try refusal(of: "{owner: ann}, {owner: ben, workflow: lowstock}")
                == .value(
                    key: "owners.workflow", found: "lowstock",
                    expected: "an installed workflow; did you mean \"low-stock\"?"))
    }

    @Test func anUnknownKindIsRefusedWithTheChoice() throws {
        #expect(
            try refusal(of: "{owner: ann, kind: overheated}")
                == .value(key: "owners.kind", found: "overheated", expected: "an installed kind: hidden, low"))
    }

    @Test func aKindOfAnotherWorkflowIsRefused() throws {
        #expect(
            try refusal(of: "{owner: ann, workflow: low-stock, kind: hidden}")
                == .value(key: "owners.kind", found: "hidden", expected: "an installed kind: low"))
    }
}

/// A stage that finds nothing: only its manifest counts here.
private struct LowStage: FlywheelStage {
    typealias Evidence = Int
    static let manifest = StageManifest(
        id: "low-stock", title: "Low stock", inputs: [],
        kinds: [FindingKind("low", title: "low", effortHours: 1, lastsDays: 1)])
    init(knobs: NoKnobs, model: NoModel) {}
    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {}
}

/// Another of them.
private struct HiddenStage: FlywheelStage {
    typealias Evidence = Int
    static let manifest = StageManifest(
        id: "visibility", title: "Visibility", inputs: [],
        kinds: [FindingKind("hidden", title: "hidden", effortHours: 1, lastsDays: 1)])
    init(knobs: NoKnobs, model: NoModel) {}
    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {}
}
