import Assessment
import Calendars
import CaseDesk
import Commitments
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Outbox
import People
import Simulation

/// One run of a command that works on a store: the host, who acts, and the moment it is looked from.
struct Session {
    let host: Host
    let actor: Actor
    /// What the desk of cases goes by.
    let rules: DeskRules
    /// What maturity is judged by.
    let model: MaturityModel
    /// `--as-of`, else the clock.
    let now: Instant
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
    /// The versions of cases that who acts saw, where a form said so.
    let seen: [CaseID: Int]
    /// What is known of the simulation that wrote the store; `nil` of a real one.
    let simulated: OpenedStore.Simulated?
    /// Reads all lines of standard input.
    let inputLines: () -> [String]
    /// Tells people who wait what is being done.
    let progress: Progress

    /// What the wheel was judged by at the newest look, for all that look.
    let histories: KeptHistories
    /// What the person who acts may know of.
    let scope: AccountScope
    /// The store itself, whoever acts: for what is the house's own, and never to be shown to them as it is.
    let wholeStore: any Store
    /// The store as whoever acts may know of it, of which an account alone may be looked at: for what was decided of all.
    let loopStore: any Store
    /// Whether that is one account of those they may know of.
    let isOfOneAccount: Bool
    /// Whether the person who acts decides about the work of others.
    let leads: Bool
    /// Whether a server runs it, for a page or a program.
    let isServed: Bool

    /// What the person who acts can do.
    var workbench: Workbench { host.workbench(actor, now: now) }
    /// What the person who acts can do to cases.
    var cases: CaseWorkbench { CaseWorkbench(host.store, rules: rules, actor: actor, now: now, seen: seen) }
    /// Days and hours as people at the desk see them.
    var clock: WallClock {
        WallClock(now: now, zone: host.configuration.policy.calendar.zone, isExact: isServed)
    }

    /// What a command does to the store.
    enum Access {
        /// It looks, from any moment.
        case reading
        /// It changes what is there, and so cannot do it at a moment still to come.
        case writing
        /// It writes, and makes a store where there is none; any other would make an empty one of every mistyped path.
        case creating
        /// It works in memory, and leaves nothing.
        case trying
    }

    /// Works in what a server has open, else opens a store.
    ///
    /// - Parameter isForActor: whether what comes of it is to be read by the person who acts, so that only accounts count that
    ///   they may know of.
    init(
        _ options: GlobalOptions, _ surroundings: Surroundings, for access: Access = .reading, isForActor: Bool = false,
        account: String? = nil
    ) throws {
        var house = try surroundings.house ?? House(options, surroundings, for: access)
        let usual = surroundings.house == nil ? house.host.configuration.actor : nil
        let name = surroundings.viewer?.name ?? options.actor ?? usual ?? surroundings.userName
        if isForActor { house = try house.narrowed(to: house.scope(ofPerson: name)) }
        loopStore = house.host.store
        isOfOneAccount = account != nil
        if let account {
            try KnownPlaces(house.host.store).require(PlaceFilter(account: account, marketplace: nil))
            house = try house.narrowed(to: .only([account]))
        }
        let asked = try options.asOf(in: house.host.configuration, surroundings, for: access)
        host = house.host
        var rules = house.rules
        if let viewer = surroundings.viewer { rules.settings.hidesPersonalText = !viewer.may(.answer) }
        rules.roster = { [store = house.wholeStore] () throws(StoreError) in Roster(try store.people()) }
        rules.clock = surroundings.clock.now
        self.rules = rules
        model = house.model
        loop = house.loop
        targets = house.targets
        commitments = house.commitments
        articles = house.articles
        outbox = house.outbox
        histories = house.histories
        scope = house.scope
        wholeStore = house.wholeStore
        leads = surroundings.viewer?.may(.decide) ?? false
        seen = surroundings.seen
        isServed = surroundings.house != nil
        simulated = house.simulated
        now = options.asOf == nil ? simulated?.ends ?? asked : asked
        actor = Actor(.person, name)
        inputLines = surroundings.inputLines
        progress = options.progress(in: surroundings)
    }

    /// Refuses what only real stores are for.
    func requireReal(_ what: String) throws {
        guard let simulated else { return }
        throw Diagnostic(
            "simulated", "\(what) is for real data; a simulation wrote this store (seed \(simulated.seed))",
            notes: ["nothing was changed"], help: "name another store with --store", exit: .refused)
    }

    /// Refuses what concerns all accounts at once to whoever may know of some only, in the store's words for it.
    func requireAllAccounts(_ what: String) throws(StoreError) {
        guard case .only = scope else { return }
        throw .refused("\(what) concerns every account; it takes somebody who may know of all of them")
    }

    /// The newest published rotation and what it counted, of the accounts alone that somebody may know of where that is not all.
    func currentRotation() throws -> (record: RotationRecord, summary: RotationSummary) {
        guard let record = try host.store.currentRotation(), let summary = try RotationSummary(of: record) else {
            throw Diagnostic(
                "no-rotation", "nothing was looked at yet: there is no rotation",
                help: "flywheel rotate, after flywheel import FILES", exit: .failed)
        }
        return (record, summary)
    }
}

extension GlobalOptions {
    /// The moment to look from. Throws where something is to be changed at one that is still to come.
    func asOf(
        in configuration: Configuration, _ surroundings: Surroundings, for access: Session.Access
    ) throws(Diagnostic) -> Instant {
        let asked = asOf(in: configuration.policy.calendar.zone, surroundings)
        let wallClock = surroundings.clock.now()
        guard access == .reading || asked <= wallClock else {
            throw Diagnostic(
                "future", "--as-of is \(asked), expected no later than now, \(wallClock); nothing was changed",
                help: "leave --as-of out to act now", exit: .usage)
        }
        return asked
    }
}
