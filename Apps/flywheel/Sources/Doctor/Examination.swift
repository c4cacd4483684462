import Assessment
import Calendars
import CaseDesk
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Outbox
import Settings
import Simulation

/// What `doctor` looks at, one part after the other; a part that fails is a finding and not the end.
struct Examination {
    let options: GlobalOptions
    let surroundings: Surroundings

    private var paths: Paths { Paths(options, surroundings) }

    func checks() -> [Check] {
        let zones = ZoneFiles()
        var checks: [Check] = []
        var configuration = Configuration()
        let place = paths.configuration.map { "\($0.path) (\($0.origin))" } ?? "none, the defaults hold"
        do {
            configuration = try paths.readConfiguration(zones: zones)
            try readDesks(zones)
            checks.append(.ok("configuration", place))
        } catch {
            checks.append(failed("configuration", error, configuration))
        }
        checks += settings(configuration)
        checks.append(loop())
        checks += serving()
        checks.append(zone(configuration, zones))
        guard paths.storeExists else {
            return checks + [
                .look(
                    "store", "there is none at \(paths.store.path) (\(paths.store.origin))",
                    help: "flywheel import FILES")
            ]
        }
        do {
            let schema = try SQLiteStore.schema(of: paths.store.path)
            // Who only looks brings nothing up to date, and a backup stays what it is.
            guard schema.pending.isEmpty || SQLiteStore.isBackup(paths.store.path) else {
                return checks + [older(schema)] + copies()
            }
            let store = try SQLiteStore(toRead: paths.store.path)
            try surroundings.opened.look(at: store)
            let simulated = surroundings.opened.simulated
            let host = try Host(
                store: store, stages: simulated == nil ? workflows : Simulation.workflows,
                configuration: simulated == nil ? configuration : configuration.ofSimulation, zones: zones)
            checks.append(
                .ok(
                    "store",
                    "\(paths.store.path) (\(paths.store.origin)) opens, its schema is this program's; "
                        + Numbers.bytes(SQLiteStore.bytes(of: paths.store.path))))
            if let refusal = store.refusal {
                let leave = "let whoever runs flywheel write the store and its folder"
                checks.append(failed("store", refusal, configuration, help: hasOwnWayOut(refusal) ? nil : leave))
            }
            checks += readers() + copies()
            checks += try integrity(store)
            checks += try Self.journal(of: store)
            checks += try learned(host)
            checks += try articles(in: store, zones, on: clock(configuration).today)
            checks += try OwnerChecks(configuration.policy, of: store).checks()
            checks.append(try rotation(host))
            // No file is waited for where a simulation wrote everything, and nobody is told of it.
            if simulated == nil {
                checks += try names(host, configuration) + feeds(host, configuration) + outbox(of: store, zones)
            }
        } catch {
            // The usual way on from a store that fails is this command.
            let other = "name another store with --store, or put back a copy"
            checks.append(failed("store", error, configuration, help: hasOwnWayOut(error) ? nil : other))
        }
        return checks
    }

    private func failed(
        _ name: String, _ error: any Error, _ configuration: Configuration, help: String? = nil
    ) -> Check {
        let diagnostic = Diagnostic(error, clock: clock(configuration))
        let place = diagnostic.place.map { "\($0): " } ?? ""
        return .look(name, place + diagnostic.sentence, help: help ?? diagnostic.help)
    }

    /// Whether what it is says what to do, wherever the store lies.
    private func hasOwnWayOut(_ error: any Error) -> Bool {
        switch error {
        case StoreError.noRoom, StoreError.backup: true
        default: false
        }
    }

    private func clock(_ configuration: Configuration) -> WallClock {
        let zone = configuration.policy.calendar.zone
        return WallClock(now: options.asOf(in: zone, surroundings), zone: zone)
    }

    // MARK: What was told

    /// Reads what is not looked at by itself, since one word that means nothing keeps every command from its work.
    private func readDesks(_ zones: ZoneFiles) throws {
        let desk = try paths.readDesk(zones: zones)
        _ = try paths.readAssessments()
        _ = try paths.readTargets()
        _ = try paths.readCommitments(beside: desk)
        _ = try paths.readArticles()
        _ = try paths.readOutbox(zones: zones)
    }

    private func settings(_ configuration: Configuration) -> [Check] {
        let actor =
            options.actor.map { ($0, "--as") } ?? configuration.actor.map { ($0, "configuration") }
            ?? (surroundings.userName, "the system's user")
        let rotation = configuration.rotation
        let takingPart = workflows.filter { configuration.workflows?.contains($0.manifest.id) ?? true }
        let currency =
            rotation.currency.map { "\($0) (configuration)" }
            ?? "the currency of the turn before, at first that of most listings"
        return [
            .ok("actor", "\(actor.0) (\(actor.1))"),
            .ok("totals", "in \(currency), \(Numbers.count(rotation.horizonDays, "day")) ahead"),
            .ok("workflows", takingPart.map(\.manifest.title).joined(separator: ", ")),
        ] + knobs(configuration)
    }

