public import FlywheelKit
public import RevenueAtRisk

/// Every number behind a row of the queue, as the store keeps it and `show` prints it: enough to recompute the row by hand.
public struct RiskTerms: Hashable, Sendable {
    /// The moment looked from.
    public var asOf: Instant
    /// Days looked ahead, today included.
    public var horizonDays: Int
    /// The currency of the totals.
    public var currency: Currency
    /// What the row counts for, in minor units of ``currency``; `nil` when it cannot be priced.
    public var atRisk: Int64?
    /// The tenth percentile of what would be lost, in minor units.
    public var low: Int64?
    /// The ninetieth percentile.
    public var high: Int64?
    /// What fixing this row alone recovers; never to be added up.
    public var fixAlone: Int64?
    /// What a fix started now would still save.
    public var avoidable: Int64?
    /// What is left after the marketplace's fees, where a fee rate is stated.
    public var net: Int64?
    /// The fee rate, as ten-thousandths.
    public var feeRate: Int64?
    /// Why there is no amount.
    public var unpriced: String?
    /// Units expected to be lost, where no price turns them into money.
    public var units: Decimal4?
    /// The probability that the loss happens.
    public var probability: Double
    /// Whole days the problem has lasted.
    public var ageDays: Int
    /// The probability that it still lasts on each day of the horizon, rounded to 0.000001.
    public var lasting: [Double]
    /// How many ended problems of this kind that rests on, besides the stated prior.
    public var durationsObserved: Int
    /// How much stands behind the amount.
    public var evidence: Evidence?
    /// The listings the loss falls on, the largest first; one for most rows.
    public var listings: [Listing]
    /// Listings beyond those named, in number.
    public var furtherListings: Int
    /// Listings it falls on that could not be priced; what they lose is in no amount.
    public var unpricedListings = 0
    /// Listings that were.
    public var pricedListings = 0
    /// Where the amount is a stated sum and not a share: which document states it.
    public var statedBy: String?
    /// Where sums hang on the row, or it is one itself: each of them.
    public var sums: [Sum] = []
    /// Where a listing's problems hang on the row: what ends with it.
    public var ending: Ending?

    /// A sum that a document states, with what it comes to.
    public struct Sum: Hashable, Sendable {
        /// The sum as stated.
        public var money: Money
        /// What it is and which document says so.
        public var source: String
        /// How it becomes ``RiskTerms/currency``; `nil` when no rate does that.
        public var conversion: Conversion?
        /// What it counts for: converted, times the row's probability, in minor units.
        public var atRisk: Int64?
    }

    /// What ends on a listing once the row is closed. Rate times price times ``days``, less the same of ``daysBefore``, is
    /// ``amount``: each product is rounded once.
    public struct Ending: Hashable, Sendable {
        /// The listing.
        public var code: String
        /// The problems that end on it, in the order of their fingerprints.
        public var ends: [Fingerprint]
        /// Units sold a day when nothing is wrong.
        public var unitsPerDay: Decimal4
        /// What one unit sells for.
        public var price: Money
        /// Full days recovered by ending these and what ends with ``countedBefore``, together.
        public var days: Decimal4
        /// Full days recovered by what ends with ``countedBefore`` alone.
        public var daysBefore: Decimal4
        /// What the row recovers.
        public var amount: Money
        /// How the amount becomes ``RiskTerms/currency``; `nil` when no rate does that.
        public var conversion: Conversion?
        /// Older rows on which problems of the same listing hang: what ends with one of them is counted there.
        public var countedBefore: [Fingerprint]
    }

    /// The days from now on that it lasts for sure, today among them.
    public var sureDays: Int { lasting.prefix { $0 == 1 }.count }

    /// Whether the amount is revenue that the row itself takes, and no sum of a document nor what other rows count for.
    public var isRevenue: Bool { statedBy == nil && sums.isEmpty && ending == nil }

    /// What the row adds to the total of revenue at risk: nothing where a document states its sum, which is totalled apart,
    /// and nothing of what it shares with rows that count it already.
    public var inTotal: Int64 { isRevenue ? atRisk ?? 0 : 0 }

    /// What the row adds to the total of stated sums.
    public var inStatedTotal: Int64 {
        statedBy == nil ? sums.reduce(0) { $0 + ($1.atRisk ?? 0) } : atRisk ?? 0
    }

    /// The terms on one listing.
    public struct Listing: Hashable, Sendable {
        /// The listing.
        public var code: String
        /// Units sold a day when nothing is wrong.
        public var unitsPerDay: Decimal4
        /// What one unit sells for.
        public var price: Money
        /// Full days of sales the row counts for over the horizon.
        public var days: Decimal4
        /// Full days that all rows on the listing lose together.
        public var daysTogether: Decimal4
        /// What all rows on the listing lose together.
        public var listingTotal: Money
        /// What the row counts for: units a day times price times days, and the minor units shared with its neighbours.
        public var amount: Money
        /// Minor units by which the amount differs from that product, so that the rows add up to the listing.
        public var centsShared: Int64
        /// Full days recovered by fixing this row alone.
        public var fixAloneDays: Decimal4
        /// Full days that a fix started now would still save.
        public var avoidableDays: Decimal4
        /// The other rows on the listing and what each counts for.
        public var neighbours: [Neighbour]
        /// How the amount becomes ``RiskTerms/currency``; `nil` when no rate does that.
        public var conversion: Conversion?
        /// What is believed of ``unitsPerDay``: a gamma distribution of this shape and rate.
        public var posteriorShape: Double
        /// See ``posteriorShape``.
        public var posteriorRate: Double
        /// What the rate of sale rests on.
        public var basis: Basis
        /// How the weeks ahead differ from the ordinary ones of which ``unitsPerDay`` is the rate; `nil` where nothing says that
        /// they do. Full days are of such: a day that sells twice as much is two.
        public var season: Season?
    }

    /// Another row on the same listing.
    public struct Neighbour: Hashable, Sendable {
        /// Its fingerprint.
        public var fingerprint: Fingerprint
        /// The share of the listing's revenue it takes today.
        public var shareToday: Double
        /// Full days it counts for.
        public var days: Decimal4
        /// Full days it would count for once this row is fixed.
        public var daysAfter: Decimal4
        /// Whether it must be fixed before fixing this row recovers anything.
        public var blocks: Bool
    }

    /// What a rate of sale rests on.
    public struct Basis: Hashable, Sendable {
        /// Days that entered the estimate.
        public var goodDays: Int
        /// Days left out because the listing was blocked.
        public var blockedDays: Int
        /// Days left out because nobody reported them.
        public var unknownDays: Int
        /// Weighted units on the days used, of the product.
        public var unitsSum: Double
        /// Weighted full days of exposure, of the product.
        public var exposureSum: Double
        /// How much more the days scatter than counting alone.
        public var dispersion: Double
        /// The weight of what similar products sell, 0 to 1.
        public var priorWeight: Double
        /// What similar products sell a day; `nil` when there are too few of them.
        public var priorRate: Double?
        /// Units a day of the product; the listing's own part is ``Listing/unitsPerDay``.
        public var productUnitsPerDay: Decimal4
    }
}
