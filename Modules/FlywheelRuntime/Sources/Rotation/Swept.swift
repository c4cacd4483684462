import FlywheelKit
import FlywheelStore

/// What came of one chunk.
struct ChunkTurn: Sendable {
    let owner: FeedLedger.Owner
    let codes: Texts
    let kind: Subject.Kind
    let place: ChunkPlace
    /// What became of the exceptions on the chunk's rows.
    var changes: [(row: Int, change: Change)] = []
    var gates: [String: Gate] = [:]
    var signals = SignalPort()
    /// What the chunk's listings sell; `nil` for chunks of other kinds.
    var demand: ChunkDemand?

    /// Gives what opens the ids from `next` on, in the order of fingerprints.
    mutating func identify(_ next: inout Int64) {
        let opening = changes.indices.filter { changes[$0].change.isOpening }
            .map { (name: changes[$0].change.exception.fingerprint.text, place: $0) }
        for (_, place) in opening.sorted(by: { $0.name < $1.name }) {
            var exception = changes[place].change.exception
            exception.id = ExceptionID(next)
            changes[place].change = .opened(exception)
            next += 1
        }
    }

    /// Whether something on a row waits for work.
    var isOpen: [Bool] {
        changes.reduce(into: [Bool](repeating: false, count: codes.count)) { rows, entry in
            if entry.change.exception.state.isOpen { rows[entry.row] = true }
        }
    }
}

/// What the tiers need of a chunk of listings.
struct ListingTurn: Sendable {
    let demand: ChunkDemand
    let codes: Texts
    /// The day the oldest of a row's open exceptions was seen.
    let troubledSince: [Int: Day]

    init?(_ turn: ChunkTurn) {
        guard let demand = turn.demand else { return nil }
        self.demand = demand
        codes = turn.codes
        troubledSince = turn.changes.reduce(into: [:]) { days, entry in
            let exception = entry.change.exception
            guard exception.state.isOpen else { return }
            days[entry.row] = min(days[entry.row] ?? exception.detected.utcDay, exception.detected.utcDay)
        }
    }
}

/// What came of all chunks, in their order.
struct Swept {
    var turns: [ChunkTurn] = []
    /// What became of exceptions that no chunk holds.
    var orphans: [Change] = []
    private(set) var listings = 0
    /// By workflow: open when it could decide anywhere, else why it could not.
    private(set) var gates: [String: Gate] = [:]
    var withheld: [String: [String]] = [:]

    /// All changes, chunk by chunk, then those no chunk holds.
    var changes: [Change] { turns.flatMap { $0.changes.map(\.change) } + orphans }

    /// The exceptions that wait for work.
    var open: some Sequence<ExceptionRecord> { changes.lazy.map(\.exception).filter(\.state.isOpen) }

    mutating func add(_ turn: ChunkTurn) {
        turns.append(turn)
        if turn.kind == .listing { listings += turn.codes.count }
        for (workflow, gate) in turn.gates {
            switch gate {
            case .open: gates[workflow] = gate
            case .withheld(let why):
                let named = why.map {
                    "\($0) (\(turn.owner.account), \(Marketplace.named(turn.owner.marketplace)?.name ?? turn.owner.marketplace))"
                }
                withheld[workflow] = Set((withheld[workflow] ?? []) + named).sorted()
            }
        }
    }

    /// Decides more about each change: `turn` and `row` say where it stands, `nil` that no chunk holds it.
    mutating func mapChanges(_ transform: (Change, (turn: Int, row: Int)?) -> Change) {
        for turn in turns.indices {
            for place in turns[turn].changes.indices {
                let (row, change) = turns[turn].changes[place]
                turns[turn].changes[place].change = transform(change, (turn, row))
            }
        }
        orphans = orphans.map { transform($0, nil) }
    }
}
