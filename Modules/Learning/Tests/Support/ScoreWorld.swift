import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelRuntime
import FlywheelStore

@testable import Learning

/// Finds listings whose units at hand reach a threshold: a stage whose only knob decides what it finds.
struct ScoreStage: FlywheelStage {
    struct Knobs: StageKnobs {
        var least = 40.0
        static let tunable = [Knob<Knobs>("least", \.least, in: 10...100, looser: .lower, unit: .units)]
    }

    struct Evidence: Hashable, Codable {
        var units: Int
    }

    static let full = FindingKind("full", title: "too full", effortHours: 0.5, lastsDays: 10)
    static let manifest = StageManifest(
        id: "score", title: "Score", inputs: [Stock.feed.deciding(Stock.fulfillable)], kinds: [full],
        rootCauses: [RootCause("late", "It was late.")], writes: [.detect, .exposure, .tune])

    let knobs: Knobs

    init(knobs: Knobs, model: NoModel) { self.knobs = knobs }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        for row in chunk.rows {
            guard let units = chunk[Stock.fulfillable][row] else {
                findings.cannotTell(at: row)
                continue
            }
            if Double(units) >= knobs.least { findings.report(Self.full, at: row, Evidence(units: units)) }
        }
    }

    func exposure(of evidence: Evidence) -> Exposure { Exposure(.dailyShare([0.5])) }

    static func tune(_ knobs: Knobs, from record: TrackRecord) -> Proposal<Knobs>? {
        record.total > 0 ? Proposal(Knobs(least: 48), because: "less in vain") : nil
    }
}

/// A desk that lives week by week: every week has listings of its own, dear ones with a real problem and cheap ones with a
/// false alarm.
struct ScoreWorld {
    static let start = Instant(seconds: 1_795_176_000)
    static let weeks = 20
    static let real = (count: 4, units: 80)
    static let noise = (count: 4, units: 45)

    let store: any Store = MemoryStore()
    var plan: Plan
    var settings = RotationSettings(currency: Currency("USD"))

    init() throws {
        plan = try Plan([InstalledStage(ScoreStage.self)])
        settings.review.share = 1
        let codes = (0..<Self.weeks).flatMap(Self.codes)
        let dollar = Currency("USD")
        try keep(
            Catalog.feed, codes: codes, at: Self.start.advanced(byDays: -1),
            columns: [
                "title": .texts(Values(codes.map(Optional.init))),
                "price": .moneys(
                    Values(
                        codes.map { code in dollar.map { Money(minorUnits: code.hasPrefix("R") ? 20_000 : 100, $0) } })),
            ])
        let today = Self.start.utcDay
        for back in 1...30 {
            let day = today.advanced(by: -back)
            let from = Instant(seconds: Int64(day.epochDays) * 86_400)
            try keep(
                DailySales.feed, codes: codes, at: from.advanced(byDays: 1),
                columns: [
                    "day": .days(Values(codes.map { _ in day })), "units": .integers(Values(codes.map { _ in 2 })),
                ], covers: ImportSummary.Span(from: from, to: from.advanced(bySeconds: 86_399)))
        }
    }

    static func codes(of week: Int) -> [String] {
        (0..<real.count).map { "R\(week)-\($0)" } + (0..<noise.count).map { "N\(week)-\($0)" }
    }

    static func moment(_ week: Int) -> Instant { start.advanced(byDays: 7 * Double(week)) }

    private func keep(
        _ feed: Feed, codes: [String], at: Instant, columns: [String: ColumnData], covers: ImportSummary.Span? = nil
    ) throws {
        let draft = ImportDraft(
            fileName: "\(feed.title).csv", digest: "\(feed.key.text) \(at)", format: "csv", feed: feed.key.text,
            subject: feed.subject, account: "acme", marketplace: "ATVPDKIKX0DER", effectiveAt: at, receivedAt: at)
        let id = try store.beginImport(draft, by: .flywheel)
        try store.stage(
            FactRows(codes: codes, products: Values(codes.map { _ in nil as String? }), columns: columns), for: id)
        var summary = ImportSummary()
        summary.kept = codes.count
        summary.subjects = codes.count
        summary.isComplete = true
        summary.covers = covers
        try store.finishImport(id, as: .kept, summary)
    }

    func desk(_ name: String = "ann", at now: Instant) -> ThresholdDesk {
        ThresholdDesk(
            store, plan: plan, zones: Zones { _ in nil }, rotation: settings, actor: Actor(.person, name), now: now)
    }

    /// Brings the week's file and turns the wheel, as a host does.
    @discardableResult
    func turn(_ week: Int) throws -> [KeptProposal] {
        let now = Self.moment(week)
        let all = (0..<Self.weeks).flatMap(Self.codes)
        let own = Set(Self.codes(of: week))
        try keep(
            Stock.feed, codes: all, at: now.advanced(byDays: -0.1),
            columns: [
                "fulfillable": .integers(
                    Values(
                        all.map { code in
                            own.contains(code) ? (code.hasPrefix("R") ? Self.real.units : Self.noise.units) : 0
                        }))
            ])
        return try look(week)
    }

    /// Turns the wheel from a week's moment.
    @discardableResult
    func look(_ week: Int) throws -> [KeptProposal] {
        let now = Self.moment(week)
        let desk = desk(at: now)
        let last = try store.currentRotation().map { try CanonicalJSON.value(RotationSummary.self, from: $0.summary) }
        let summary = try Rotation(
            store: store, plan: plan, policy: WorkPolicy(calendar: .alwaysOpen), zones: Zones { _ in nil },
            settings: try desk.turning(settings)
        ).run(asOf: now)
        return try desk.turned(summary, after: last)
    }

    /// Says of everything open, and of what waits to be judged, what it is.
    func work(_ week: Int) throws {
        let now = Self.moment(week).advanced(byDays: 0.1)
        let bench = Workbench(store, plan: plan, actor: Actor(.person, "ann"), now: now)
        for exception in try store.unfinishedExceptions() where exception.state.isOpen {
            if exception.fingerprint.subject.code.hasPrefix("R") {
                try bench.close(exception.id, rootCause: "late")
            } else {
                try bench.dismiss(exception.id, as: .noise)
            }
        }
        let review = ReviewDesk(store, actor: Actor(.person, "bo"), now: now)
        for (record, body) in try review.candidates(.waiting) {
            let isReal = body.fingerprint.subject.code.hasPrefix("R")
            try review.judge(record.number, as: isReal ? .actionable : .noise)
        }
    }

    /// Lives through weeks.
    func live(_ weeks: Range<Int>) throws {
        for week in weeks {
            try turn(week)
            try work(week)
        }
    }

    /// Sets the knob, as a configuration does, or leaves it to what is learned.
    mutating func set(least: Double?) throws {
        let stage = InstalledStage(ScoreStage.self)
        plan = try Plan([least.flatMap { stage.setting(["least": .number($0)]) } ?? stage])
    }

    /// Where the knob stands.
    var value: Double { get throws { try desk(at: Self.start).knob("score.least").value } }
}
