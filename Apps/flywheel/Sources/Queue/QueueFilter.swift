import FlywheelKit
import FlywheelStore

/// Which rows of the queue are asked for.
struct QueueFilter: Hashable {
    var workflow: String?
    var tier: Tier?
    var owner: String?
    /// The lane asked for; all when left out.
    var lane: QueueRow.Lane?
    /// The state asked for; all but snoozed ones when left out.
    var state: QueueState?

    /// The exception beneath which rows are asked for.
    var parent: ExceptionID?
    /// Whether rows that stand beneath another are listed with it.
    var isUnfolded = false
    /// Whether snoozed rows are listed among the others.
    var includesSnoozed = false

    /// The rotation after which rows opened that are asked for.
    var since: RotationID?
    /// The moment by which rows are due that are asked for.
    var actBy: ActBy?
    /// Whether only rows are asked for that nobody has claimed.
    var isUnclaimed = false
    /// Whose rows are asked for, and where.
    var place = PlaceFilter()

    /// The files that alone are looked at; none where a store is.
    var files: [String] = []
    /// What was said of the files besides, as it is typed.
    var source = ""

    /// Whether a row is asked for at a moment; the lane is chosen before.
    func admits(_ line: QueueLine, at now: Instant) -> Bool {
        let standing = QueueState(of: line, at: now)
        return (state.map { $0 == standing } ?? (includesSnoozed || standing != .snoozed)) && concerns(line)
    }

    /// Whether a row would be asked for, and is left out since nobody is to look at it yet.
    func putsOff(_ line: QueueLine, at now: Instant) -> Bool {
        state == nil && !includesSnoozed && line.isSnoozed(at: now) && (lane.map { $0 == line.row.lane } ?? true)
            && concerns(line)
    }

    /// Whether a row is asked for, wherever it stands.
    private func concerns(_ line: QueueLine) -> Bool {
        (workflow.map { $0 == line.family.workflow } ?? true) && place.admits(line.family) && mayAdmit(line.row)
            && (owner.map { $0 == line.responsible } ?? true)
            && (parent.map { $0 == line.parent } ?? true) && (since.map { $0 < line.opened } ?? true)
            && (actBy.map { limit in line.due.map { $0 <= limit.until } ?? false } ?? true)
            && (!isUnclaimed || line.claimedBy == nil)
    }

    /// Whether a row may be asked for, as far as its place says.
    func mayAdmit(_ row: QueueRow) -> Bool { tier.map { $0 == row.tier } ?? true }

    /// Whether rows of a lane may be left out.
    var isNarrow: Bool {
        workflow != nil || tier != nil || owner != nil || state != nil || parent != nil || since != nil || actBy != nil
            || isUnclaimed || place.isNarrow
    }

    /// Whether a row that stands beneath one that is shown is left out.
    var folds: Bool { parent == nil && !isUnfolded }

    /// What is asked for, in words; nothing when everything is.
    var words: [String] {
        [
            state.map(\.rawValue), workflow.map { "workflow \($0)" }, tier.map { "tier \($0.rawValue)" },
            owner.map { "of \($0)" }, lane.map { "lane \($0.name)" }, parent.map { "beneath \($0)" },
            since.map { "opened since \($0)" }, actBy.map { "due by \($0.text)" }, isUnclaimed ? "unclaimed" : nil,
        ].compactMap(\.self) + place.words
    }

    /// The command that asks for the same again, from where a lane goes on.
    func command(goingOnAt cursor: QueueCursor) -> String { command("--cursor \(cursor)") }

    /// The command that asks for the same with further flags.
    func command(_ further: String = "") -> String {
        let flags = [
            state.map { " --state \($0.rawValue)" }, workflow.map { " --workflow \($0)" },
            tier.map { " --tier \($0.rawValue)" },
            owner.map { " --owner \($0.shellWord)" }, lane.map { " --lane \($0.name)" },
            parent.map { " --parent \($0)" }, isUnfolded ? " --all" : nil, since.map { " --since \($0)" },
            actBy.map { " --act-by \($0.text)" }, isUnclaimed ? " --unclaimed" : nil, place.flags,
        ]
        let trial = files.isEmpty ? "" : " --from \(fileWords)"
        return "flywheel queue\(trial)\(flags.compactMap(\.self).joined())\(further.isEmpty ? "" : " " + further)"
            .visible
    }

    /// The files as they are typed; by a word for them where they are many.
    var fileWords: String {
        (files.count > 3 ? "FILES" : files.map(\.shellWord).joined(separator: " ")) + source
    }
}

extension QueueFilter: JSONRecord {
    static let members: Members<Self> = [
        "workflow": .value(\.workflow), "tier": .word(\.tier), "owner": .value(\.owner), "lane": .value(\.lane),
        "state": .word(\.state), "parent": .value(\.parent), "all": .value(\.isUnfolded),
        "since": .value(\.since), "actBy": .value(\.actBy?.until), "unclaimed": .value(\.isUnclaimed),
        "account": .value(\.place.account), "marketplace": .value(\.place.marketplace),
    ]
}

/// A moment by which rows are due, as it was asked for: `today`, which ends at midnight, `now`, or a moment of its own.
struct ActBy: Hashable {
    let text: String
    let until: Instant

    static func today(on clock: WallClock) -> ActBy {
        ActBy(text: "today", until: Moment.day(clock.today).instant(in: clock.zone))
    }

    static func now(on clock: WallClock) -> ActBy { ActBy(text: "now", until: clock.now) }
}

/// Where a row of the queue stands, as it is asked for.
enum QueueState: String, CaseIterable {
    case predicted, active
    case notFixed = "not-fixed"
    case snoozed

    /// A snooze hides every other state.
    init(of line: QueueLine, at now: Instant) {
        self =
            switch line.state {
            case _ where line.isSnoozed(at: now): .snoozed
            case .predicted: .predicted
            case .notFixed: .notFixed
            default: .active
            }
    }
}
