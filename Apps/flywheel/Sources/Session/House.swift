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
import Learning
import Outbox
import People
import Simulation

/// An open store with what the configuration says: what commands work in. A server keeps it open between them.
struct House: Sendable {
    private var furnishings: Furnishings
    /// The store itself, whoever looks.
    let wholeStore: any Store
    /// The accounts that exist in it.
    private(set) var scope = AccountScope.all
    /// What is known of the simulation that wrote the store; `nil` of a real one.
    let simulated: OpenedStore.Simulated?
    /// Reads the time.
    let now: @Sendable () -> Instant
    /// Lets rotations wait for one another: a store turns one at a time, and drops the one under way for the next.
    let turns = OneAtATime()
    private let paths: Paths

    /// Opens a store, and makes it only where the access says so.
    init(_ options: GlobalOptions, _ surroundings: Surroundings, for access: Session.Access) throws {
        paths = Paths(options, surroundings)
        let zones = ZoneFiles()
        _ = try options.asOf(in: try paths.readConfiguration(zones: zones), surroundings, for: access)
        if access == .creating {
            try paths.makeStoreFolder()
        } else if access == .reading || access == .writing, !paths.storeExists {
            throw paths.noStore
        }
        let store: any Store
        if access == .trying {
            let memory = MemoryStore(rowsPerChunk: nil)
            surroundings.opened.keep(memory)
            store = memory
        } else if access == .reading {
            store = try SQLiteStore(toRead: paths.store.path)
        } else {
            store = try SQLiteStore(path: paths.store.path)
        }
        wholeStore = store
        try surroundings.opened.look(at: store)
        simulated = surroundings.opened.simulated
        furnishings = Furnishings(
            try Furnishing(paths, zones: zones, store: store, isSimulated: simulated != nil))
        now = surroundings.clock.now
    }

    // MARK: What it goes by

    var host: Host { furnishings.current.host }
    /// What the desk of cases goes by.
    var rules: DeskRules { furnishings.current.rules }
    /// What maturity is judged by.
    var model: MaturityModel { furnishings.current.model }
    /// What thresholds are tuned by.
    var loop: LoopSettings { furnishings.current.loop }
    /// What metrics should be.
    var targets: MetricTargets { furnishings.current.targets }
    /// What is said in public.
    var commitments: CommitmentSettings { furnishings.current.commitments }
    /// What is written down for whoever asks.
    var articles: ArticleShelf { furnishings.current.articles }
    /// What leaves the house.
    var outbox: OutboxSettings { furnishings.current.outbox }
    /// What the wheel was judged by at the newest look.
    var histories: KeptHistories { furnishings.current.histories }

    /// Whether a rotation looked from a moment still to come, by a clock that was wrong: none follows it by itself.
    func isAhead(_ rotation: RotationRecord) -> Bool { simulated == nil && rotation.asOf > now() }

    /// The configuration's text as it lies there now, which somebody may have changed by hand.
    func configurationText() throws -> String { try paths.configurationText() }

    /// The house as another text of its configuration would have it. Throws a ``Diagnostic`` where that text means nothing.
    func proposing(_ text: String) throws -> House { try furnished(by: furnishing(of: paths.proposing(text))) }

    /// Writes the configuration, and goes by it from now on: everybody's next request does.
    ///
    /// - Parameters:
    ///   - change: the text in the place of the one that lies there now.
    ///   - record: writes down that it was changed; where it throws, the file is put back.
    func reconfigure(_ change: (String) throws -> String, record: () throws -> Void) throws {
        try furnishings.replace {
            let before = try paths.configurationText()
            let proposal = paths.proposing(try change(before))
            let next = try furnishing(of: proposal)
            try proposal.writeProposed()
            do { try record() } catch {
                try paths.proposing(before).writeProposed()
                throw error
            }
            return next
        }
    }

    private func furnishing(of paths: Paths) throws -> Furnishing {
        try Furnishing(paths, zones: host.zones, store: host.store, isSimulated: simulated != nil)
    }

    private func furnished(by furnishing: Furnishing) -> House {
        var house = self
        house.furnishings = Furnishings(furnishing)
        return house
    }

    // MARK: Who looks

    /// The house as somebody sees it: what belongs to accounts they may not know of does not exist in it. What it goes by stays
    /// the same for as long as they look.
    func seen(by viewer: Viewer?) throws -> House { try narrowed(to: viewer?.scope ?? .all) }

    /// The house in which no more accounts exist than these.
    func narrowed(to accounts: AccountScope) throws -> House {
        var house = furnished(by: furnishings.current)
        house.scope = scope.intersection(accounts)
        guard case .only(let names) = house.scope else { return house }
        house.furnishings = Furnishings(try furnishings.current.only(names, isSimulated: simulated != nil))
        return house
    }

    /// The accounts that exist for somebody, by the name that they sign in as; all for a name that nobody signs in as.
    func scope(ofPerson name: String) throws -> AccountScope {
        AccountScope(try wholeStore.person(named: name)?.accounts)
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

    /// The part of a command's list that a request asks for, where it is read in parts.
    func part(_ page: ListPage, of command: any AnsweringCommand, to request: WebRequest) throws -> JSON? {
        guard let command = command as? any PartedCommand,
            let part = try command.part(page, in: surroundings(of: request.viewer))
        else { return nil }
        return ListPage.document(document(of: part.answer).members, part.matching, next: part.next)
    }

    /// Days and hours as the calendar's zone has them.
    var clock: WallClock {
        WallClock(now: now(), zone: host.configuration.policy.calendar.zone, isExact: true)
    }
}
