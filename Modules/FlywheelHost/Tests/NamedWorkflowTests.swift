import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import Testing

@testable import FlywheelHost
import Settings

@Suite struct NamedWorkflowTests {
    private func host(_ yaml: String) throws -> Host {
        let zones = ZoneFiles()
        return try Host(
            store: SQLiteStore.inMemory(), stages: [InstalledStage(LowStage.self), InstalledStage(HiddenStage.self)],
            configuration: try Configuration(yaml: yaml, zones: zones), zones: zones)
    }

    private func refusal(of owners: String) throws -> ConfigurationError? {
        do {
            _ = try host("owners: [\(owners)]")
            return nil
        } catch let error as ConfigurationError { return error }
    }

    @Test func theWorkflowsThatAreNamedTakePart() throws {
        #expect(try host("").manifests.map(\.id) == ["low-stock", "visibility"])
        let host = try host("workflows: [visibility]\nowners: [{owner: ann, workflow: low-stock}]")
        #expect(host.manifests.map(\.id) == ["visibility"])
        #expect(host.feeds.contains { $0.key == LowStage.counts.key }, "what it reads is still taken in")
        #expect(
            throws: ConfigurationError.value(
                key: "workflows", found: "lowstock", expected: "an installed workflow; did you mean \"low-stock\"?")
        ) { try self.host("workflows: [visibility, lowstock]") }
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
    private static let key = FeedKey("counts/1")
    static let counts = Feed(
        key, title: "counts", of: .listing, shape: .snapshot, freshForDays: 1, columns: Column<Int>("count", in: key))
    static let manifest = StageManifest(
        id: "low-stock", title: "Low stock", inputs: [counts.deciding(Column<Int>("count", in: key))],
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
