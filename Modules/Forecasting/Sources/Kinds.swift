import FlywheelKit

/// Effort and duration are priors, until the desk's own closes say better.
extension FindingKind {
    static let demandShift = FindingKind("demand-shift", title: "demand shifted", effortHours: 0.25, lastsDays: 42)
    static let forecastBias = FindingKind(
        "forecast-bias", title: "forecast off in one direction", effortHours: 0.25, lastsDays: 30)
    static let seasonChange = FindingKind(
        "season-change", title: "season came earlier or later", effortHours: 0.25, lastsDays: 77)
    static let overrideAstray = FindingKind(
        "override-astray", title: "stated forecast further off than the computed one", effortHours: 0.1, lastsDays: 14)

    static let trafficDrop = FindingKind("traffic-drop", title: "page views fell", effortHours: 0.5, lastsDays: 7)
    static let salesDrop = FindingKind("sales-drop", title: "sales fell", effortHours: 0.5, lastsDays: 7)

    static let forecasting = [demandShift, forecastBias, seasonChange, overrideAstray, trafficDrop, salesDrop]
}

extension RootCause {
    static let forecasting = [
        RootCause("price", "Our price or a competitor's changed."),
        RootCause("advertising", "Advertising was started, stopped or moved."),
        RootCause("promotion", "A promotion or an event that nobody had entered."),
        RootCause("competition", "A competitor came or left."),
        RootCause("season", "The season began or ended."),
        RootCause("traffic", "The page was shown less: search rank, a link or an advertisement was lost."),
        RootCause("content", "The product page or its reviews changed."),
        RootCause("availability", "It could not be bought, and no feed said so."),
        RootCause("trend", "Demand grows or fades for good."),
        RootCause("data", "The sales reported were wrong."),
        RootCause("other", "Something else; the note says what."),
    ]
}
