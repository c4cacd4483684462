/// What is taken of every sale on a marketplace, whatever is sold: what no file of listings says. `nil` is unknown.
public struct SellingTerms: Hashable, Codable, Sendable {
    /// The marketplace's part of what a buyer pays, in ten-thousandths: it counts where no file states a listing's fees.
    public var feeRate: Int64?
    /// The tax that prices contain, in ten-thousandths of the price without it: 1,900 are 19 %.
    public var taxRate: Int64?

    /// Terms that somebody stated.
    public init(feeRate: Int64? = nil, taxRate: Int64? = nil) {
        self.feeRate = feeRate
        self.taxRate = taxRate
    }

    /// What is publicly known of a marketplace.
    public init(of marketplace: String) {
        self.init(taxRate: Marketplace.named(marketplace)?.taxRate)
    }
}
