public import FlywheelKit

/// Why a move of a dispute was refused. A refused move changes nothing.
public enum DisputeError: Error, Hashable, Sendable {
    /// The case has no dispute, or none of that number.
    case noDispute
    /// The newest dispute is still going on, in that stage.
    case alreadyOpen(DisputeStage)
    /// The rules of that name cannot be followed.
    case rules(String, String)
    /// Something that has to be stated is empty.
    case missing(String)
    /// It is dated before what happened last.
    case backwards(Instant, after: Instant)
    /// A deadline that is stated is over already.
    case deadlinePassed(Instant)
    /// The rules have no such move for that party.
    case illegal(from: DisputeStage, to: DisputeStage, by: DisputeParty, allowed: [DisputeStageRules.Move])
    /// That party brings no evidence in that stage.
    case noEvidence(from: DisputeParty, DisputeStage)
    /// That party decides nothing in that stage.
    case mayNotDecide(DisputeParty, DisputeStage, allowed: [DisputeParty])
    /// A party that is not the reviewer can only give in.
    case onlyGivesIn(DisputeParty)
    /// Letting go is the claimant's, not a ruling.
    case rulesWithdrawal
    /// There is no ruling in that stage that could be appealed.
    case noAppeal(DisputeStage)
    /// The ruling did not go against who appeals, or the rules give them no appeal.
    case notTheirs(DisputeParty, Ruling.Outcome)
    /// An appeal takes evidence brought by who appeals after the ruling.
    case appealNeedsEvidence(DisputeParty)
    /// It cannot be done any more in that stage.
    case tooLate(String, DisputeStage)
    /// No ruling stands yet.
    case unruled(DisputeStage)
    /// It takes a decision of the desk.
    case needsDecision
    /// It is not the desk's to decide.
    case notTheDesks
    /// That decision stands for something already.
    case usedDecision(Int64)
    /// The decision is about something else than what it is to entitle to.
    case otherDecision(DeskDecision, DecisionType?, Money?)
    /// The amount at stake is not known, so nothing can be held against it.
    case unknownAmount
    /// A sum in another currency than the dispute's.
    case currency(Money, expected: Currency)
    /// A sum of nothing or less.
    case notPositive(Money)
    /// An award in part that is not less than all.
    case notPart(Money, of: Money)
    /// A sum is more than something allows.
    case exceeds(Money, limit: Money, String)
    /// A hold that ends at once, or later than the rules allow.
    case holdUntil(Instant, longest: Instant)
    /// There is no hold of that number.
    case noHold(Int, of: Int)
    /// Money goes to one of the two, not to who decides.
    case toReviewer
    /// Nothing lapsed since the last move.
    case nothingLapsed
}

extension DisputeError: CustomStringConvertible {
    /// What was found and what was expected.
    public var description: String {
        switch self {
        case .noDispute: "the case has no such dispute"
        case .alreadyOpen(let stage): "a dispute is open already, in \(stage.rawValue)"
        case .rules(let name, let problem): "the rules \(name) cannot be followed: \(problem)"
        case .missing(let what): "\(what) is missing"
        case .backwards(let now, let last): "it is dated \(now), before what happened last, \(last)"
        case .deadlinePassed(let deadline): "the deadline \(deadline) has passed already"
        case .illegal(let stage, let target, let party, let allowed):
            "the \(party.rawValue) cannot move it from \(stage.rawValue) to \(target.rawValue), expected "
                + (allowed.isEmpty
                    ? "no move from there"
                    : allowed.map { "\($0.to.rawValue) by the \($0.by.rawValue)" }.joined(separator: " or "))
        case .noEvidence(let party, let stage): "the \(party.rawValue) brings no evidence in \(stage.rawValue)"
        case .mayNotDecide(let party, let stage, let allowed):
            "the \(party.rawValue) does not decide in \(stage.rawValue), expected "
                + (allowed.isEmpty ? "nobody" : "the " + allowed.map(\.rawValue).joined(separator: " or the "))
        case .onlyGivesIn(let party): "the \(party.rawValue) can only give in, expected upheld or partly"
        case .rulesWithdrawal: "withdrawn is no ruling, expected upheld, partly or denied"
        case .noAppeal(let stage): "there is no ruling to appeal in \(stage.rawValue)"
        case .notTheirs(let party, let outcome):
            "the \(party.rawValue) has no appeal against a claim that was \(outcome.code)"
        case .appealNeedsEvidence(let party):
            "an appeal needs evidence that the \(party.rawValue) brings after the ruling"
        case .tooLate(let what, let stage): "\(what) too late: it is \(stage.rawValue)"
        case .unruled(let stage): "nothing is awarded yet: it is in \(stage.rawValue)"
        default: moneyDescription
        }
    }

    private var moneyDescription: String {
        switch self {
        case .needsDecision: "it takes a decision of the desk"
        case .notTheDesks: "it is not the desk's to decide, expected the number of a letter"
        case .usedDecision(let number): "the decision D\(number) stands for something already"
        case .otherDecision(let decision, let type, let amount):
            "the decision D\(decision.number) is about \(Self.words(decision.type, decision.amount)), expected "
                + (type.map { Self.words($0, amount) } ?? "something that takes a decision")
        case .unknownAmount: "the amount at stake is not known"
        case .currency(let money, let expected): "\(money) is not in \(expected), the dispute's currency"
        case .notPositive(let money): "the amount is \(money), expected more than nothing"
        case .notPart(let award, let amount): "\(award) is not a part of \(amount), expected less"
        case .exceeds(let money, let limit, let what): "\(money) is more than \(what), \(limit)"
        case .holdUntil(let until, let longest): "a hold until \(until), expected after now and by \(longest)"
        case .noHold(let number, let count): "there is no hold \(number), found \(count)"
        case .toReviewer: "money goes to the claimant or the respondent, not to the reviewer"
        case .nothingLapsed: "nothing lapsed since the last move"
        default: ""
        }
    }

    private static func words(_ type: DecisionType, _ amount: Money?) -> String {
        "\(type.rawValue) of \(amount?.description ?? "an unknown amount")"
    }
}
