import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How well elasticities tell later sales, beside no elasticity at all and plain regressions, on public sets.
///
/// Prints tab-separated tables: estimates; root mean squared errors of the logarithm of units, the mean over the kinds, in
/// the periods after each that was the last one fitted to; what few units a week do to estimates; and how often intervals
/// hold the truth. Only the last split of a set was kept from every choice.
@main enum ElasticityAccuracy {
    static func main() throws {
        guard let folder = CommandLine.arguments.dropFirst().first else {
            return print("usage: elasticity-accuracy FOLDER")
        }
        let juice = try Sale.orangeJuice(in: folder)
        let retail = try Sale.retail(in: folder)
        printEstimates("orange_juice", juice.filter { $0.period <= 140 })
        printErrors("orange_juice", juice, splits: [80, 100, 120, 140], periods: 20, halfLife: 26)
        printEstimates("retail_price", retail.filter { $0.period <= 17 })
        printErrors("retail_price", retail, splits: [11, 14, 17], periods: 3, halfLife: 3)
        printThinned(juice.filter { $0.period <= 140 })
        print("\ndays\trate\trun\tpersistence\testimated\tcoverage alone\terror alone\tcoverage lent\terror lent")
        for coverage in Coverage.all { print(coverage.row) }
    }

    private static func printEstimates(_ name: String, _ sales: [Sale]) {
        print("\n\(name)\tlog-log\tours\tdeviation\tP10\tP90\tevidence")
        let sales = Dictionary(grouping: sales, by: \.kind)
        let (prior, kinds) = sales.elasticities(byItem: false)
        print("prior\t\t\(rounded(prior.mean))\t\(rounded(prior.deviation))\t\t\t\(prior.evidence)")
        for (kind, sales) in sales.sorted(by: { $0.key < $1.key }) {
            guard let elasticity = kinds[kind]?.elasticity else { continue }
            let plain = LogLog.effects(of: sales, columns: \.promotions).last ?? 0
            let figures = [
                plain, elasticity.mean, elasticity.deviation, elasticity.quantile(0.1), elasticity.quantile(0.9),
            ]
            print(([kind] + figures.map(rounded) + [elasticity.evidence.rawValue]).joined(separator: "\t"))
        }
    }

    private static func printErrors(
        _ name: String, _ sales: [Sale], splits: [Int], periods: Int, halfLife: Double
    ) {
        print((["\n\(name)"] + splits.map { "\($0 + 1) to \($0 + periods)" }).joined(separator: "\t"))
        for contestant in Contestant.all(halfLife: halfLife) {
            let errors = splits.map { last in rounded(error(of: contestant, on: sales, last: last, periods: periods)) }
            print(([contestant.name] + errors).joined(separator: "\t"))
        }
    }

    /// The root mean squared error of log units in the periods after `last`, the mean over the kinds.
    private static func error(of contestant: Contestant, on sales: [Sale], last: Int, periods: Int) -> Double {
        let training = sales.filter { $0.period <= last }
        let logUnits = contestant.fit(Dictionary(grouping: training, by: \.kind))
        var levels: [String: (weight: Double, sum: Double)] = [:]
        for sale in training {
            let weight = contestant.halfLife.map { exp2(-Double(last - sale.period) / $0) } ?? 1
            let item = "\(sale.kind) \(sale.item)"
            let (before, sum) = levels[item] ?? (0, 0)
            levels[item] = (before + weight, sum + weight * (log(sale.units) - logUnits(sale)))
        }
        var squares: [String: (sum: Double, count: Double)] = [:]
        for sale in sales where sale.period > last && sale.period <= last + periods {
            guard let level = levels["\(sale.kind) \(sale.item)"] else { continue }
            let miss = log(sale.units) - logUnits(sale) - level.sum / level.weight
            let (sum, count) = squares[sale.kind] ?? (0, 0)
            squares[sale.kind] = (sum + miss * miss, count + 1)
        }
        return squares.values.reduce(0) { $0 + ($1.sum / $1.count).squareRoot() } / Double(squares.count)
    }

    /// Draws few units a week about the sales there were, and shows how far elasticities move by it.
    private static func printThinned(_ sales: [Sale]) {
        let kinds = Dictionary(grouping: sales, by: \.kind).sorted { $0.key < $1.key }.map(\.value)
        print("\nunits a week\tlog(units + 1) moves by\tours moves by")
        for rate in [0.3, 1, 3, 10] {
            var random = SplitMix64(seed: 7)
            var (plain, ours, count) = (0.0, 0.0, 0.0)
            for kind in kinds {
                let share = rate * Double(kind.count) / kind.reduce(0) { $0 + $1.units }
                let few = kind.map { $0.thinned(share, &random) }
                guard let before = KindElasticity.estimate(kind),
                    let after = KindElasticity.estimate(few),
                    let full = LogLog.effects(of: kind, columns: KindElasticity.columns).last,
                    let thin = LogLog.effects(of: few, offset: 1, columns: KindElasticity.columns).last
                else { continue }
                plain += thin - full
                ours += after.value - before.value
                count += 1
            }
            print("\(rate)\t\(rounded(plain / count))\t\(rounded(ours / count))")
        }
    }
}

extension Sale {
    /// About a share of the units, drawn.
    fileprivate func thinned(_ share: Double, _ random: inout SplitMix64) -> Sale {
        Sale(
            kind: kind, item: item, period: period, units: Double(random.poisson(units * share)), price: price,
            promotions: promotions, competitors: competitors)
    }
}
