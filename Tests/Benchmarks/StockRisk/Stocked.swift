import BenchmarkFiles

/// What a planner knew of a part on a Monday, and whether it could not be delivered in the weeks after.
struct Stocked {
    /// Units at hand; below zero where more is promised than is there.
    let atHand: Double
    let inTransit: Double
    /// Weeks by its range, nothing says so; `nil` where blank.
    let leadWeeks: Double?
    /// Units forecast for 3, 6 and 9 months, and sold in the last 1, 3, 6 and 9, each from today.
    let forecast: [Double]
    let sold: [Double]
    let wentShort: Bool

    var position: Double { atHand + inTransit }

    /// The rows of `backorders/backorders.csv.gz` in a folder.
    static func all(in folder: String) throws -> [Stocked] {
        let path = folder + "/backorders/backorders.csv.gz"
        let lines = try lines(of: path)
        let headings = lines.first?.split(separator: ",") ?? []
        let places = Dictionary(headings.enumerated().map { ($1, $0) }) { first, _ in first }
        return try lines.enumerated().dropFirst().map { index, line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            func number(_ heading: Substring) throws -> Double {
                guard let value = places[heading].flatMap({ $0 < cells.count ? Double(cells[$0]) : nil }) else {
                    throw UnreadableFile(description: "\(path), line \(index + 1): \(heading) is no number")
                }
                return value
            }
            guard let last = cells.last, last == "Yes" || last == "No" else {
                throw UnreadableFile(description: "\(path), line \(index + 1): neither Yes nor No at the end")
            }
            return Stocked(
                atHand: try number("national_inv"), inTransit: try number("in_transit_qty"),
                leadWeeks: try? number("lead_time"),
                forecast: try ["forecast_3_month", "forecast_6_month", "forecast_9_month"].map(number),
                sold: try ["sales_1_month", "sales_3_month", "sales_6_month", "sales_9_month"].map(number),
                wentShort: last == "Yes")
        }
    }
}
