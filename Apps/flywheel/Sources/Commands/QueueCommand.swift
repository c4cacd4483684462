import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Settings

/// `flywheel queue`.
struct QueueCommand: ListingCommand {
    static let examples = [
        "flywheel queue", "flywheel queue --marketplace US --tier A --workflow suppressions --limit 10",
        "flywheel queue --from exports/* --account northwind --marketplace US",
    ]
    static let configuration = CommandConfiguration.answering(
        "queue", "Lists the open problems, ranked by revenue at risk.", examples: examples,
        exits: [.done, .failed, .refused, .unknown, .usage],
        seeAlso: ["flywheel show", "flywheel export queue", "flywheel explain at-risk"])

    @Option(name: [.customShort("n"), .long], help: "Rows at most; on a terminal, of each lane.")
    var limit = 50

    @Option(help: ArgumentHelp("Where to go on, as an earlier answer says.", valueName: "cursor"), transform: cursor)
    var cursor: QueueCursor?

    @Option(help: "How a lane is ordered: at-risk, act-by, avoidable, oldest.")
    var order: QueueOrder = .atRisk

    @Option(
        help: ArgumentHelp("Only this workflow's.", valueName: "id"),
        completion: .list(workflows.map(\.manifest.id)), transform: workflow)
    var workflow: String?

    @OptionGroup var place: PlaceOptions

    @Option(
        help: "Only tier A, B or C.", completion: .list(Tier.allCases.map(\.rawValue)), transform: tier)
    var tier: Tier?

    @Option(
        help: ArgumentHelp("Only what this person answers for or has claimed.", valueName: "name"),
        completion: .custom { words, _, _ in Completions.owners(words) })
    var owner: String?

    @Flag(help: "Only what is yours.")
    var mine = false

    @Option(
        help: "Only predicted, active, not-fixed or snoozed; without it, all but snoozed.",
        completion: .list(QueueState.allCases.map(\.rawValue)), transform: state)
    var state: QueueState?

    @Option(
        help: "Only act-now, active, predicted or unpriced.", completion: .list(QueueRow.Lane.allCases.map(\.name)),
        transform: lane)
    var lane: QueueRow.Lane?

    @Option(
        help: ArgumentHelp("Only what stands beneath this exception.", valueName: "id"),
        completion: Completions.completion(of: ExceptionRecord.letter), transform: parent)
    var parent: ExceptionID?

    @Flag(help: "Also what stands beneath another row.")
    var all = false

    @Option(
        help: ArgumentHelp("Only what opened after this rotation.", valueName: "id"), transform: since)
    var since: RotationID?

    @Option(
        help: ArgumentHelp("Only what is due by then: now, today, a day or a moment.", valueName: "instant"),
        transform: DueBy.init(argument:))
    var actBy: DueBy?

    @Flag(help: "Only what nobody has claimed.")
    var unclaimed = false

    @Flag(help: "The same as --lane predicted.")
    var predicted = false

    @Flag(help: "The same as --lane unpriced.")
    var unpriced = false

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "Looks at these files alone, in memory, and keeps nothing; a folder stands for the files in it.",
            valueName: "files"))
    var from: [String] = []

    @OptionGroup(title: "What files leave out, with --from; --account and --marketplace then say whose they are")
    var writing: WritingOptions

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is \(limit), expected 1 or more") }
        let lanes = (lane == nil ? 0 : 1) + (predicted ? 1 : 0) + (unpriced ? 1 : 0)
        guard lanes <= 1 else { throw ValidationError("--lane, --predicted and --unpriced exclude each other") }
        if let cursor, let asked = askedLane, cursor.lane != asked {
            throw ValidationError(
                "--cursor \(cursor) goes on in lane \(cursor.lane.name), and what is asked for is lane \(asked.name)")
        }
        guard order == .atRisk || cursor == nil else {
            throw ValidationError("--cursor goes on as ranked, and --order \(order.rawValue) is another order")
        }
        guard !mine || owner == nil else { throw ValidationError("--mine and --owner exclude each other") }
        guard !from.isEmpty || writing.words.isEmpty else {
            throw ValidationError(
                "\(writing.words.dropFirst()) says what the files of --from leave out, expected --from FILES beside it")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let session = try Session(global, surroundings, for: from.isEmpty ? .reading : .trying)
        let source = StatedSource(account: place.account, marketplace: place.marketplace, writing: writing)
        let slips = try from.isEmpty ? [] : session.look(at: from, source)
        var filter = self.filter(in: session)
        filter.files = from
        filter.source = from.isEmpty ? "" : source.words
        var answer = try session.queue(
            filter, limit: limit, ofEachLane: global.format(for: surroundings.output) == .table, cursor: cursor,
            order: order)
        answer.warnings += slips
        return answer
    }

    /// Which rows the flags ask for.
    func filter(in session: Session) -> QueueFilter {
        var filter = QueueFilter(
            workflow: workflow, tier: tier, owner: mine ? session.actor.name : owner,
            lane: askedLane, state: state)
        filter.parent = parent
        filter.isUnfolded = all
        filter.since = since
        filter.actBy = actBy?.limit(on: session.clock)
        filter.isUnclaimed = unclaimed
        // Of files that are looked at, it says whose they are.
        if from.isEmpty { filter.place = place.filter }
        return filter
    }

    private var askedLane: QueueRow.Lane? { lane ?? (predicted ? .predicted : unpriced ? .unpriced : nil) }
}

