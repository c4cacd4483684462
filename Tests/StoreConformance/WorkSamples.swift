import FlywheelKit
import FlywheelStore
import Testing

func fingerprint(_ code: String, _ kind: Subject.Kind = .listing) -> Fingerprint {
    Fingerprint(
        workflow: "suppressions", kind: "hidden",
        subject: Subject(kind, account: "north", marketplace: "ATVPDKIKX0DER", code: code), discriminator: "image")
}

/// One of each kind, so that all of them are kept somewhere.
let sampleExposures = [
    Exposure.none, Exposure(.dailyShare([0.25, 1]), probability: 0.5, begins: noon, deadline: noon, fixTakesDays: 1.5),
    Exposure(.dailyShare([1]), scope: .account, cures: ["out", "hidden"]), Exposure(.unknown("nobody knows")),
    Exposure(
        .atStake([StatedSum(Money(minorUnits: 7, Money.placeholder.currency), source: "a fee")], listing: "HB-204"),
        cures: ["blocked"]),
    Exposure(.stated(Money(minorUnits: -5, Money.placeholder.currency), source: "a refund"), scope: .product),
]

func outcome(of id: ExceptionID, _ verdict: Verdict = .actionable) -> OutcomeRecord {
    OutcomeRecord(
        exception: id, fingerprint: fingerprint("out"), exposure: .none, verdict: verdict, rootCause: "main-image",
        isVerified: true, onset: noon, detected: noon,
        claimed: noon, ended: noon.advanced(byDays: 1), verified: nil, termsAtOpen: [1], termsAtEnd: [1, 2],
        predicted: noon, cameTrue: noon.advanced(byDays: 0.5))
}

/// Everything that can be known of how an exception was worked on.
func work() throws -> OutcomeWork {
    var work = OutcomeWork(source: .person, isOnsetKnown: true)
    work.tier = .b
    work.atRiskAtOpen = Money(minorUnits: 12_345, try #require(Currency("EUR")))
    work.atRiskAtEnd = Money(minorUnits: -1, try #require(Currency("JPY")))
    work.due = noon.advanced(byDays: 2)
    work.firstClaimed = noon.advanced(byDays: 0.25)
    work.worker = "ada"
    work.closer = "ben"
    work.isRouted = false
    work.rankAtClaim = QueueRank(3, of: 168)
    work.touches = 5
    work.touchSeconds = 754
    work.hasOpenedPlaybook = true
    work.steps = 4
    work.stepsDone = 3
    work.stepsAutomatic = 1
    work.notFixed = 2
    work.refuted = noon.advanced(byDays: 0.75)
    work.orderArrives = noon.advanced(byDays: 3)
    work.repeatOf = ExceptionID(7)
    work.regressionOf = ExceptionID(8)
    work.prevention = 9
    return work
}

extension Turn {
    /// Notes a new state of an exception together with the event that the journal keeps of it.
    mutating func change(_ exception: ExceptionRecord, to state: ExceptionRecord.State, _ verb: JournalEvent.Verb) {
        var changed = exception
        changed.state = state
        changed.changed = rotation.id
        changes.append((changed, exception.version))
        events.append(JournalEvent(verb, exception.id.description, cause: "\(rotation.id)", state: state.rawValue))
    }
}

extension Bench {
    func begin(at: Instant = noon) throws -> Turn {
        let currency = try #require(Currency("USD"))
        let id = try store.beginRotation(asOf: at, currency: currency)
        return Turn(RotationRecord(id: id, asOf: at, currency: currency, summary: "{\"rotation\":\(id.number)}"))
    }

    /// Stages an exception for each fingerprint, all active, and notes that they opened.
    func stage(
        _ fingerprints: [Fingerprint], in turn: inout Turn, state: ExceptionRecord.State = .active
    ) throws -> [ExceptionID] {
        let first = try store.reserveExceptions(fingerprints.count).number
        let ids = fingerprints.indices.map { ExceptionID(first + Int64($0)) }
        try store.stage(
            zip(ids, fingerprints).map { id, fingerprint in
                var exception = ExceptionRecord(
                    id: id, fingerprint: fingerprint, state: state, onset: noon, detected: turn.rotation.asOf,
                    opened: turn.rotation.id, evidence: EvidenceText("{\"of\":\"\(fingerprint.subject.code)\"}"),
                    exposure: sampleExposures[Int(id.number) % sampleExposures.count], model: "")
                exception.termsAtOpen = Array("\(turn.rotation.id) \(id)".utf8)
                return exception
            }, for: turn.rotation.id)
        turn.events += ids.map {
            JournalEvent(.opened, $0.description, cause: "\(turn.rotation.id)", state: state.rawValue)
        }
        return ids
    }

    /// Stages these exceptions as the queue's active lane, in this order.
    func queue(_ ids: [ExceptionID], in turn: Turn, lane: QueueRow.Lane = .active) throws {
        let rows = ids.enumerated().map { index, id in
            QueueRow(
                exception: id, lane: lane, position: index + 1, atRisk: lane == .unpriced ? nil : 1_000 - Int64(index),
                tier: .a, terms: Array("\(turn.rotation.id) \(id)".utf8))
        }
        try store.stage(rows, for: turn.rotation.id)
    }

    /// Opens and queues an exception on each listing, in a rotation of its own.
    @discardableResult
    func open(_ codes: String...) throws -> [ExceptionID] {
        var turn = try begin()
        let earlier = try store.queue(.active, after: 0, limit: .max).map(\.exception.id)
        let ids = try stage(codes.map { fingerprint($0) }, in: &turn)
        try queue(earlier + ids, in: turn)
        try store.publish(turn)
        return ids
    }

    func exception(_ id: ExceptionID) throws -> ExceptionRecord { try #require(try store.exception(id)) }

    /// What a person does to an exception, decided on the version that is there now.
    func change(_ id: ExceptionID, to state: ExceptionRecord.State, _ verb: JournalEvent.Verb) throws {
        var exception = try exception(id)
        exception.state = state
        try store.change(
            exception, expecting: exception.version,
            event: JournalEvent(verb, id.description, state: state.rawValue), by: person, at: noon)
    }
}
