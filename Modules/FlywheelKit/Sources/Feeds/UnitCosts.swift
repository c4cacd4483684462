/// What a unit costs and what is taken of its price, as far as anybody said.
public struct UnitCosts: Hashable, Codable, Sendable {
    /// What one unit cost.
    public let cost: Money?
    /// What the marketplace takes of each unit sold: where a file states it, all that it takes.
    public let fees: Money?
    /// What is taken of every sale there.
    public let terms: SellingTerms

    /// Costs as stated.
    public init(cost: Money?, fees: Money?, terms: SellingTerms) {
        self.cost = cost
        self.fees = fees
        self.terms = terms
    }

    /// What is left of a unit at a price; `nil` where the cost is unknown or in another currency than the fees.
    public var economics: UnitEconomics? {
        guard let cost, let outlay = fees.map(cost.adding) ?? cost else { return nil }
        return UnitEconomics(
            outlay: outlay.minorUnits, feeRate: fees == nil ? terms.feeRate ?? 0 : 0, taxRate: terms.taxRate ?? 0)
    }

    /// The least that a buyer has to pay for a unit to cover all of it.
    public var leastPaid: Money? {
        cost.flatMap { cost in economics?.leastPaid.map { Money(minorUnits: $0, cost.currency) } }
    }

    /// What is taken of each unit; nothing where its cost is unknown.
    public var sentences: [String] {
        guard let cost else { return [] }
        let stated = fees.map { "fees of a unit: \($0)" }
        let rate = terms.feeRate.map { "fees: \(Self.percent($0)) % of what a buyer pays, by feeRate" }
        let source =
            switch terms.taxSource {
            case .stated: ", as taxRates say"
            case .usual: ", the usual rate there"
            case nil: ""
            }
        let tax = terms.taxRate.flatMap { $0 > 0 ? "tax in the price: \(Self.percent($0)) %\(source)" : nil }
        return ["cost of a unit: \(cost)", stated ?? rate, tax].compactMap(\.self)
    }

    /// What is taken besides, and that nobody said; nothing where the cost is unknown.
    public var unknowns: [String] {
        guard cost != nil else { return [] }
        return [
            fees == nil && terms.feeRate == nil ? "what fees take: costs files do not say, nor does feeRate" : nil,
            terms.taxRate == nil ? "what tax the price contains: taxRates do not say" : nil,
        ].compactMap(\.self)
    }

    /// Ten-thousandths in per cent.
    private static func percent(_ parts: Int64) -> String {
        let (whole, rest) = parts.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
