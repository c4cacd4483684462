import FlywheelKit
import FlywheelMemory
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Testing

@testable import Learning

/// A workflow that finds what a test says it found.
struct QuietStage: FlywheelStage {
    struct Evidence: Hashable, Codable {}

    static let hidden = FindingKind("hidden", title: "hidden", effortHours: 0.5, lastsDays: 9)
    static let manifest = StageManifest(
        id: "suppressions", title: "Suppressions", inputs: [SuppressedListings.feed.deciding(SuppressedListings.code)],
        kinds: [hidden], rootCauses: [RootCause("image", "The picture is wrong.")], writes: [.detect])

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {}
}

/// The stores a history is read from.
enum Backend: CaseIterable {
    case memory, sqlite

    func store() throws -> any Store {
        switch self {
        case .memory: MemoryStore()
        case .sqlite: try SQLiteStore.inMemory()
        }
    }
}

/// A store with what happened in it, told turn by turn.
struct Ledger {
    let store: any Store
    let plan: Plan
    let euro: Currency

    static let start = Instant(seconds: 1_795_176_000)

    init(_ backend: Backend = .memory) throws {
        store = try backend.store()
        plan = try Plan([InstalledStage(QuietStage.self)])
        euro = try #require(Currency("EUR"))
    }

    var reader: HistoryReader { HistoryReader(store: store, plan: plan) }

    static func day(_ days: Double) -> Instant { start.advanced(byDays: days) }

    static func fingerprint(
        _ code: String, workflow: String = "suppressions", account: String = "north", discriminator: String = ""
    ) -> Fingerprint {
        Fingerprint(
            workflow: workflow, kind: "hidden",
            subject: Subject(.listing, account: account, marketplace: "ATVPDKIKX0DER", code: code),
            discriminator: discriminator)
    }

    func bench(_ name: String, at days: Double) -> Workbench {
        Workbench(store, plan: plan, actor: Actor(.person, name), now: Self.day(days))
    }

    /// Turns the wheel: some problems open, and some end in a state.
    @discardableResult
    func turn(
        at days: Double, opens: [Fingerprint] = [], source: ExceptionRecord.Source = .stage,
        ends: [(id: ExceptionID, state: ExceptionRecord.State)] = [], currency: Currency? = nil
    ) throws -> [ExceptionID] {
        let (asOf, currency) = (Self.day(days), currency ?? euro)
        let rotation = try store.beginRotation(asOf: asOf, currency: currency)
        let first = try store.reserveExceptions(opens.count).number
        let opened = opens.enumerated().map { index, fingerprint in
            ExceptionRecord(
                id: ExceptionID(first + Int64(index)), fingerprint: fingerprint, source: source, state: .active,
                onset: asOf.advanced(byDays: -1), detected: asOf, opened: rotation, evidence: "{}", exposure: .none,
                model: "")
        }
        try store.stage(opened, for: rotation)
        var turn = Turn(
            RotationRecord(
                id: rotation, asOf: asOf, currency: currency, summary: Self.summary(rotation, asOf, currency)))
        turn.events = opened.map { JournalEvent(.opened, $0.id.description, state: $0.state.rawValue) }
        let earlier = try store.outcomes()
        let decisions = try store.loopRecords(.decision)
        let merges = try CauseMerges(decisions, until: asOf)
        for (id, state) in ends {
            let before = try #require(try store.exception(id))
            var after = before
            after.state = state
            turn.changes.append((after, before.version))
            turn.events.append(JournalEvent(.verified, id.description, state: state.rawValue))
            turn.outcomes.append(
                OutcomeRecord(
                    ending: after, asOf: asOf, history: try store.histories(of: [id])[id, default: []], lastTerms: [],
                    tier: .b, steps: 3,
                    precedents: Precedents(earlier, on: [after.fingerprint.subject], merges: merges),
                    preventions: try Preventions(decisions, merges: merges)))
        }
        let ended = Set(ends.map(\.id))
        let open = try store.unfinishedExceptions().filter { $0.state.isOpen && !ended.contains($0.id) } + opened
        try store.stage(
            open.enumerated().map { index, exception in
                QueueRow(
                    exception: exception.id, lane: .active, position: index + 1, atRisk: 100, tier: .a, terms: [])
            }, for: rotation)
        try store.publish(turn)
        return opened.map(\.id)
    }

    private static func summary(_ id: RotationID, _ asOf: Instant, _ currency: Currency) -> String {
        """
        {"asOf":"\(asOf)","atRisk":900,"currency":"\(currency.code)","horizonDays":30,"listings":50,"open":7,\
        "queueDigest":"","rotation":{"number":\(id.number)},"selfCleared":0,"skipped":0,"stated":0,"unpriced":{},\
        "verified":0,"workflows":[]}
        """
    }
}
