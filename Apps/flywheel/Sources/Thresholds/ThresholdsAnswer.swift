import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Thresholds

/// What `thresholds` prints: every number that steers detection, where it stands, and what is proposed of it.
struct ThresholdsAnswer: DocumentedAnswer {
    let knobs: [KnobStanding]
    let asOf: Instant

    let listKey: String? = "items"

    static let document = Document("thresholds", "Every number that steers detection.", members)

    static let members: Members<Self> = ["asOf": .value(\.asOf), "items": .value(\.knobs)]

    func text(on page: Page) -> [String] {
        let moved = knobs.count { !$0.knob.isSet && ($0.changes > 0 || $0.value != $0.knob.initial) }
        let waiting = knobs.compactMap(\.current)
        let set = knobs.count(where: \.knob.isSet)
        let head =
            "\(Numbers.count(knobs.count, "knob")), \(moved) moved so far; \(waiting.count) under way"
            + (set == 0 ? "" : "; \(set) set by flywheel.yaml")
        let table = Table(
            columns: [
                .init("KNOB"), .init("VALUE", isRight: true), .init("RANGE", least: 12),
                .init("MOVED", isRight: true), .init("PROPOSAL", least: 8),
            ],
            rows: knobs.map { standing in
                [
                    Table.Cell(standing.name, .bold), Table.Cell(standing.value.plain),
                    Table.Cell("\(standing.knob.range.lowerBound.plain) to \(standing.knob.range.upperBound.plain)"),
                    Table.Cell(standing.moved),
                    Table.Cell(
                        standing.current.map {
                            "\($0.record.id) to \($0.proposal.to.plain), \($0.proposal.state.words)"
                        }
                            ?? "-"),
                ]
            })
        let ready = waiting.first { $0.proposal.state == .awaitingApproval }
        return [head, ""] + table.lines(on: page)
            + page.next(ready.map { "flywheel thresholds approve \($0.record.id)" } ?? "flywheel thresholds propose")
    }
}

extension KnobStanding: JSONRecord {
    /// How often it was moved, and stayed where it was moved to or not.
    var changes: Int { proposals.count { $0.proposal.decision != nil } }

    /// That in a cell; from where, if it stands elsewhere than at first and no proposal moved it.
    fileprivate var moved: String {
        guard !knob.isSet else { return "set" }
        guard changes == 0 else { return "\(changes)" }
        return value == knob.initial ? "-" : "from \(knob.initial.plain)"
    }

    static let members: Members<Self> = [
        "knob": .value(\.name), "value": .value(\.value), "least": .value(\.knob.range.lowerBound),
        "most": .value(\.knob.range.upperBound),
        "looser": .word(of: ["higher", "lower"]) { $0.knob.isLooserHigher ? "higher" : "lower" },
        "unit": .value(\.knob.unit.rawValue), "about": .value { $0.knob.about.isEmpty ? nil : $0.knob.about },
        "initial": .value(\.knob.initial), "isSet": .value(\.knob.isSet), "changes": .value(\.changes),
        "proposal": .value(\.current?.record.id), "state": .value(\.current?.proposal.state.rawValue),
    ]
}

/// What `thresholds show` prints: one knob, its history, and what came of it week by week.
struct ThresholdAnswer: DocumentedAnswer {
    let standing: KnobStanding
    /// By week, oldest first: what was judged of its workflow, and how much of that was real.
    let weeks: [Week]
    let asOf: Instant

    let pipeColumns: [String]? = nil
    let columns = Week.columns
    var rows: [JSON] { weeks.map(\.json) }

    /// What was found and judged in one week.
    struct Week: JSONRecord {
        let from: Instant
        let judged: Int
        let real: Int
        let opened: Int

        static let members: Members<Self> = [
            "from": .value(\.from), "opened": .value(\.opened), "judged": .value(\.judged), "real": .value(\.real),
        ]
    }

    static let document = Document(
        "threshold", "One number that steers detection, with its history.", members)

    static let members: Members<Self> = [
        "asOf": .value(\.asOf), "knob": .value(\.standing), "proposals": .value(\.standing.proposals),
        "weeks": .value(\.weeks),
    ]

    func text(on page: Page) -> [String] {
        let knob = standing.knob
        var lines = [page.ink(standing.name.visible, .bold)]
        if !knob.about.isEmpty { lines += page.wrapped(knob.about.visible) }
        lines += [
            "\(standing.value.plain), from \(knob.range.lowerBound.plain) to \(knob.range.upperBound.plain);"
                + " \(knob.isLooserHigher ? "higher" : "lower") finds more; \(knob.initial.plain) at first"
        ]
        lines += (knob.isSet ? ["Set by flywheel.yaml: nothing else moves it"] : []) + [""]
        lines += standing.proposals.isEmpty ? ["Nothing was proposed of it yet"] : []
        for kept in standing.proposals { lines += kept.lines(on: page) }
        let table = Table(
            columns: [
                .init("WEEK FROM"), .init("OPENED", isRight: true), .init("JUDGED", isRight: true),
                .init("REAL", isRight: true), .init("PRECISION", isRight: true),
            ],
            rows: weeks.map { week in
                [
                    Table.Cell(page.clock.dated(week.from)), Table.Cell(Numbers.grouped(week.opened)),
                    Table.Cell(Numbers.grouped(week.judged)), Table.Cell(Numbers.grouped(week.real)),
                    Table.Cell(week.judged == 0 ? "-" : Numbers.percent(Double(week.real) / Double(week.judged))),
                ]
            })
        return lines + ["", "The workflow's alerts"] + table.lines(on: page)
            + page.next(knob.isSet ? "flywheel thresholds" : "flywheel thresholds propose \(standing.name)")
    }
}

extension Session {
    /// One knob with what came of its workflow's findings in the last twelve weeks.
    func threshold(_ name: String) throws -> ThresholdAnswer {
        let standing = try looping { try thresholds.knob(name) }
        // What was found in these weeks and has ended, ended in them.
        let outcomes = try host.store.outcomes(endedSince: now.advanced(byDays: -84))
            .filter { $0.fingerprint.workflow == standing.knob.workflow }
        let judgement = try WarningJudgement(outcomes, in: host.store, asOf: now)
        let open = try host.store.detections(of: standing.knob.workflow, since: now.advanced(byDays: -84))
        let weeks = (0..<12).map { week -> ThresholdAnswer.Week in
            let from = now.advanced(byDays: Double(week - 12) * 7)
            let until = from.advanced(byDays: 7)
            func isIn(_ instant: Instant) -> Bool { from < instant && instant <= until }
            let ended = outcomes.filter { isIn($0.ended) }
            let verdicts = ended.compactMap { judgement.verdict(of: $0.exception, said: $0.verdict) }
            let real = verdicts.count { $0 == .actionable || $0 == .known }
            let noise = verdicts.count { $0 == .noise || $0 == .didNotHappen }
            let opened = outcomes.count { isIn($0.detected) } + open.reduce(0) { $0 + (isIn($1.key) ? $1.value : 0) }
            return ThresholdAnswer.Week(from: from, judged: real + noise, real: real, opened: opened)
        }
        return ThresholdAnswer(standing: standing, weeks: weeks, asOf: now)
    }
}

extension InstalledStage {
    /// What people set of its knobs, each as `inventory.leadTimeDays 21`.
    var setKnobsInWords: [String] {
        setKnobs.sorted { $0.key < $1.key }.map { "\(manifest.id).\($0.key) \($0.value)" }
    }
}
