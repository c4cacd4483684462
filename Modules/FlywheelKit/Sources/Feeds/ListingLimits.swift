/// What ``Costs`` and ``Offers`` say of what a listing costs and between which prices it may be sold, in the currency of its
/// price: floors, costs and fees rounded up and ceilings down, so that no limit gets wider by it.
///
/// An amount to whose currency no rate leads stays as it was stated, and can be held against nothing.
public struct ListingLimits: Hashable, Sendable {
    /// What a unit costs and what is taken of its price.
    public let costs: UnitCosts
    /// The lowest price the seller allows.
    public let floor: Money?
    /// The highest price the seller allows.
    public let ceiling: Money?
    /// The lowest price that its maker lets anybody advertise.
    public let minimumAdvertisedPrice: Money?
    /// Which of them were stated in another currency, and what became of each.
    public let foreign: [ForeignAmount]

    /// Those that are known, with what each is.
    public var known: [(name: ForeignAmount.Name, amount: Money)] {
        let all: [(ForeignAmount.Name, Money?)] = [
            (.cost, costs.cost), (.fees, costs.fees), (.floor, floor), (.ceiling, ceiling),
            (.minimumAdvertisedPrice, minimumAdvertisedPrice),
        ]
        return all.compactMap { name, amount in amount.map { (name, $0) } }
    }
}

/// An amount that was stated in another currency than the listing's price.
public struct ForeignAmount: Hashable, Codable, Sendable {
    /// What it is an amount of.
    public enum Name: String, Hashable, Codable, Sendable {
        /// What one unit cost.
        case cost
        /// What the marketplace takes of a unit.
        case fees
        /// The lowest price the seller allows.
        case floor
        /// The highest price the seller allows.
        case ceiling
        /// The lowest price that may be advertised.
        case minimumAdvertisedPrice = "minimum advertised price"

        /// Away from the wrong side of a limit.
        fileprivate var side: Conversion.Side { self == .ceiling ? .below : .above }
    }

    /// What it is an amount of.
    public let name: Name
    /// As it was stated.
    public let stated: Money
    /// The currency of the price.
    public let currency: Currency
    /// In the currency of the price; `nil` where no rate leads there.
    public let converted: Money?
    /// The rate of the day; `nil` where there is none.
    public let rate: Conversion?

    fileprivate init(_ name: Name, _ stated: Money, in currency: Currency, at rate: Conversion?) {
        self.name = name
        self.stated = stated
        self.currency = currency
        converted = rate?.convert(stated, to: name.side)
        self.rate = converted == nil ? nil : rate
    }
}

extension ForeignAmount: CustomStringConvertible {
    /// What it comes to and at which rate, or that there is none.
    public var description: String {
        guard let converted, let rate else {
            let lacking = "no \(stated.currency) to \(currency) rate"
            return "\(name.rawValue) in \(stated.currency), price in \(currency): \(lacking)"
        }
        let source = rate.sources.filter { !$0.isEmpty }.joined(separator: " and ")
        return "\(name.rawValue) of \(stated) is \(converted) at \(rate.rate) on \(rate.day)"
            + (source.isEmpty ? "" : ", \(source)")
    }
}

/// Reads the limits of a chunk's listings; its columns are looked up once.
public struct LimitReader {
    private let chunk: Chunk
    private let cost: Values<Money>
    private let fees: Values<Money>
    private let floor: Values<Money>
    private let ceiling: Values<Money>
    private let minimumInOffers: Values<Money>
    private let minimumInCosts: Values<Money>

    /// Of a chunk for which ``Costs`` and ``Rates`` are declared.
    public init(_ chunk: Chunk) {
        self.chunk = chunk
        cost = chunk[Costs.unitCost]
        fees = chunk[Costs.fees]
        floor = chunk[Costs.floor]
        ceiling = chunk[Costs.ceiling]
        minimumInOffers = chunk[Offers.minimumAdvertisedPrice]
        minimumInCosts = chunk[Costs.minimumAdvertisedPrice]
    }

    /// The limits of a listing.
    ///
    /// - Parameters:
    ///   - currency: that of its price; where nobody knows it, all stay as they were stated.
    ///   - watchesAdvertised: whether the lowest price to be advertised is anybody's business there.
    public func limits(of row: Int, in currency: Currency?, watchesAdvertised: Bool = true) -> ListingLimits {
        var foreign: [ForeignAmount] = []
        func amount(_ name: ForeignAmount.Name, _ stated: Money?) -> Money? {
            guard let stated, let currency, stated.currency != currency else { return stated }
            let amount = ForeignAmount(
                name, stated, in: currency, at: chunk.conversion(from: stated.currency, to: currency))
            foreign.append(amount)
            return amount.converted ?? stated
        }
        let minimum = watchesAdvertised ? minimumInOffers[row] ?? minimumInCosts[row] : nil
        let amounts = (
            cost: amount(.cost, cost[row]), fees: amount(.fees, fees[row]), floor: amount(.floor, floor[row]),
            ceiling: amount(.ceiling, ceiling[row]), minimum: amount(.minimumAdvertisedPrice, minimum)
        )
        return ListingLimits(
            costs: UnitCosts(cost: amounts.cost, fees: amounts.fees, terms: chunk.terms), floor: amounts.floor,
            ceiling: amounts.ceiling, minimumAdvertisedPrice: amounts.minimum, foreign: foreign)
    }
}
