import FlywheelKit

extension FindingKind {
    /// One kind before and after the shelf is empty, so that a prediction that comes true stays the same exception. Effort
    /// and duration are priors; an empty shelf lasts a lead time when an order is placed at once,
    /// and no less, since its claim knows of everything that is on its way.
    static let stockOut = FindingKind(
        "stock-out", title: "stock-out", effortHours: 0.5, lastsDays: 14, outlastsFix: true)
    /// Effort and duration of this and the following kinds are priors.
    static let excessStock = FindingKind("excess-stock", title: "excess stock", effortHours: 0.5, lastsDays: 60)
    static let ageingStock = FindingKind("ageing-stock", title: "ageing stock", effortHours: 0.5, lastsDays: 60)
    /// The list of what is stranded decides as well: an old one opens none and ends none.
    static let strandedStock = FindingKind(
        "stranded-stock", title: "stranded stock", effortHours: 0.5, lastsDays: 20,
        decidedBy: [Stock.feed, Catalog.feed, StrandedStock.feed])

    static let inventory = [stockOut, excessStock, ageingStock, strandedStock]
}

extension Surplus.Reason {
    /// The kind of finding it makes.
    var kind: FindingKind {
        switch self {
        case .excess: .excessStock
        case .ageing: .ageingStock
        case .stranded: .strandedStock
        }
    }
}

extension RootCause {
    static let inventory = [
        RootCause("replenished", "It was time to order, and it was ordered."),
        RootCause("ordered-late", "The order was placed after its last day."),
        RootCause("demand-rose", "More was sold than anyone expected."),
        RootCause("demand-fell", "Less was sold than anyone expected."),
        RootCause("ordered-too-much", "More was ordered than demand called for."),
        RootCause("supplier-late", "The supplier delivered late or short."),
        RootCause("inbound-delayed", "Carrier or warehouse took longer than planned."),
        RootCause("units-lost", "Units were lost, damaged or unsellable."),
        RootCause("offer-closed", "The offer of units in the warehouse was closed or lost."),
        RootCause("wrong-lead-time", "The lead time used was not the real one."),
        RootCause("wrong-count", "The stock reported was not the stock there."),
        RootCause("discontinued", "The product is not to be ordered again."),
        RootCause("cash", "The order was put off for want of money."),
        RootCause("other", "Something else; the note says what."),
    ]
}
