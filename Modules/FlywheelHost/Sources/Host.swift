import Calendars
public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore

/// A store, the installed workflows and a configuration put together: everything a door (command line, server) needs.
public struct Host: Sendable {
    /// What is kept.
    public let store: any Store
    /// The workflows that take part, in running order: of those installed the ones that the configuration names.
    public let plan: Plan
    /// Every feed that can be imported: of workflows that are left out as well, so that theirs are there on the day they come in.
    public let feeds: [Feed]
    /// What the host was told.
    public let configuration: Configuration
    /// The system's time zones.
    public let zones: ZoneFiles
    /// What takes in files that are no tables of facts; the first that recognises a file takes it.
    public let intakes: [any FileIntake]

    /// Puts a host together. Throws a ``FlywheelRuntime/PlanError`` for workflows that cannot work together, and a
    /// ``ConfigurationError`` for a configuration that names workflows or kinds which are not installed.
    public init(
        store: any Store, stages: [InstalledStage], configuration: Configuration, zones: ZoneFiles,
        intakes: [any FileIntake] = []
    ) throws {
        self.store = store
        let stages = try configuration.check(against: stages)
        plan = try Plan(stages.filter { configuration.workflows?.contains($0.manifest.id) ?? true })
        feeds = Self.feeds(of: try Plan(stages))
        self.configuration = configuration
        self.zones = zones
        self.intakes = intakes
    }

    /// What the installed workflows are.
    public var manifests: [StageManifest] { plan.stages.map(\.manifest) }

    /// Every feed that a host with these workflows can import: the kit's own, and those that the workflows bring.
    public static func feeds(of plan: Plan) -> [Feed] {
        Feed.ofTheKit + plan.feeds.filter { feed in !Feed.ofTheKit.contains { $0.key == feed.key } }
    }

    /// Turns the wheel.
    ///
    /// - Parameters:
    ///   - knownAt: looks only at imports that had come in by then; at all of them when left out.
    ///   - settings: the configuration's where left out.
    ///   - progress: told what is being done, for people who wait.
    public func rotate(
        asOf: Instant, knownAt: Instant? = nil, settings: RotationSettings? = nil,
        progress: (String) -> Void = { _ in }
    ) throws -> RotationSummary {
        var settings = settings ?? configuration.rotation
        settings.knownAt = knownAt ?? settings.knownAt
        return try Rotation(
            store: store, plan: plan, policy: configuration.policy, zones: runtimeZones, settings: settings
        ).run(asOf: asOf, progress: progress)
    }

    /// Measures what each signal changes, by looking at a sample of the facts without it; nothing is published.
    public func measureLinks(asOf: Instant) throws -> [MeasuredLink] {
        try LinkProbe(store: store, plan: plan, zones: runtimeZones, settings: configuration.rotation)
            .measure(asOf: asOf)
    }

    /// The work of one person at one moment.
    public func workbench(_ actor: Actor, now: Instant) -> Workbench {
        Workbench(store, plan: plan, actor: actor, now: now)
    }

    /// What measures how much the installed workflows do for each other.
    public var linkProbe: LinkProbe {
        LinkProbe(store: store, plan: plan, zones: runtimeZones, settings: configuration.rotation)
    }

    /// Revenue at risk held against what came, with sales as they are known at a moment.
    ///
    /// - Parameter currency: that of the amounts; terms in others are left out.
    public func backtest(asOf: Instant, currency: Currency) throws -> RiskBacktest {
        try RiskBacktest(store, currency: currency, asOf: asOf, zones: runtimeZones)
    }

    /// How fresh each feed is that somebody ever imported, by owner.
    public func freshness(asOf: Instant) throws(StoreError) -> [FeedAge] {
        FeedLedger(try store.imports(), asOf: asOf).ages(of: feeds, for: manifests)
    }

    /// The zones as the runtime asks for them.
    public var runtimeZones: Zones { Zones(home: home) { [zones] in zones.zone($0) } }

    /// Where days begin of which no marketplace says it: a shop of one's own keeps those of the people who run it.
    var home: TimeZoneTable { configuration.policy.calendar.zone }
}