    /// What people set of what steers detection.
    private func knobs(_ configuration: Configuration) -> [Check] {
        // What is wrong with it was found before.
        let set = ((try? configuration.check(against: workflows)) ?? []).flatMap(\.setKnobsInWords)
        return set.isEmpty ? [] : [.ok("knobs", "set by flywheel.yaml: \(set.joined(separator: ", "))")]
    }

    /// What thresholds are tuned by.
    private func loop() -> Check {
        do { return .ok("loop", try paths.readLoop().words) } catch { return failed("loop", error, Configuration()) }
    }

    /// How a server would serve, and what says so.
    private func serving() -> [Check] {
        do {
            let settings = try paths.readServing(surroundings.environment)
            let words = settings.lines.map { "\($0.key.rawValue) \($0.value) (\($0.origin))" }
            return [.ok("serving", words.joined(separator: ", "))]
        } catch {
            return [failed("serving", error, Configuration())]
        }
    }

    private func zone(_ configuration: Configuration, _ zones: ZoneFiles) -> Check {
        let missing = Set(Marketplace.directory.map(\.zone)).filter { zones.zone($0) == nil }.sorted()
        guard missing.isEmpty else {
            return .look(
                "time zones", "no file for \(missing.joined(separator: ", ")): days there are taken as UTC",
                help: "install the system's zone database (Debian: apt-get install tzdata)")
        }
        return .ok(
            "time zones", "all files there; the desk's clock is \(configuration.policy.calendar.zone.identifier)")
    }

    // MARK: What is kept

    /// A store of an older program, which the next command that works in it brings up to date.
    private func older(_ schema: StoreSchema) -> Check {
        .look(
            "store",
            "\(paths.store.path) (\(paths.store.origin)) is of an older program, at \(schema.applied.last ?? "the beginning"); "
                + "this one takes \(Numbers.count(schema.pending.count, "step")) more, while nobody else has it open",
            help: "flywheel migrate")
    }

    /// What lies beside the store of its own past, and holds what was erased from it since.
    private func copies() -> [Check] {
        let copies = SQLiteStore.copies(beside: paths.store.path)
        guard !copies.isEmpty else { return [] }
        let now = surroundings.clock.now()
        let words = copies.map { $0.words(at: now) }.joined(separator: "; ")
        return [.ok("copies", "\(words): flywheel backup remove NAME --yes, where they are no longer needed")]
    }

    /// Names in the configuration that nothing in the store goes by.
    private func names(_ host: Host, _ configuration: Configuration) throws -> [Check] {
        let accounts = try host.store.imports().accounts
        let summary = try host.store.currentRotation().flatMap { try RotationSummary(of: $0) }
        let rates = (summary?.missingRates ?? [:]).sorted { $0.key < $1.key }
        let strangers = configuration.rotation.changes.liveAccounts.subtracting(accounts).sorted()
        return rates.map { reason, count in
            .look("rates", "\(reason): \(Numbers.count(count, "row")) without a sum", help: "flywheel explain unpriced")
        }
            + strangers.map { name in
                let near = Nearest.word(to: name, of: accounts.sorted()).map { "; did you mean \"\($0)\"?" } ?? ""
                return .look(
                    "changes", "live: names \"\(name)\", and no file is of that account\(near)",
                    help: "mend flywheel.yaml")
            }
    }

    /// Whoever else may read the store, as everybody may read those that older programs made.
    private func readers() -> [Check] {
        guard paths.isStoreForAll else { return [] }
        return [
            .look(
                "readers", "every user of this machine may read the store",
                help: "chmod o-rwx \(paths.store.path.shellWord)")
        ]
    }

    private func integrity(_ store: SQLiteStore) throws -> [Check] {
        let damage = try store.damage()
        if let first = damage.first {
            return [
                .look(
                    "file", "\(Numbers.count(damage.count, "fault")), the first: \(first)",
                    help: "put back a copy from before; the exports can be imported again")
            ]
        }
        let damaged = try store.damagedImports()
        return damaged.isEmpty ? [.ok("file", "whole")] : damaged.map { Self.check(ofDamaged: $0) }
    }

    /// An import whose facts are not what was written, which ends every rotation that reads them.
    static func check(ofDamaged id: ImportID) -> Check {
        .look(
            "file", "facts of \(id) are not what was written",
            help: "flywheel imports discard \(id) --yes, then import its file again")
    }

