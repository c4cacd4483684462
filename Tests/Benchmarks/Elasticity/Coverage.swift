import BenchmarkScores
import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Simulated products whose elasticities are known: how often intervals hold them.
struct Coverage {
    let days: Int
    /// Units a day, and how many days a price stands on average.
    let (rate, run): (Double, Double)
    /// How much of a day's shock to demand, of 30 %, lasts to the next day.
    let persistence: Double

    static let products = 2_000

    static let all = [
        Coverage(days: 90, rate: 5, run: 14, persistence: 0),
        Coverage(days: 90, rate: 5, run: 14, persistence: 0.5),
        Coverage(days: 90, rate: 1, run: 14, persistence: 0.5),
        Coverage(days: 180, rate: 5, run: 14, persistence: 0.5),
        Coverage(days: 180, rate: 5, run: 14, persistence: 0.9),
        Coverage(days: 180, rate: 20, run: 14, persistence: 0.5),
        Coverage(days: 365, rate: 5, run: 30, persistence: 0.5),
        Coverage(days: 365, rate: 0.3, run: 30, persistence: 0.5),
        Coverage(days: 365, rate: 5, run: 30, persistence: 0.9),
    ]

    /// Tab-separated: what is simulated; the share of products with an estimate; and of these how often P10 to P90 hold
    /// the truth and how far off the mean is, of what a product says by itself and with what its like lend it.
    var row: String {
        var random = SplitMix64(seed: 2_026)
        var (drawn, members): ([(truth: Double, estimate: ElasticityEstimate)], ElasticityMembers) = ([], .init())
        for _ in 0..<Self.products {
            let truth = -2.2 + random.normal()
            guard let estimate = try? ElasticityEstimate(history(elasticity: truth, &random)) else { continue }
            drawn.append((truth, estimate))
            members.add(estimate)
        }
        let prior = ElasticityPrior.fitted(to: members) ?? .literature
        let alone = drawn.map { pair in
            Elasticity(mean: pair.estimate.value, deviation: pair.estimate.deviation, evidence: .own, priorWeight: 0)
        }
        let lent = drawn.map { prior.updated(by: $0.estimate) }
        let truths = drawn.map(\.truth)
        let figures =
            [Double(drawn.count) / Double(Self.products)]
            + [alone, lent].flatMap { [Self.coverage($0, truths), Self.error($0, truths)] }
        return (["\(days)", "\(rate)", "\(run)", "\(persistence)"] + figures.map(rounded)).joined(separator: "\t")
    }

    private func history(elasticity: Double, _ random: inout SplitMix64) -> PriceHistory {
        var (units, prices): ([Double?], [Double?]) = ([], [])
        var (logPrice, shock) = (0.0, 0.3 * random.normal())
        for day in 0..<days {
            if day == 0 || random.uniform() < 1 / run { logPrice = 0.08 * random.normal() }
            units.append(Double(random.poisson(rate * exp(elasticity * logPrice + shock))))
            prices.append(20 * exp(logPrice))
            shock = persistence * shock + 0.3 * (1 - persistence * persistence).squareRoot() * random.normal()
        }
        return PriceHistory(units: units, prices: prices)
    }

    private static func coverage(_ believed: [Elasticity], _ truths: [Double]) -> Double {
        Accuracy.coverage(from: believed.map { $0.quantile(0.1) }, to: believed.map { $0.quantile(0.9) }, of: truths)
            ?? 0
    }

    private static func error(_ believed: [Elasticity], _ truths: [Double]) -> Double {
        (Accuracy.meanSquaredError(of: believed.map(\.mean), against: truths) ?? 0).squareRoot()
    }
}

/// To three places.
func rounded(_ value: Double) -> String { "\((value * 1_000).rounded() / 1_000)" }
