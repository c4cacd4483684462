public import FlywheelKit
import FlywheelStore

/// Revenue at risk held against what came: of problems that nobody acted on, what their terms predicted when they opened beside
/// what their listings lost. While they lasted, of those that are over; over the horizon, of all that opened before it, since what
/// still stands lost for all of it, and of what is over alone what came would look too little.
///
/// Read it with two things in mind. Nobody acts on what looks small, so this tells of small rows and says little of those
/// that people worked on (selection). And a problem that opens after an unusually good spell has a baseline that is a little
/// too high, one after a bad spell one that is too low: sales fall back to their mean with or without a problem
/// (regression to the mean).
public struct RiskBacktest: Hashable, Sendable, Codable {
    /// Why a problem that nobody acted on is not compared.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        /// It had no amount when it opened, or one that is no share of revenue.
        case unpriced
        /// Its loss fell on several listings, which its terms do not tell apart.
        case severalListings = "several-listings"
        /// Something else took of the same listing while it lasted.
        case shared
        /// Its terms are in another currency.
        case otherCurrency = "other-currency"
        /// The sales of none of its days are known, or it ended before there was a whole one.
        case noDays = "no-days"
    }

    /// One workflow's problems, or all.
    public struct Part: Hashable, Sendable, Codable {
        /// The workflow's id; `nil` for all together.
        public let workflow: String?
        /// Share times baseline, for as long as problems lasted.
        public let whileLasting: LossScore
        /// What rows counted for, which holds how long such problems last.
        public let overHorizon: LossScore
        /// Rows whose interval from the tenth to the ninetieth percentile is known, with what came over the horizon.
        public let intervals: Int
        /// Of those, the ones in which what came lay within. The interval holds how long a problem lasts and how sure the
        /// baseline is, and not that sales scatter from day to day.
        public let covered: Int

        init(_ workflow: String?, _ losses: [UntouchedLoss]) {
            self.workflow = workflow
            whileLasting = LossScore(
                losses.compactMap { loss in loss.whileLasting.map { (loss.exception.number, $0) } })
            overHorizon = LossScore(losses.compactMap { loss in loss.overHorizon.map { (loss.exception.number, $0) } })
            intervals = losses.count { $0.isCovered != nil }
            covered = losses.count { $0.isCovered == true }
        }
    }

    /// The currency of all amounts.
    public let currency: Currency
    /// All problems together.
    public let all: Part
    /// By workflow, in the order of their ids.
    public let workflows: [Part]
    /// How many are not compared, by reason.
    public let leftOut: [Reason: Int]
    /// What is compared, by exception.
    public let losses: [UntouchedLoss]

    init(currency: Currency, losses: [UntouchedLoss], leftOut: [Reason: Int]) {
        self.currency = currency
        self.losses = losses.sorted { $0.exception < $1.exception }
        self.leftOut = leftOut
        all = Part(nil, self.losses)
        workflows = Dictionary(grouping: self.losses, by: \.fingerprint.workflow).sorted { $0.key < $1.key }
            .map { Part($0.key, $0.value) }
    }
}
