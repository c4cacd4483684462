public import FlywheelKit

/// A dispute as it stands at a moment: what was asked, brought, ruled, held and paid so far.
///
/// It follows from the moves in a case's log and from time: at a deadline the default of its rules happens, and a hold ends,
/// whether or not anybody looks. Moves are made through ``Case/dispute(_:at:by:)``.
public struct Dispute: Hashable, Sendable {
    /// Evidence, with the moment it was brought.
    public struct Exhibit: Hashable, Sendable {
        /// When it was brought.
        public let at: Instant
        /// What was brought.
        public let evidence: Evidence
    }

    /// A hold, with what became of it.
    public struct Escrow: Hashable, Sendable {
        /// What was held, and why.
        public let hold: EscrowHold
        /// When it began.
        public let since: Instant
        /// What was let go of it, oldest first; the last at its end where the deadline let it go.
        public internal(set) var releases: [Release]

        /// A part of a hold that was let go.
        public struct Release: Hashable, Sendable {
            /// When.
            public let at: Instant
            /// How much.
            public let amount: Money
            /// To whom.
            public let to: DisputeParty
            /// By what authority.
            public let authority: Authority
        }

        /// What is still held of it.
        public var held: Money {
            Money(
                minorUnits: hold.amount.minorUnits - releases.reduce(0) { $0 + $1.amount.minorUnits },
                hold.amount.currency)
        }
    }

    /// What it was opened with.
    public let terms: DisputeTerms
    /// When it was opened.
    public let opened: Instant
    /// Where it stands.
    public internal(set) var stage: DisputeStage
    /// Since when.
    public internal(set) var entered: Instant
    /// When the stage ends by itself, or is to end; `nil` where nothing says so.
    public internal(set) var deadline: Instant?
    /// The sum asked for; `nil` where it is not known.
    public internal(set) var amount: Money?
    /// What was brought, oldest first.
    public internal(set) var exhibits: [Exhibit] = []
    /// What was decided, oldest first; the last one stands.
    public internal(set) var rulings: [Ruling] = []
    /// How many of the exhibits the newest ruling rests on.
    var exhibitsRuledOn = 0
    /// How often it was appealed.
    public internal(set) var appeals = 0
    /// Who made the appeal that is being decided.
    public internal(set) var appellant: DisputeParty?
    /// What was held, oldest first.
    public internal(set) var escrows: [Escrow] = []
    /// What was paid without having been held, oldest first.
    public internal(set) var payments: [Payment] = []
    /// The newest moment at which anything was done or noted.
    var touched: Instant

    /// A payment of the respondent to the claimant.
    public struct Payment: Hashable, Sendable {
        /// When.
        public let at: Instant
        /// How much.
        public let amount: Money
        /// The payment's number.
        public let reference: String
    }

    /// A dispute that begins now.
    init(_ terms: DisputeTerms, at now: Instant) throws(DisputeError) {
        if let problem = terms.rules.problems.first { throw .rules(terms.rules.name, problem) }
        if let amount = terms.amount, amount.minorUnits <= 0 { throw .notPositive(amount) }
        if let deadline = terms.deadline, deadline <= now { throw .deadlinePassed(deadline) }
        guard !terms.reason.isEmpty else { throw .missing("the reason") }
        self.terms = terms
        opened = now
        touched = now
        amount = terms.amount
        stage = terms.rules.first
        entered = now
        deadline = nil
        enter(terms.rules.first, at: now, deadline: terms.deadline)
    }

    /// The ruling that stands; `nil` while none does.
    public var ruling: Ruling? { stage.isPending ? nil : rulings.last }

    /// Whether its rules let nothing more be decided, and nothing is held: another one may be opened.
    public var isOver: Bool { stage == .closed && (held?.minorUnits ?? 0) == 0 }

    /// Whether nothing is left to do: it is over, and the claimant has had what was awarded.
    public var isSettled: Bool { isOver && owed == nil }

    /// Whether the desk's side has a part.
    public func isDesk(_ party: DisputeParty) -> Bool { terms.side(of: party) == terms.desk }

    /// Goes into a stage; a stated deadline goes before the rules'.
    mutating func enter(_ stage: DisputeStage, at now: Instant, deadline stated: Instant? = nil) {
        self.stage = stage
        entered = now
        let days: Int? =
            switch stage {
            case .decided: terms.rules.appeal?.days
            case .closed: nil
            default: terms.rules.rules(of: stage)?.days
            }
        deadline = stated ?? days.map { now.advanced(bySeconds: Int64($0) * 86_400) }
    }

    /// Takes a ruling; it can be appealed while anybody whom it went against may.
    mutating func rule(_ ruling: Ruling) {
        rulings.append(ruling)
        exhibitsRuledOn = exhibits.count
        appellant = nil
        enter(mayBeAppealed ? .decided : .closed, at: ruling.at)
    }

    /// Ends an appeal without another ruling: the one that was appealed stands.
    mutating func endAppeal(at now: Instant) {
        appellant = nil
        enter(.closed, at: now)
    }

    /// Whether somebody may appeal the newest ruling, as far as time allows.
    private var mayBeAppealed: Bool {
        guard let appeal = terms.rules.appeal, appeals < appeal.times, let ruling = rulings.last else { return false }
        return appeal.by.contains(where: ruling.isAgainst)
    }
}

extension Ruling {
    /// Whether it went against a party that did not make it itself: who gave in has nothing to appeal.
    public func isAgainst(_ party: DisputeParty) -> Bool { by != party && outcome.isAgainst(party) }
}

extension Ruling.Outcome {
    /// Whether a party got less than it asked for, or gave more than it wanted.
    public func isAgainst(_ party: DisputeParty) -> Bool {
        switch (self, party) {
        case (.denied, .claimant), (.upheld, .respondent), (.partly, .claimant), (.partly, .respondent): true
        default: false
        }
    }
}
