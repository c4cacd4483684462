import FlywheelKit

/// What a host was told of what is taken of sales; what is publicly known of a marketplace holds where it was told nothing.
public struct StatedTerms: Hashable, Sendable {
    /// The marketplaces' part of what a buyer pays, in ten-thousandths.
    public var feeRate: Int64?
    /// The tax that prices contain, in ten-thousandths of the price without it, by the marketplace's id.
    public var taxRates: [String: Int64]

    /// Terms as stated.
    public init(feeRate: Int64? = nil, taxRates: [String: Int64] = [:]) {
        self.feeRate = feeRate
        self.taxRates = taxRates
    }

    /// What is taken of every sale on a marketplace.
    func terms(on marketplace: String) -> SellingTerms {
        var terms = SellingTerms(of: marketplace)
        terms.feeRate = feeRate
        if let rate = taxRates[marketplace] { terms.state(taxRate: rate) }
        return terms
    }
}