    /// Whether the journal's seals hold.
    static func journal(of store: some Store) throws(StoreError) -> [Check] {
        let faults = try store.journalFaults()
        let length = try store.journalLength()
        guard !faults.isEmpty else {
            return [.ok("journal", "\(Numbers.count(length, "entry", "entries")), every seal holds")]
        }
        return faults.map {
            .look("journal", "entry \($0.sequence): \($0.description)", help: "flywheel journal verify")
        }
    }

    /// What workflows cannot use of what is kept of them, since another version of them wrote it.
    private func learned(_ host: Host) throws -> [Check] {
        let states = try host.store.stageStates()
        return host.plan.stages.flatMap { stage in
            let state = states.first { $0.workflow == stage.manifest.id }
            return (state.map { stage.unread(in: $0) } ?? []).map { Self.check(of: stage.manifest.id, $0) }
        }
    }

    private static func check(of workflow: String, _ unread: UnreadState) -> Check {
        switch unread {
        case .model:
            .look(
                workflow, "what it learned cannot be read: the next rotation learns it anew", help: "flywheel rotate")
        case .knobs:
            .look(
                workflow, "its thresholds cannot be read: no rotation turns until they can",
                help: "put back the version that wrote them, or leave it out under workflows: in flywheel.yaml")
        case .formerKnob(let name):
            .look(workflow, "there is no threshold \(name) any more: what was set for it has no effect")
        }
    }

    /// What is wrong with articles, and what their owners did not look at again in time.
    private func articles(in store: some Store, _ zones: ZoneFiles, on day: Day) throws -> [Check] {
        // What is wrong in these parts of the configuration was found before.
        guard let shelf = try? paths.readArticles(), shelf.folder != nil, let desk = try? paths.readDesk(zones: zones)
        else { return [] }
        return try ArticleChecks(shelf.library(), on: day, intents: desk.knownIntents(in: store)).checks()
    }

    /// Subscriptions that nothing can reach.
    private func outbox(of store: some Store, _ zones: ZoneFiles) throws -> [Check] {
        // What is wrong in that part of the configuration was found before.
        guard let settings = try? paths.readOutbox(zones: zones) else { return [] }
        let couriers = Couriers(settings)
        return try store.subscriptions().compactMap { subscription in
            try couriers.obstacle(to: subscription, in: store).map { obstacle in
                .look(
                    subscription.id.description,
                    "nothing reaches \(subscription.shownTarget): \(obstacle.replacing("-", with: " "))",
                    help: "flywheel explain \(obstacle)")
            }
        }
    }

    private func rotation(_ host: Host) throws -> Check {
        guard let record = try host.store.currentRotation() else {
            return .look("rotation", "none yet", help: "flywheel rotate")
        }
        let finding = "\(record.id), as of \(clock(host.configuration).full(record.asOf))"
        guard record.asOf <= surroundings.clock.now() else {
            return .look(
                "rotation", "\(finding), which is still to come: no rotation is made until then",
                help: "where the system's clock is right: flywheel rotate --back-to-now")
        }
        return .ok("rotation", finding)
    }

    private func feeds(_ host: Host, _ configuration: Configuration) throws -> [Check] {
        let clock = clock(configuration)
        let waiting = try host.store.imports().filter { $0.state == .quarantined }
        let quarantine: Check =
            waiting.first.map {
                .look(
                    "quarantine", "\(Numbers.count(waiting.count, "import")) waiting for a person",
                    help: "flywheel imports show \($0.id)")
            } ?? .ok("quarantine", "empty")
        let ages = try host.freshness(asOf: clock.now)
        guard !ages.isEmpty else { return [quarantine, .look("feeds", "none yet", help: "flywheel import FILES")] }
        let isOfSeveral = Set(ages.map(\.account)).count > 1
        func called(_ feed: Feed, of account: String, on marketplace: String) -> String {
            let place = Marketplace.named(marketplace)?.name ?? marketplace
            return "\(feed.title) \(isOfSeveral ? "\(account), " : "")\(place)"
        }
        return [quarantine]
            + ages.map { feed in
                let name = called(feed.feed, of: feed.account, on: feed.marketplace)
                let age = feed.age(at: clock.now).map { "\($0) old, " } ?? ""
                if case .fresh = feed.status { return .ok(name, age + "fresh") }
                return .look(name, age + feed.stateCell.text, help: "flywheel import FILES")
            }
            + (ages.contains { $0.feed.key == People.feed.key }
                ? [] : [.ok(People.feed.title, "not there: \(People.feed.withoutIt); \(StaffedHours.advice)")])
            + (try host.absentInputs(asOf: clock.now)).map { input in
                let finding = "not there: \(input.assumed)"
                let name =
                    input.account.flatMap { account in
                        input.marketplace.map { called(input.feed, of: account, on: $0) }
                    } ?? input.feed.title
                return input.isWaitedFor ? .look(name, finding, help: "flywheel import FILES") : .ok(name, finding)
            }
    }
}
