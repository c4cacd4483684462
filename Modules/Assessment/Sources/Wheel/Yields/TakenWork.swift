import FlywheelKit

/// The work that people took on, in the orders it is looked at in. Putting a year's problems in order is what their yields cost,
/// so it is done once for all of them.
struct TakenWork {
    /// A problem that a person took on some time after it was found.
    struct Claim {
        var at: Instant
        /// When it was found.
        var found: Instant
        var id: Int64
        /// Who took it.
        var worker: Int?
        /// How many turns had been by then.
        var turn: Int
        /// Where it stood among how many that waited; 0 of 0 where that is not known.
        var place: Int32
        var waiting: Int32
        /// Rows that waited then and were taken on at some time, with this one; those of a group count as one.
        var choice = 0

        /// Whether both were taken with one group: a claim of it names its place for each of its rows.
        func isTaken(with other: Claim) -> Bool {
            at == other.at && worker == other.worker && place > 0 && place == other.place && waiting == other.waiting
        }
    }

    /// When each was found, in order.
    private(set) var came: [Instant] = []
    /// When each was taken on, in order.
    private(set) var gone: [Instant] = []
    /// Claims by people, of a group's rows the first. Those since one turn that name a queue of one length stand together, in
    /// their order.
    private(set) var claims: [Claim] = []

    init(of history: WorkHistory) {
        let turns = history.turns.map(\.at)
        for problem in history.problems {
            guard let at = problem.claimed else { continue }
            came.append(problem.detected)
            gone.append(at)
            // What a rule gives away in the moment it is found is nobody's choice.
            guard at > problem.detected else { continue }
            let rank = problem.rankAtClaim.flatMap { $0.place >= 1 && $0.place <= $0.waiting ? $0 : nil }
            claims.append(
                Claim(
                    at: at, found: problem.detected, id: problem.id, worker: problem.worker,
                    turn: turns.prefixCount { $0 <= at }, place: rank?.place ?? 0, waiting: rank?.waiting ?? 0))
        }
        came.sort()
        gone.sort()
        claims.sort { ($0.turn, $0.waiting, $0.at, $0.place, $0.id) < ($1.turn, $1.waiting, $1.at, $1.place, $1.id) }
        let others = claims.leaveOneOfEachGroup()
        let (othersCame, othersGone) = (others.map(\.found).sorted(), others.map(\.at).sorted())
        for place in claims.indices {
            let at = claims[place].at
            let waiting = came.prefixCount { $0 <= at } - gone.prefixCount { $0 < at }
            claims[place].choice =
                waiting - othersCame.prefixCount { $0 <= at } + othersGone.prefixCount { $0 < at }
        }
    }
}

extension [TakenWork.Claim] {
    /// Leaves the first claim of each group's rows, which stand together, and returns the others.
    fileprivate mutating func leaveOneOfEachGroup() -> [TakenWork.Claim] {
        var (kept, others) = ([TakenWork.Claim](), [TakenWork.Claim]())
        for claim in self {
            if let last = kept.last, claim.isTaken(with: last) {
                others.append(claim)
            } else {
                kept.append(claim)
            }
        }
        self = kept
        return others
    }
}
