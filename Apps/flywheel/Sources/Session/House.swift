import Assessment
import Calendars
import CaseDesk
import Commitments
import FlywheelHost
import FlywheelKit
import FlywheelMemory
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import FlywheelWeb
import Outbox
import People
import Simulation

/// An open store with what the configuration says: what commands work in. A server keeps it open between them.
struct House: Sendable {
    private(set) var host: Host
    /// What the desk of cases goes by.
    let rules: DeskRules
    /// What maturity is judged by.
    let model: MaturityModel
    /// What metrics should be.
    let targets: MetricTargets
    /// What is said in public.
    let commitments: CommitmentSettings
    /// What leaves the house.
    let outbox: OutboxSettings
    /// What is known of the simulation that wrote the store; `nil` of a real one.
    let simulated: OpenedStore.Simulated?
    /// Reads the time.
    let now: @Sendable () -> Instant

    /// Opens a store, and makes it only where the access says so.
    init(_ options: GlobalOptions, _ surroundings: Surroundings, for access: Session.Access) throws {
        let paths = Paths(options, surroundings)
        let zones = ZoneFiles()
        let configuration = try paths.readConfiguration(zones: zones)
        _ = try options.asOf(in: configuration, surroundings, for: access)
        if access == .creating {
            try paths.makeStoreFolder()
        } else if access == .reading || access == .writing, !paths.storeExists {
            throw paths.noStore
        }
        let store: any Store = access == .trying ? MemoryStore() : try SQLiteStore(path: paths.store.path)
        try surroundings.opened.look(at: store)
        simulated = surroundings.opened.simulated
        let desk = try paths.readDesk(zones: zones)
        rules = DeskRules(desk)
        model = try paths.readAssessments().model
        targets = try paths.readTargets()
        commitments = try paths.readCommitments(beside: desk)
        outbox = try paths.readOutbox(zones: zones)
        host = try Host(
            store: store, stages: simulated == nil ? workflows : Simulation.workflows, configuration: configuration,
            zones: zones, intakes: [ConversationIntake(store: store, rules: rules)])
        now = surroundings.clock.now
    }

    /// The house as somebody sees it: what belongs to accounts they may not know of does not exist in it.
    func seen(by viewer: Viewer?) throws -> House {
        guard case .only(let accounts) = viewer?.scope else { return self }
        let store = ScopedStore(host.store, accounts: accounts)
        var house = self
        house.host = try Host(
            store: store, stages: simulated == nil ? workflows : Simulation.workflows,
            configuration: host.configuration, zones: host.zones,
            intakes: [ConversationIntake(store: store, rules: rules)])
        return house
    }

    /// The surroundings of a command that somebody runs by a request.
    func surroundings(of viewer: Viewer?) throws -> Surroundings {
        var surroundings = try seen(by: viewer).surroundings(acting: viewer?.name ?? "")
        surroundings.viewer = viewer
        return surroundings
    }

    /// The surroundings of a command that nobody types. It reads no input and writes nowhere: its answer is a value.
    func surroundings(acting name: String) -> Surroundings {
        let nowhere = Surroundings.Channel(isTerminal: false, width: nil) { _ in }
        return Surroundings(
            clock: Surroundings.Clock(now: now), environment: [:], userName: name, homeFolder: "", output: nowhere,
            errors: nowhere, inputLines: { [] }, house: self)
    }

    /// What a command answers to the one a request is from.
    ///
    /// - Parameter seen: the versions of cases that they decided on, where a form says so.
    func answer(
        _ command: some AnsweringCommand, to request: WebRequest, seen: [CaseID: Int] = [:]
    ) throws -> any Answer {
        var surroundings = try surroundings(of: request.viewer)
        surroundings.seen = seen
        return try command.answer(in: surroundings)
    }

    /// Days and hours as the calendar's zone has them.
    var clock: WallClock { WallClock(now: now(), zone: host.configuration.policy.calendar.zone) }
}
