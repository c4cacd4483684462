import FlywheelKit
import RevenueAtRisk
import Statistics

/// The terms of every open exception: each priced on the listings it falls on, then settled.
struct RiskBook {
    /// One for each exception, in the order given.
    private(set) var terms: [RiskTerms]
    private let pricer: Pricer

    /// Listings named in the terms of an exception that reaches more.
    private static let listingsNamed = 20

    /// Prices exceptions, which come in the order of their fingerprints.
    init(pricer: Pricer, open: [Pricer.Open], demand: [ChunkDemand]) {
        self.pricer = pricer
        terms = open.map(pricer.bare)
        let claims = ClaimIndex(open)
        let priors = demand.priors()
        var reached = Set<Int>()
        for product in demand.flatMap(\.products) {
            let prior = priors[product.peers]
            var estimate: ProductDemand?
            for (sku, code) in product.codes.enumerated() {
                let indices = claims.on(product, code)
                guard !indices.isEmpty else { continue }
                estimate = estimate ?? product.estimate(prior: prior)
                let priced = pricer.price(
                    indices.map { open[$0] }, on: code, price: product.prices[sku], demand: estimate, sku: sku,
                    prior: prior)
                for (index, price) in zip(indices, priced) {
                    terms[index].add(price, naming: Self.listingsNamed)
                    reached.insert(index)
                }
            }
        }
        for index in open.indices {
            settle(&terms[index], open[index], reached: reached.contains(index))
            if let fee = pricer.feeRate, terms[index].statedBy == nil {
                terms[index].feeRate = fee
                terms[index].net = terms[index].atRisk?.part(10_000 - fee, of: 10_000)
            }
        }
    }

    /// Settles what the listings did not: stated sums, rows that claim nothing or nobody knows what, rows about no known
    /// listing.
    private func settle(_ terms: inout RiskTerms, _ open: Pricer.Open, reached: Bool) {
        switch open.exposure.loss {
        case .nothing:
            terms.atRisk = 0
            terms.unpriced = nil
        case .unknown(let reason):
            terms.unpriced = reason
        case .stated(let money, let source):
            terms.statedBy = source
            let converted = pricer.rates.conversion(from: money.currency, to: pricer.currency, on: pricer.today)?
                .convert(money)?.minorUnits
            guard let converted else {
                terms.unpriced = "no \(money.currency) to \(pricer.currency) rate"
                return
            }
            // A million such sums fit 64 bits.
            guard converted.magnitude <= Terms.mostRevenuePerDay else {
                terms.unpriced = "the sum is out of range"
                return
            }
            let chance = Int64((open.exposure.probability * 1_000_000_000).rounded(.toNearestOrEven))
            terms.atRisk = converted.part(chance, of: 1_000_000_000)
            terms.avoidable = terms.atRisk
            terms.fixAlone = terms.atRisk
        case .dailyShare where !reached:
            terms.unpriced = "nothing is known of the listing"
        case .dailyShare:
            break
        }
    }
}

extension ChunkDemand.Product {
    /// The demand with what similar products sell weighed in; the only basis where the product has none of its own.
    func estimate(prior: GammaPrior?) -> ProductDemand? {
        prior == nil || histories.isEmpty ? demand : ProductDemand(of: histories, prior: prior)
    }
}

extension Int64 {
    /// So many parts of a whole of an amount in minor units, rounded once, ties to even.
    fileprivate func part(_ parts: Int64, of whole: Int64) -> Int64 {
        let product = Int128(parts) * Int128(self)
        let (quotient, rest) = product.quotientAndRemainder(dividingBy: Int128(whole))
        let twice = 2 * rest.magnitude
        let up = twice > whole.magnitude || (twice == whole.magnitude && quotient % 2 != 0)
        return Int64(clamping: quotient + (up ? product.signum() : 0))
    }
}
