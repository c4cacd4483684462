public import FlywheelKit

/// The revenue at risk of one listing over the horizon, and each exception's part of it, exact to the minor unit.
///
/// Terms are rounded to what is shown, multiplied exactly, and rounded once. Full days and money are then handed to
/// the rows by largest remainder, so the rows add up to the listing and no row is more than a minor unit from its own
/// product.
public struct ListingRisk: Hashable, Sendable {
    /// Rate and price.
    public let terms: Terms
    /// Full days lost together.
    public let days: Decimal4
    /// Rate times price times ``days``, rounded once, ties to even.
    public let total: Money
    /// Full days of the horizon, the sum of its season indexes.
    public let baselineDays: Decimal4
    /// What the listing earns over the horizon when nothing is wrong: rate times price times ``baselineDays``.
    /// ``total`` never exceeds it.
    public let baseline: Money
    /// One row a claim, in the attribution's order.
    public let rows: [RowAmount]

    /// Makes money of an attribution.
    ///
    /// - Parameters:
    ///   - attribution: its claims in the order of their fingerprints: a minor unit that several rows are equally close
    ///     to goes to the first of them.
    ///   - terms: rate and price of the listing.
    public init(_ attribution: Attribution, terms: Terms) {
        let baselineDays = Decimal4(fullDays: attribution.baseline)
        let days = min(Decimal4(fullDays: attribution.together), baselineDays)
        let total = terms.amount(days)
        // What one row alone counts for is all there is.
        let isShared = attribution.rows.count != 1
        let rowDays =
            isShared
            ? largestRemainder(attribution.rows.map { $0.countsFor * 10_000 }, total: days.tenThousandths)
                .map(Decimal4.init(tenThousandths:)) : [days]
        let amounts = isShared ? Self.amounts(rowDays, terms, total: total) : [total.minorUnits]

        self.terms = terms
        self.days = days
        self.total = total
        self.baselineDays = baselineDays
        baseline = terms.amount(baselineDays)
        rows = attribution.rows.indices.map { index in
            let row = attribution.rows[index]
            let amount = Money(minorUnits: amounts[index], terms.price.currency)
            let fixAloneDays = min(Decimal4(fullDays: row.fixAlone), days)
            let avoidableDays = min(Decimal4(fullDays: row.avoidable), rowDays[index])
            return RowAmount(
                days: rowDays[index],
                amount: amount,
                centsShared: amount.minorUnits - terms.amount(rowDays[index]).minorUnits,
                fixAloneDays: fixAloneDays,
                fixAlone: terms.amount(fixAloneDays),
                avoidableDays: avoidableDays,
                avoidable: Money(
                    minorUnits: min(terms.amount(avoidableDays).minorUnits, amount.minorUnits), terms.price.currency),
                blockedBy: row.blockedBy)
        }
    }

    private static func amounts(_ days: [Decimal4], _ terms: Terms, total: Money) -> [Int64] {
        let exact = days.map { terms.exactAmount($0).quotientAndRemainder(dividingBy: Terms.perMinorUnit) }
        return largestRemainder(exact.map { Int64($0.quotient) }, exact.map(\.remainder), total: total.minorUnits)
    }
}
