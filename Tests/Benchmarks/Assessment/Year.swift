import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// A year of one seller's work, turn by turn, written through a store's own calls. All of it follows from the number of rows.
struct Year {
    static let days = 365
    static let start = Instant(seconds: 1_764_590_400)
    static let end = start.advanced(byDays: Double(days))

    private let rows: Int
    private var chance = SplitMix(seed: 2_026)
    private let dollar: Currency
    /// How many listings there are, each of which has had about five problems by the end.
    private let listings: Int

    init(rows: Int) throws {
        guard let dollar = Currency("USD") else { throw StoreError.failed("USD is no currency") }
        self.rows = rows
        self.dollar = dollar
        listings = max(1, rows / 5)
    }

    /// Opens and ends problems every day; what opens on a day ends within two weeks.
    func write(to store: any Store) throws {
        var year = self
        var waiting: [[ExceptionRecord]] = Array(repeating: [], count: Self.days + 15)
        for day in 0..<Self.days {
            let asOf = Self.start.advanced(byDays: Double(day + 1))
            let rotation = try store.beginRotation(asOf: asOf, currency: dollar)
            let count = rows * (day + 1) / Self.days - rows * day / Self.days
            let first = try store.reserveExceptions(count).number
            let opened = (0..<count).map { year.problem(first + Int64($0), rotation, asOf) }
            for batch in stride(from: 0, to: count, by: 4_096) {
                try store.stage(Array(opened[batch..<min(batch + 4_096, count)]), for: rotation)
            }
            var turn = Turn(
                RotationRecord(id: rotation, asOf: asOf, currency: dollar, summary: summary(rotation, asOf, count)))
            turn.events = opened.map { JournalEvent(.opened, $0.id.description, state: $0.state.rawValue) }
            for exception in waiting[day] { year.end(exception, at: asOf, in: &turn) }
            try store.publish(turn)
            for exception in opened { waiting[day + Int.random(in: 1...14, using: &year.chance)].append(exception) }
        }
        let left = waiting[Self.days...].flatMap(\.self)
        let rotation = try store.beginRotation(asOf: Self.end, currency: dollar)
        var turn = Turn(
            RotationRecord(id: rotation, asOf: Self.end, currency: dollar, summary: summary(rotation, Self.end, 0)))
        for exception in left { year.end(exception, at: Self.end, in: &turn) }
        try store.publish(turn)
    }

    private static let kinds = ["hidden", "stockout", "price-gap", "late-orders", "forecast-miss"]
    private static let people = ["ada", "ben", "cleo", "dora", "emil"]
    private static let causes = ["missing-attribute", "image", "policy", "supplier-late", "price-error", "unknown"]

    private mutating func problem(_ id: Int64, _ rotation: RotationID, _ asOf: Instant) -> ExceptionRecord {
        let kind = Int.random(in: 0..<Self.kinds.count, using: &chance)
        let listing = Int.random(in: 0..<listings, using: &chance)
        var exception = ExceptionRecord(
            id: ExceptionID(id),
            fingerprint: Fingerprint(
                workflow: Self.workflows[kind % Self.workflows.count], kind: Self.kinds[kind],
                subject: Subject(
                    .listing, account: listing % 3 == 0 ? "south" : "north", marketplace: "ATVPDKIKX0DER",
                    code: "SKU-\(listing)"), discriminator: kind == 0 ? "image" : ""), state: .active,
            onset: asOf.advanced(byDays: -Double.random(in: 0...3, using: &chance)), detected: asOf, opened: rotation,
            evidence: "{}", exposure: .none, model: "")
        exception.due = asOf.advanced(byDays: 2)
        return exception
    }

    private mutating func end(_ exception: ExceptionRecord, at asOf: Instant, in turn: inout Turn) {
        var after = exception
        let isClosed = Double.random(in: 0..<1, using: &chance) < 0.7
        let person = Self.people[Int.random(in: 0..<Self.people.count, using: &chance)]
        let cause = Self.causes[Int.random(in: 0..<Self.causes.count, using: &chance)]
        after.state = isClosed ? .verified : .cleared
        var work = OutcomeWork(source: .stage, isOnsetKnown: true)
        work.tier = Tier.allCases[Int.random(in: 0..<3, using: &chance)]
        work.atRiskAtOpen = Money(minorUnits: Int64.random(in: 100...900_000, using: &chance), dollar)
        work.atRiskAtEnd = Money(minorUnits: Int64.random(in: 100...900_000, using: &chance), dollar)
        work.due = exception.due
        work.isRouted = true
        if isClosed {
            work.firstClaimed = exception.detected.advanced(byDays: 0.3)
            work.worker = person
            work.closer = person
            work.rankAtClaim = QueueRank(Int.random(in: 1...40, using: &chance), of: 168)
            work.touches = Int.random(in: 2...6, using: &chance)
            work.touchSeconds = Int.random(in: 60...3_000, using: &chance)
            (work.steps, work.stepsDone, work.hasOpenedPlaybook) = (4, 4, true)
        }
        turn.changes.append((after, 1))
        turn.events.append(
            JournalEvent(isClosed ? .verified : .cleared, after.id.description, state: after.state.rawValue))
        turn.outcomes.append(
            OutcomeRecord(
                exception: exception.id, fingerprint: exception.fingerprint, exposure: .none,
                verdict: isClosed ? .actionable : .selfCleared, rootCause: isClosed ? cause : nil,
                isVerified: isClosed ? true : nil, onset: exception.onset ?? exception.detected,
                detected: exception.detected, claimed: work.firstClaimed, ended: asOf,
                verified: isClosed ? asOf : nil, termsAtOpen: Self.terms, termsAtEnd: Self.terms, work: work))
    }

    /// As long as the terms of a row on one listing are.
    private static let terms = [UInt8](repeating: 7, count: 300)

    private func summary(_ id: RotationID, _ asOf: Instant, _ open: Int) -> String {
        """
        {"asOf":"\(asOf)","atRisk":\(open * 4_000),"currency":"USD","horizonDays":30,"listings":\(listings),\
        "open":\(open * 7),"queueDigest":"","rotation":{"number":\(id.number)},"selfCleared":0,"skipped":0,"stated":0,\
        "unpriced":{},"verified":0,"workflows":[]}
        """
    }
}

extension Year {
    /// The workflows whose problems a year has.
    static let workflows = ["first", "second", "third"]
    /// They, installed; what they find is not looked for here.
    static let stages = [
        InstalledStage(QuietStage<First>.self), InstalledStage(QuietStage<Second>.self),
        InstalledStage(QuietStage<Third>.self),
    ]
}

/// The name of a workflow.
protocol WorkflowName: Sendable {
    static var id: String { get }
}

enum First: WorkflowName { static let id = "first" }
enum Second: WorkflowName { static let id = "second" }
enum Third: WorkflowName { static let id = "third" }

/// A workflow that finds nothing.
struct QuietStage<Name: WorkflowName>: FlywheelStage {
    struct Evidence: Hashable, Codable {}

    static var manifest: StageManifest {
        StageManifest(
            id: Name.id, title: Name.id, inputs: [SuppressedListings.feed.deciding(SuppressedListings.code)],
            kinds: [FindingKind("hidden", title: "hidden", effortHours: 0.5, lastsDays: 9)], rootCauses: [],
            writes: [.detect])
    }

    init(knobs: NoKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {}
}

/// A small generator whose whole sequence follows from its seed (Steele, Lea, Flood 2014, "SplitMix").
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
