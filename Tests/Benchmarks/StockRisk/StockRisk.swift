import Statistics

/// Ranks parts by the risk of going short, and prints how well what then happened agrees.
///
/// Tab-separated: ranking, area under the curve, average precision. What is fitted is fitted to four fifths and measured on
/// the fifth left out, five times, as means; the fifths hold equally many that went short, and are drawn with the seed.
@main enum StockRisk {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let folder = arguments.first, let seed = UInt64(arguments.dropFirst().first ?? "0") else {
            return print("usage: stock-risk FOLDER [SEED]")
        }
        let all = try Stocked.all(in: folder)
        print("\(all.count) parts, \(all.count(where: \.wentShort)) went short, seed \(seed)")
        print("ranking\tAUC\tAP")
        report("cover", of: all) { -$0.cover }
        report("forecast less position", of: all) { $0.forecast[0] - $0.position }
        report("P(short) within lead time and a week", of: all, by: \.shortWithinLeadTime)
        report("P(short) within a month", of: all) { $0.shortProbability(months: 1) }
        print("gradient boosting, scikit-learn's defaults, as measured elsewhere\t0.943\t0.788")
        let folds = folds(of: all, seed: seed)
        report("additive score", folds.compactMap { quality(of: all, leftOut: $0, parts: { $0 }) })
        for (index, column) in all.columns.enumerated() {
            report(
                "  without \(column.name)",
                folds.compactMap { fold in
                    quality(of: all, leftOut: fold) { $0.enumerated().filter { $0.offset != index }.map(\.element) }
                })
        }
        guard let score = AdditiveScore.fitted(to: all.columns, happened: all.map(\.wentShort)) else { return }
        printTables(of: score)
    }

    /// Five times the indices left out.
    private static func folds(of all: [Stocked], seed: UInt64) -> [Set<Int>] {
        var random = SplitMix64(seed: seed)
        let short = all.indices.filter { all[$0].wentShort }.shuffled(using: &random)
        let others = all.indices.filter { !all[$0].wentShort }.shuffled(using: &random)
        return (0..<5).map { fold in
            Set((short + others).enumerated().filter { $0.offset % 5 == fold }.map(\.element))
        }
    }

    private static func quality(
        of all: [Stocked], leftOut: Set<Int>, parts: ([ScoreColumn]) -> [ScoreColumn]
    ) -> RankingQuality? {
        let training = all.indices.filter { !leftOut.contains($0) }.map { all[$0] }
        let test = leftOut.sorted().map { all[$0] }
        let score = AdditiveScore.fitted(to: parts(training.columns), happened: training.map(\.wentShort))
        let columns = parts(test.columns)
        return score.flatMap { score in
            RankingQuality(
                scores: test.indices.map { row in score.logOdds(of: columns.map { $0.values[row] }) },
                happened: test.map(\.wentShort))
        }
    }

    private static func report(_ name: String, of all: [Stocked], by score: (Stocked) -> Double) {
        report(name, [RankingQuality(scores: all.map(score), happened: all.map(\.wentShort))].compactMap(\.self))
    }

    private static func report(_ name: String, _ qualities: [RankingQuality]) {
        func mean(_ value: (RankingQuality) -> Double) -> Double {
            qualities.reduce(0) { $0 + value($1) } / Double(qualities.count)
        }
        print(name, rounded(mean(\.areaUnderCurve)), rounded(mean(\.averagePrecision)), separator: "\t")
    }

    private static func printTables(of score: AdditiveScore) {
        print("\nfitted to all of them: log odds \(rounded(score.base)), and")
        for part in score.parts {
            print(part.name)
            for (index, points) in part.points.enumerated() {
                let upTo = index < part.limits.count ? "up to \(rounded(part.limits[index]))" : "more"
                print("  \(upTo)\t\(rounded(points))")
            }
            if part.unknown != 0 { print("  unknown\t\(rounded(part.unknown))") }
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
