import Assessment
import CaseDesk
import Commitments
import FlywheelHost
import FlywheelStore
import Learning
import Outbox
import Simulation
import Synchronization

/// What the configuration makes of a store: a host, and what its desks go by.
struct Furnishing: Sendable {
    private(set) var host: Host
    /// What the desk of cases goes by.
    let rules: DeskRules
    /// What maturity is judged by.
    let model: MaturityModel
    /// What thresholds are tuned by.
    let loop: LoopSettings
    /// What metrics should be.
    let targets: MetricTargets
    /// What is said in public.
    let commitments: CommitmentSettings
    /// What is written down for whoever asks.
    let articles: ArticleShelf
    /// What leaves the house.
    let outbox: OutboxSettings
    /// What the wheel was judged by at the newest look, by these workflows.
    let histories = KeptHistories()

    /// Reads the configuration, all of it: one that is wrong anywhere furnishes nothing.
    init(_ paths: Paths, zones: ZoneFiles, store: any Store, isSimulated: Bool) throws {
        let configuration = try paths.readConfiguration(zones: zones)
        let desk = try paths.readDesk(zones: zones)
        rules = DeskRules(desk)
        model = try paths.readAssessments().model
        loop = try paths.readLoop()
        targets = try paths.readTargets()
        commitments = try paths.readCommitments(beside: desk)
        articles = try paths.readArticles()
        outbox = try paths.readOutbox(zones: zones)
        host = try Self.host(over: store, configuration, zones, rules, isSimulated)
    }

    /// The same where no other accounts exist, in the store or in what the configuration says of each.
    func only(_ accounts: Set<String>, isSimulated: Bool) throws -> Furnishing {
        var furnishing = self
        furnishing.host = try Self.host(
            over: ScopedStore(host.store, accounts: accounts), host.configuration.only(accounts), host.zones, rules,
            isSimulated)
        return furnishing
    }

    private static func host(
        over store: any Store, _ configuration: Configuration, _ zones: ZoneFiles, _ rules: DeskRules,
        _ isSimulated: Bool
    ) throws -> Host {
        try Host(
            store: store, stages: isSimulated ? Simulation.workflows : workflows,
            configuration: isSimulated ? configuration.ofSimulation : configuration, zones: zones,
            intakes: [ConversationIntake(store: store, rules: rules)])
    }
}

extension Configuration {
    /// The same for what a simulation wrote: its workflows are invented, and go by numbers of their own.
    var ofSimulation: Configuration {
        var configuration = self
        configuration.knobs = KnobSettings()
        return configuration
    }
}

/// What a house goes by at the moment, in one place for all that look.
final class Furnishings: Sendable {
    private let kept: Mutex<Furnishing>
    /// One change at a time, from reading the file to having written it.
    private let turn = Mutex(())

    init(_ furnishing: Furnishing) { kept = Mutex(furnishing) }

    var current: Furnishing { kept.withLock { $0 } }

    /// Puts what a change makes in the place of what holds; where it throws, that stays.
    func replace(_ change: () throws -> Furnishing) throws {
        try turn.withLock { _ in
            let next = try change()
            kept.withLock { $0 = next }
        }
    }
}
