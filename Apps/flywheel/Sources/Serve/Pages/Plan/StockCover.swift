import FlywheelKit
import Inventory
import Statistics

/// How long the stock of a listing lasts and when an order placed now would be there, in days from the look.
struct StockCover {
    /// The days between which it runs out, 80% of the time; `nil` where it lasts beyond ``horizon``.
    let runsOut: ClosedRange<Int>?
    /// The days between which an order placed now arrives, 80% of the time; the one day it is expected where ``isSpread`` is
    /// false.
    let arrives: ClosedRange<Int>
    /// Whether orders say how lead times scatter.
    let isSpread: Bool

    /// Days looked ahead.
    static let horizon = 120

    /// The days of a stock-out that may come; `nil` where nothing is known of demand.
    init?(_ evidence: InventoryEvidence, _ shortage: Shortage) {
        guard let demand = evidence.demand, demand.rate > 0 else { return nil }
        runsOut = Self.runsOut(
            stock: evidence.stock.fulfillable, weekly: demand.weekly ?? [demand.rate], deviation: demand.deviation,
            dispersion: demand.dispersion)
        let lead = shortage.leadTime
        isSpread = lead.early != nil
        arrives = lead.early.map { $0...max($0, lead.late) } ?? lead.expected...lead.expected
    }

    /// Whether an order placed now comes before the stock is out, with days from the least to the most that both ranges allow.
    enum Answer: Hashable {
        /// Even the latest arrival comes before the first day the stock may be out.
        case inTime(ClosedRange<Int>)
        /// Both may be: by so many days at most.
        case perhaps(spare: Int, late: Int)
        /// Even the earliest arrival comes after the last day the stock may last.
        case tooLate(ClosedRange<Int>)
    }

    /// The answer for stock that runs out within the days looked ahead.
    static func answer(runsOut: ClosedRange<Int>, arrives: ClosedRange<Int>) -> Answer {
        let spare = (runsOut.lowerBound - arrives.upperBound, runsOut.upperBound - arrives.lowerBound)
        if spare.0 >= 0 { return .inTime(spare.0...spare.1) }
        return spare.1 < 0 ? .tooLate(-spare.1...(-spare.0)) : .perhaps(spare: spare.1, late: -spare.0)
    }

    /// The days between which a stock runs out in four cases of five; `nil` where it lasts beyond ``horizon``.
    ///
    /// Demand until a day is negative binomial: its mean is what is expected until then, and its variance adds the noise of
    /// single days to the error of the estimate, which all days share. The stock has run out on the first day by which so much
    /// is asked for in one case of ten, at the latest on the first by which it is in nine of ten.
    ///
    /// - Parameters:
    ///   - weekly: units a day that are expected, by the week; the last goes on.
    ///   - deviation: the standard error of a day's expectation, in units.
    ///   - dispersion: the variance of a day over its mean.
    static func runsOut(stock: Int, weekly: [Double], deviation: Double, dispersion: Double) -> ClosedRange<Int>? {
        guard stock > 0 else { return 0...0 }
        let stock = Double(stock)
        var mean = 0.0
        var first: Int?
        for day in 1...Self.horizon {
            mean += weekly.isEmpty ? 0 : weekly[min((day - 1) / 7, weekly.count - 1)]
            let error = deviation * Double(day)
            let units = NegativeBinomial(mean: mean, variance: max(dispersion, 1) * mean + error * error)
            if first == nil, units.quantile(0.9) >= stock { first = day }
            if let first, units.quantile(0.1) >= stock { return first...day }
        }
        return first.map { $0...Self.horizon }
    }
}
