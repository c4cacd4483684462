import Cases
import Statistics

/// One number of the report, with what it is of.
struct ReportFigure: JSONRecord {
    /// What is measured.
    let metric: DeskMetric
    /// What of it: `share`, `median`, `ninetieth`, and of those that ended alone `meanOfEnded` and others.
    let statistic: String
    /// The part of the cases it is of; `nil` for all.
    var part: String?
    /// The number, in the metric's unit; `nil` where nothing is known.
    var value: Double?
    /// Its bounds.
    var low: Double?
    var high: Double?
    /// How many it counts, of how many.
    var count: Int?
    var of: Int?
    /// How many it is too early to tell of, and how many nobody can.
    var open: Int?
    var unknown: Int?
    /// Whether it is of so few that it is not shown.
    var isHidden = false

    /// Whether it is of anything. Where there is no ladder, that nothing was passed up says nothing.
    var isTelling: Bool { (of ?? 0) > 0 && (metric != .escalated || (count ?? 0) > 0) }

    static let members: Members<Self> = [
        "metric": .word(\.metric), "statistic": .value(\.statistic), "part": .value(\.part), "value": .share(\.value),
        "low": .share(\.low), "high": .share(\.high), "count": .value(\.count), "of": .value(\.of),
        "open": .value(\.open), "unknown": .value(\.unknown), "isHidden": .value(\.isHidden),
    ]

    /// A share.
    static func share(_ metric: DeskMetric, _ share: ShareSummary, part: String? = nil) -> ReportFigure {
        ReportFigure(
            metric: metric, statistic: "share", part: part, value: share.share, low: share.interval?.low,
            high: share.interval?.high, count: share.part, of: share.whole, open: share.open, unknown: share.unknown)
    }

    /// How often clocks were kept. Those of one case go together, so that there are no bounds as of a share of cases.
    static func attainment(_ kept: Attainment, part: String) -> ReportFigure {
        ReportFigure(
            metric: .attainment, statistic: "share", part: part, value: kept.share, count: kept.met, of: kept.told,
            open: kept.pending, unknown: kept.unknown)
    }

    /// A duration: by the product-limit estimate, and of the ended ones alone.
    static func duration(_ metric: DeskMetric, _ found: DurationSummary, part: String? = nil) -> [ReportFigure] {
        func figure(_ statistic: String, _ value: Double?, _ bounds: DurationSummary.Quantile?) -> ReportFigure {
            ReportFigure(
                metric: metric, statistic: statistic, part: part, value: value, low: bounds?.low, high: bounds?.high,
                count: found.ended, of: found.ended + found.going, open: found.going, unknown: found.unknown)
        }
        let plain = found.ofEnded
        return [
            figure("median", found.median?.value, found.median),
            figure("ninetieth", found.ninetieth?.value, found.ninetieth),
            figure("meanOfEnded", plain?.mean, nil), figure("medianOfEnded", plain?.median, nil),
            figure("ninetiethOfEnded", plain?.ninetieth, nil), figure("ninetyFifthOfEnded", plain?.ninetyFifth, nil),
        ]
    }
}
