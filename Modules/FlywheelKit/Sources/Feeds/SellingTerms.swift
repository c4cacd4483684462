/// What is taken of every sale on a marketplace, whatever is sold: what no file of listings says. `nil` is unknown.
public struct SellingTerms: Hashable, Codable, Sendable {
    /// The marketplace's part of what a buyer pays, in ten-thousandths: it counts where no file states a listing's fees.
    public var feeRate: Int64?
    /// The tax that prices contain, in ten-thousandths of the price without it: 1,900 are 19 %.
    public private(set) var taxRate: Int64?
    /// Who says the rate; `nil` where nobody does, and in what was written before it was told apart.
    public private(set) var taxSource: TaxSource?

    /// Where a rate of tax comes from.
    public enum TaxSource: String, Hashable, Codable, Sendable {
        /// Somebody stated it for the marketplace.
        case stated
        /// It is the one that most goods have in the marketplace's country.
        case usual
    }

    /// Terms that somebody stated.
    public init(feeRate: Int64? = nil, taxRate: Int64? = nil) {
        self.feeRate = feeRate
        self.taxRate = taxRate
        taxSource = taxRate.map { _ in .stated }
    }

    /// What is publicly known of a marketplace.
    public init(of marketplace: String) {
        taxRate = Marketplace.named(marketplace)?.taxRate
        taxSource = taxRate.map { _ in .usual }
    }

    /// Somebody states the tax that prices contain.
    public mutating func state(taxRate: Int64) { (self.taxRate, taxSource) = (taxRate, .stated) }
}
