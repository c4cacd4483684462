/// What a stage sees in one row in one rotation. Without identity in time: the host reconciles it with exceptions.
public struct Finding<Evidence: Sendable>: Sendable {
    /// The row of the chunk.
    public let row: Int
    /// What kind of problem it is.
    public let kind: FindingKind
    /// Tells apart findings of one kind in one row: a code or an attribute's name, never localised text.
    public let discriminator: String
    /// What the problem may have been called when less was known of it.
    public let formerly: [String]
    /// When the problem began, where the facts say so; the host counts it from its first sight otherwise.
    public let onset: Instant?
    /// The first moment of what it was seen by, where that is past days; `nil` where it was seen as things are now.
    public let reachesBackTo: Instant?
    /// What it has in common with findings of other rows; `nil` where it stands by itself.
    public let group: FindingGroup?
    /// The numbers behind the claim.
    public let evidence: Evidence
}

extension Finding: Equatable where Evidence: Equatable {}

/// The findings of one chunk, those of each weight in the order they were reported.
public struct Findings<Evidence: Sendable>: Sendable {
    /// What was reported and opens an exception where none stands.
    public private(set) var all: [Finding<Evidence>] = []
    /// What was reported and keeps an exception open that stands; where none does, it is as if it had not been.
    public private(set) var keeping: [Finding<Evidence>] = []
    /// Rows of which the stage cannot say that nothing is wrong.
    public private(set) var undecided: Set<Int> = []
    /// Rows of which the stage cannot say that nothing of one kind is wrong, by the id of the kind.
    public private(set) var undecidedByKind: [String: Set<Int>] = [:]

    /// Nothing found yet.
    public init() {}

    /// Reports a row that needs work.
    ///
    /// - Parameters:
    ///   - kind: one of the kinds in the stage's manifest.
    ///   - row: the row of the chunk.
    ///   - discriminator: tells apart findings of this kind in this row; leave it out where there can be only one.
    ///   - formerly: discriminators of this kind that the problem may have had when less was known of it. What stands under
    ///     one of them, and is not reported itself, is taken for this problem and keeps its name.
    ///   - onset: when the problem began, where the facts say so.
    ///   - reach: the first moment of what it was seen by, where that is past days, such as what was sent back in eight weeks. It
    ///     holds what was so before a fix: it refutes no close that came after that moment, which waits until it does.
    ///   - group: what it has in common with findings of other rows.
    ///   - weight: what it is enough for.
    ///   - evidence: the numbers a person needs to check the claim.
    public mutating func report(
        _ kind: FindingKind, at row: Int, discriminator: String = "", formerly: [String] = [],
        since onset: Instant? = nil, reachingBackTo reach: Instant? = nil, in group: FindingGroup? = nil,
        weighing weight: FindingWeight = .opens,
        _ evidence: Evidence
    ) {
        let finding = Finding(
            row: row, kind: kind, discriminator: discriminator, formerly: formerly, onset: onset, reachesBackTo: reach,
            group: group, evidence: evidence)
        switch weight {
        case .opens: all.append(finding)
        case .keeps: keeping.append(finding)
        }
    }

    /// Says that too little is known of a row to tell: what is open there stays open, and nothing new opens.
    ///
    /// A row that a deciding ``FeedShape/snapshot`` feed does not mention is undecided without being reported.
    public mutating func cannotTell(at row: Int) { undecided.insert(row) }

    /// Says that too little is known of a row to tell about one kind of problem: what is open of that kind stays open, and
    /// nothing of it opens. Other kinds are judged as usual.
    public mutating func cannotTell(of kind: FindingKind, at row: Int) {
        undecidedByKind[kind.id, default: []].insert(row)
    }
}