extension Session {
    /// Rows of the newest queue.
    func queue(
        _ filter: QueueFilter, limit: Int, ofEachLane: Bool = false, cursor: QueueCursor? = nil,
        order: QueueOrder = .atRisk
    ) throws -> QueueAnswer {
        let (rotation, summary) = try currentRotation()
        try requireKnown(filter)
        if let cursor, !cursor.goesOn(in: rotation.id) { throw Diagnostic(cursor, newest: rotation.id) }
        let reader = QueueReader(
            host: host, rotation: rotation.id, now: now, filter: filter, cursor: cursor, order: order)
        let sections = try ofEachLane ? reader.sections(limitOfEach: limit) : reader.sections(limit: limit)
        let fresh = try host.freshness(asOf: rotation.asOf).count { feed in
            if case .fresh = feed.status { true } else { false }
        }
        let snoozed = try host.store.snoozed().filter { $0.exception.isSnoozed(at: now) }
        return QueueAnswer(
            rotation: rotation, summary: summary, now: now, open: try host.store.openCounts(), freshFeeds: fresh,
            filter: filter, sections: sections, order: order, matching: try reader.matching(),
            snoozed: Dictionary(grouping: snoozed, by: \.row.lane).mapValues(\.count), warnings: warnings(rotation))
    }

    /// That the queue is of a later moment than it is looked at from.
    private func warnings(_ rotation: RotationRecord) -> [String] {
        guard rotation.asOf > now else { return [] }
        return [
            "\(rotation.id) looked from \(rotation.asOf), later than \(now): this is its queue, since earlier ones are not kept"
        ]
    }

    /// Refuses what names something that is not there: an empty queue would say that nothing waits for work.
    private func requireKnown(_ filter: QueueFilter) throws {
        if let parent = filter.parent, try host.store.exception(parent) == nil { throw WorkError.unknown(parent) }
        if let since = filter.since, try !host.store.rotations().contains(where: { $0.id == since }) {
            throw StoreError.unknown("rotation \(since)")
        }
        try requireKnown(filter.place)
    }
}

extension Diagnostic {
    /// A place in a queue that another rotation's took the place of: what stood behind it may stand before it now.
    fileprivate init(_ cursor: QueueCursor, newest: RotationID) {
        let earlier = cursor.rotation.map(\.description) ?? ""
        self.init(
            "newer-queue", "\(cursor) goes on in the queue of \(earlier), and \(newest) has made another",
            help: "begin at its top: flywheel queue", exit: .refused)
    }
}

extension QueueCommand {
    private static func cursor(_ text: String) throws -> QueueCursor {
        guard let cursor = QueueCursor(text) else {
            throw ValidationError(
                "--cursor is \"\(text)\", expected one of an earlier answer, such as 40@R12 or predicted:3@R12")
        }
        return cursor
    }

    private static func parent(_ text: String) throws -> ExceptionID {
        guard let id = ExceptionID(text: text) else {
            throw ValidationError("--parent is \"\(text)\", expected an id such as X1042")
        }
        return id
    }

    private static func since(_ text: String) throws -> RotationID {
        guard let id = RotationID(text: text) else {
            throw ValidationError("--since is \"\(text)\", expected the id of a rotation such as R211")
        }
        return id
    }

    static func workflow(_ text: String) throws -> String {
        try choice(text, "--workflow", of: workflows.map { ($0.manifest.id, $0.manifest.id) })
    }

    static func tier(_ text: String) throws -> Tier {
        try choice(text, "--tier", of: Tier.allCases.map { ($0.rawValue, $0) })
    }

    private static func state(_ text: String) throws -> QueueState {
        try choice(text, "--state", of: QueueState.allCases.map { ($0.rawValue, $0) })
    }

    private static func lane(_ text: String) throws -> QueueRow.Lane {
        try choice(text, "--lane", of: QueueRow.Lane.allCases.map { ($0.name, $0) })
    }

    /// The value of that name, in any case; else the nearest is named.
    private static func choice<Value>(_ text: String, _ flag: String, of values: [(name: String, value: Value)]) throws
        -> Value
    {
        if let found = values.first(where: { $0.name.lowercased() == text.lowercased() }) { return found.value }
        let names = values.map(\.name)
        let near = text.count > 2 ? Nearest.word(to: text, of: names) : nil
        let nearest = near.map { "; did you mean \"\($0)\"?" } ?? ""
        throw ValidationError("\(flag) is \"\(text)\", expected \(names.joined(separator: ", "))\(nearest)")
    }
}

/// What `--act-by` says.
enum DueBy {
    case now, today
    case moment(String, Moment)

    init(argument: String) throws {
        switch argument.lowercased() {
        case "now": self = .now
        case "today": self = .today
        default: self = .moment(argument, try Moment(argument: argument))
        }
    }

    /// The moment that is meant, seen from a clock.
    func limit(on clock: WallClock) -> ActBy {
        switch self {
        case .now: .now(on: clock)
        case .today: .today(on: clock)
        case .moment(let text, let moment): ActBy(text: text, until: moment.instant(in: clock.zone))
        }
    }
}
