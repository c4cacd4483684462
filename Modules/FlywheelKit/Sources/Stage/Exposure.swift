/// What a stage claims of a subject: a share of its revenue, or a stated sum; how surely, for how long, until when.
///
/// A stage never names the money at risk. The host turns shares into money once, for all stages together, so that the
/// claims on one listing never add up to more than the listing earns. Claims of one kind on a listing take the same sales,
/// and of those that are there the largest counts; claims of different kinds are independent.
public struct Exposure: Hashable, Sendable, Codable {
    /// What is lost.
    public enum Loss: Hashable, Sendable, Codable {
        /// No claim.
        case nothing
        /// The share of revenue lost on each day from ``Exposure/begins`` on, from the day it is looked at where that is
        /// `nil`; 0 to 1. The last entry holds for all days after. Never empty.
        case dailyShare([Double])
        /// A sum known from a document, such as a refund or a fee; `source` names it. Totalled apart from shares.
        case stated(Money, source: String)
        /// What hangs on the row: sums that documents state, each shown and converted by itself; and, where it is about a
        /// listing, what the problems that ``Exposure/cures`` names are taking there (all on the listing where it names
        /// none), as far as ending them together would recover it. The sums are totalled apart; what ends on the listing
        /// is in the total already and is never counted a second time.
        case atStake([StatedSum], listing: String?)
        /// It does lose something and nobody can say what; the text says why, as a reason without an amount. Such a row has
        /// no amount, which is not an amount of zero.
        case unknown(String)
    }

    /// What the loss falls on.
    public enum Scope: String, Hashable, Sendable, Codable {
        /// The finding's own row.
        case row
        /// All listings of the row's product.
        case product
        /// All listings of the account on the marketplace.
        case account
    }

    /// What is lost.
    public let loss: Loss
    /// What the loss falls on.
    public let scope: Scope
    /// The probability that it happens: 1 when it is happening, less while it is predicted.
    public let probability: Double
    /// When it begins, where that lies ahead: an instant, so that waiting brings it nearer. `nil` when it has begun, or
    /// may at any moment.
    public let begins: Instant?
    /// When something becomes final: an exemption ends, an order must be placed, a dispute defaults.
    public let deadline: Instant?
    /// Days a fix takes from its start to its effect; what is lost meanwhile cannot be avoided.
    public let fixTakesDays: Double
    /// The ids of finding kinds, of any workflow, that end on this subject when this one is closed.
    public let cures: [String]
    /// ``begins`` and ``deadline`` where a stage knows the day alone, until the host has placed them.
    private var days = Days()

    private struct Days: Hashable, Sendable {
        var begins: Moment?
        var deadline: Moment?
    }

    private enum CodingKeys: CodingKey { case loss, scope, probability, begins, deadline, fixTakesDays, cures }

    /// A claim.
    ///
    /// - Precondition: shares and probability lie in 0 to 1, a daily share is not empty.
    public init(
        _ loss: Loss, scope: Scope = .row, probability: Double = 1, begins: Instant? = nil, deadline: Instant? = nil,
        fixTakesDays: Double = 0, cures: [String] = []
    ) {
        if case .dailyShare(let shares) = loss {
            precondition(
                !shares.isEmpty && shares.allSatisfy { (0...1).contains($0) }, "shares lie in 0...1: \(shares)")
        }
        precondition((0...1).contains(probability), "a probability lies in 0...1: \(probability)")
        self.loss = loss
        self.scope = scope
        self.probability = probability
        self.begins = begins
        self.deadline = deadline
        self.fixTakesDays = fixTakesDays
        self.cures = cures
    }

    /// A claim whose beginning or deadline may be a day. Until ``placed(by:)`` says where days begin they do so at midnight UTC.
    ///
    /// - Precondition: as for the other initializer.
    public init(
        _ loss: Loss, scope: Scope = .row, probability: Double = 1, begins: Moment?, deadline: Moment? = nil,
        fixTakesDays: Double = 0, cures: [String] = []
    ) {
        self.init(
            loss, scope: scope, probability: probability, begins: begins?.instant { Instant(startOf: $0) },
            deadline: deadline?.instant { Instant(startOf: $0) }, fixTakesDays: fixTakesDays, cures: cures)
        days = Days(begins: begins.flatMap { $0.isDay ? $0 : nil }, deadline: deadline.flatMap { $0.isDay ? $0 : nil })
    }

    /// A claim that has begun and whose deadline may be a day.
    ///
    /// - Precondition: as for the other initializers.
    public init(
        _ loss: Loss, scope: Scope = .row, probability: Double = 1, deadline: Moment, fixTakesDays: Double = 0,
        cures: [String] = []
    ) {
        self.init(
            loss, scope: scope, probability: probability, begins: Moment?.none, deadline: deadline,
            fixTakesDays: fixTakesDays, cures: cures)
    }

    /// The same with its days where they are for the marketplace: what the host keeps.
    public func placed(by startOfDay: (Day) -> Instant) -> Exposure {
        guard days != Days() else { return self }
        return Exposure(
            loss, scope: scope, probability: probability, begins: days.begins?.instant(startOfDay) ?? begins,
            deadline: days.deadline?.instant(startOfDay) ?? deadline, fixTakesDays: fixTakesDays, cures: cures)
    }

    /// Whether it is happening; a predicted loss turns active when it comes true, under the same fingerprint.
    public func isActive(at asOf: Instant) -> Bool { startsInDays(from: asOf) == 0 && probability >= 1 }

    /// Whole days from a moment until it begins; 0 when it has begun.
    public func startsInDays(from asOf: Instant) -> Int {
        begins.map { max(0, Int($0.days(since: asOf).rounded(.up))) } ?? 0
    }

    /// No claim: the exception stands in the queue without money.
    public static let none = Exposure(.nothing)
}
