import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the sales of a kind answer to prices.
struct KindElasticity {
    let estimate: ElasticityEstimate?
    /// The kind's, lent by what is known of all kinds.
    let elasticity: Elasticity
    /// What each item says by itself, once what promotions and competitors do in its kind is known.
    private var items: [Int: ElasticityEstimate] = [:]
    private var itemPrior: ElasticityPrior?

    /// What a kind says by itself. What happens in four periods happens to all of its items, so those are left out in turn.
    static func estimate(_ sales: [Sale]) -> ElasticityEstimate? {
        try? ElasticityEstimate(sales.history(exposure: { _ in 1 }, columns: columns, blocks: { $0.period / 4 }))
    }

    init(_ sales: [Sale], _ estimate: ElasticityEstimate?, prior: ElasticityPrior, byItem: Bool) {
        self.estimate = estimate
        elasticity = prior.updated(by: estimate)
        guard byItem else { return }
        var members = ElasticityMembers()
        for (item, sales) in Dictionary(grouping: sales, by: \.item) {
            let history = sales.history(exposure: { exp(beside($0)) }, columns: { _ in [] }, blocks: nil)
            items[item] = try? ElasticityEstimate(history)
        }
        for estimate in items.values { members.add(estimate) }
        itemPrior = ElasticityPrior.fitted(to: members)
    }

    func logUnits(of sale: Sale) -> Double {
        let item = itemPrior?.updated(by: items[sale.item]) ?? elasticity
        return beside(sale) + log(sale.price) * item.mean
    }

    static func columns(_ sale: Sale) -> [Double] { sale.promotions + [sale.competitors] }

    private func beside(_ sale: Sale) -> Double {
        let effects = estimate?.covariateEffects(at: elasticity.mean) ?? []
        return zip(Self.columns(sale), effects).reduce(0) { $0 + $1.0 * ($1.1 ?? 0) }
    }
}

extension [Sale] {
    /// The sales as a history with a level an item.
    func history(
        exposure: (Sale) -> Double, columns: (Sale) -> [Double], blocks: ((Sale) -> Int)?
    ) -> PriceHistory {
        let rows = map(columns)
        return PriceHistory(
            units: map(\.units), prices: map(\.price), exposure: map(exposure),
            covariates: (rows.first ?? []).indices.map { column in rows.map { $0[column] } }, strata: map(\.item),
            blocks: blocks.map { map($0) } ?? [])
    }
}

extension [String: [Sale]] {
    /// How each kind answers to prices, each lent by all.
    func elasticities(byItem: Bool) -> (prior: ElasticityPrior, kinds: [String: KindElasticity]) {
        let estimates = compactMapValues(KindElasticity.estimate)
        var members = ElasticityMembers()
        for estimate in estimates.values { members.add(estimate) }
        let prior = ElasticityPrior.fitted(to: members) ?? .literature
        var kinds: [String: KindElasticity] = [:]
        for (kind, sales) in self {
            kinds[kind] = KindElasticity(sales, estimates[kind], prior: prior, byItem: byItem)
        }
        return (prior, kinds)
    }
}
