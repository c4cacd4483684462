import BenchmarkFiles
import BenchmarkScores
import Foundation
import Statistics

/// The M3 competition: 3,003 series, and the forecasts of 24 methods as they were handed in.
///
/// Everything is chosen from the training parts; the last 6, 8, 18 or 8 values are only scored. So that methods can be
/// compared without looking at those, the last values of the training parts can be scored in their stead.
struct M3 {
    struct Series: Decodable {
        let sn: String
        let period: String
        let frequency: Int
        let horizon: Int
        let train: [Double]
        let test: [Double]

        /// The series as it would be had it ended before the test part; nil where too little is left to forecast from.
        var withinTraining: Self? {
            guard train.count - horizon >= max(12, 2 * frequency + 4) else { return nil }
            return Self(
                sn: sn, period: period, frequency: frequency, horizon: horizon, train: train.dropLast(horizon),
                test: train.suffix(horizon))
        }
    }

    /// The groups of the tables.
    static let groups = ["YEARLY", "QUARTERLY", "MONTHLY", "OTHER", "ALL"]

    let series: [Series]
    /// By method, then by series.
    let published: [(method: String, forecasts: [String: [Double]])]

    /// Reads the folder's `m3_series.jsonl.gz` and `m3_method_forecasts.csv.gz`.
    ///
    /// - Parameter isWithinTraining: whether the end of the training parts is scored, with which nothing published
    ///   compares.
    init(folder: String, isWithinTraining: Bool) throws {
        let decoder = JSONDecoder()
        let all = try lines(of: folder + "/m3_series.jsonl.gz").map { line in
            try decoder.decode(Series.self, from: Data(line.utf8))
        }
        series = isWithinTraining ? all.compactMap(\.withinTraining) : all
        guard !isWithinTraining else {
            published = []
            return
        }
        var published: [(method: String, forecasts: [String: [Double]])] = []
        for line in try lines(of: folder + "/m3_method_forecasts.csv.gz").dropFirst() {
            let cells = line.split(separator: ",")
            if published.last?.method != String(cells[0]) { published.append((String(cells[0]), [:])) }
            published[published.count - 1].forecasts[String(cells[1])] = cells.dropFirst(2).compactMap { Double($0) }
        }
        self.published = published
    }

    /// Sums of a group's errors.
    struct Score {
        var count = 0
        var percentage = 0.0
        var scaled = 0.0

        mutating func add(_ forecast: [Double], for series: Series) {
            guard forecast.count == series.test.count,
                let percentage = Accuracy.symmetricPercentageError(of: forecast, against: series.test),
                let scaled = ErrorScale(training: series.train, season: series.frequency)?
                    .meanAbsoluteScaledError(of: forecast, against: series.test)
            else { return }
            count += 1
            self.percentage += percentage
            self.scaled += scaled
        }
    }

    /// Prints one row for each method, sMAPE / MASE by group, ours beside the published ones, the best sMAPE first.
    func printTable() async {
        var rows = published.map { method, forecasts in
            row(method) { forecasts[$0.sn] }
        }
        for index in methods(season: 1).indices {
            let forecasts = await series.concurrently { series in
                methods(season: series.frequency)[index].forecast(series.train, horizon: series.horizon)?.mean
            }
            let byName = Dictionary(uniqueKeysWithValues: zip(series.map(\.sn), forecasts))
            let name = methods(season: 12)[index].name
            rows.append(row("* " + name) { byName[$0.sn] ?? nil })
        }
        print("sMAPE / MASE on \(series.count) series; * ours, the others as published with the competition")
        print("method".padded(42) + Self.groups.map { $0.lowercased().padded(16) }.joined())
        for row in rows.sorted(by: { $0.all < $1.all }) { print(row.text) }
    }

    private func row(_ name: String, _ forecast: (Series) -> [Double]?) -> (text: String, all: Double) {
        var scores = [String: Score]()
        for series in series {
            guard let forecast = forecast(series) else { continue }
            scores[series.period, default: Score()].add(forecast, for: series)
            scores["ALL", default: Score()].add(forecast, for: series)
        }
        let cells = Self.groups.map { group in
            guard let score = scores[group], score.count > 0 else { return "-".padded(16) }
            let count = Double(score.count)
            return String(format: "%5.2f / %5.3f", score.percentage / count, score.scaled / count).padded(16)
        }
        // A method that left series out is not compared over all.
        let all = scores["ALL"].flatMap { $0.count == series.count ? $0.percentage / Double($0.count) : nil }
        return (name.padded(42) + cells.joined(), all ?? .infinity)
    }
}

extension String {
    func padded(_ width: Int) -> String { padding(toLength: max(width, count), withPad: " ", startingAt: 0) }
}
