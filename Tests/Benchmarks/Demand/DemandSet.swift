import BenchmarkFiles
import Statistics

/// Series of demand, and which part of them is forecast from which.
struct DemandSet {
    let name: String
    let series: [[Double]]
    let seasonLength: Int
    /// Periods forecast from each origin.
    let horizon: Int
    /// Origins, a period apart; the test part is `horizon` + `origins` − 1 periods long.
    var origins = 1

    var testLength: Int { horizon + origins - 1 }
    var length: Int { series.first?.count ?? 0 }

    /// What all series say of each other.
    struct Together: Sendable {
        var course: CommonCourse?
        var usualError: Double?
    }

    /// What all series say of each other, as known at each origin.
    func together(earlier: Int) -> [Together] {
        let engine = AutomaticForecast(seasonLength: seasonLength, horizon: horizon)
        return (0..<origins).map { origin in
            let periods = length - (earlier + 1) * testLength + origin
            var record = CommonRecord(periods: periods)
            for values in series { engine.add(Array(values[..<periods]), to: &record) }
            return Together(
                course: CommonCourse(record, seasonLength: seasonLength), usualError: record.relativeError)
        }
    }

    /// Every set whose file is in the folder, by the name of its own folder there.
    static func all(in folder: String) throws -> [DemandSet] {
        let automotive = try numbers(in: folder + "/spareparts/AUTO.csv", columns: 1..<25)
        return [
            DemandSet(
                name: "carparts", series: try numbers(in: folder + "/carparts/carparts.csv.gz", columns: 1..<52),
                seasonLength: 12, horizon: 12),
            DemandSet(name: "auto-rolling", series: automotive, seasonLength: 12, horizon: 1, origins: 7),
            DemandSet(name: "auto-fixed", series: automotive, seasonLength: 12, horizon: 6),
            DemandSet(
                name: "uci-weekly",
                series: try numbers(
                    in: folder + "/uci_weekly_sales/Sales_Transactions_Dataset_Weekly.csv.gz", columns: 1..<53),
                seasonLength: 52, horizon: 4),
            DemandSet(
                name: "pasta", series: try pasta(folder + "/pasta/pasta_daily.csv.gz"), seasonLength: 7, horizon: 28),
            DemandSet(
                name: "online-retail", series: try onlineRetail(folder + "/online_retail/online_retail.csv.gz"),
                seasonLength: 52, horizon: 4),
            simulated,
        ]
    }

    /// Ten thousand items by week over two years, from one unit a season to hundreds a week, some with a season, for speed.
    private static var simulated: DemandSet {
        var random = SplitMix64(seed: 2_026)
        let series = (0..<10_000).map { item in
            let mean = 0.1 * random.gamma(0.35) * 30
            let swing = item % 2 == 0 ? 0.0 : 0.6
            return (0..<112).map { week in
                let wave = 1 + swing * (1 - 4 * abs(Double(week % 52) / 52 - 0.5))
                return Double(random.poisson(mean * wave * random.gamma(2) / 2))
            }
        }
        return DemandSet(name: "simulated", series: series, seasonLength: 52, horizon: 8)
    }

    /// A row a series; a blank is taken for zero, as those who published figures took it.
    private static func numbers(in path: String, columns: Range<Int>) throws -> [[Double]] {
        try lines(of: path).dropFirst().map { line in fields(of: line)[columns].map { Double($0) ?? 0 } }
    }

    /// A series for each brand and product; days on which nothing has a row are left out.
    private static func pasta(_ path: String) throws -> [[Double]] {
        var series: [String: [Double]] = [:]
        for line in try lines(of: path).dropFirst() {
            let row = fields(of: line)
            series["\(row[1]) \(row[2])", default: []].append(Double(row[3]) ?? 0)
        }
        return series.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Units sold per code in 39 blocks of 7 days from 2010-12-01; codes with five active blocks before the last four.
    private static func onlineRetail(_ path: String) throws -> [[Double]] {
        var series: [Substring: [Double]] = [:]
        let first = days(of: "2010-12-01")
        for line in try lines(of: path).dropFirst() {
            let row = fields(of: line)
            guard row.count >= 8, let units = Double(row[3]), let price = Double(row[5]), units > 0, price > 0
            else { continue }
            let block = (days(of: row[4]) - first) / 7
            guard block < 39 else { continue }
            series[row[1], default: Array(repeating: 0, count: 39)][block] += units
        }
        return series.sorted { $0.key < $1.key }.map(\.value)
            .filter { values in values.prefix(35).count { $0 > 0 } >= 5 }
    }

    /// Days since the first of March of the year 0, of a date that begins with year, month and day.
    private static func days(of date: Substring) -> Int {
        let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
        let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1
    }
}
