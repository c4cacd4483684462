import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// The terms of an amount as a sum that a pocket calculator repeats, and the listing's other rows beside it.
struct ShowTerms {
    let answer: ShowAnswer
    let terms: RiskTerms

    /// Listings shown in full; the rest is counted.
    private static let listingsShown = 3

    func lines(_ page: Page) -> [String] {
        var lines: [String] = []
        if let statedBy = terms.statedBy, terms.sums.isEmpty {
            // Of terms before the sum was kept with them.
            lines += ["", "Why      stated by \(statedBy.visible), times its probability"]
        } else if !terms.isRevenue {
            lines += [""] + ShowStakes(answer: answer, terms: terms).lines(page)
        }
        for listing in terms.listings.prefix(Self.listingsShown) {
            lines += [""] + why(listing, page)
            if !listing.neighbours.isEmpty { lines += [""] + neighbours(listing, page) }
        }
        let left = terms.listings.count - Self.listingsShown + terms.furtherListings
        if left > 0 {
            lines.append("and \(Numbers.count(left, "more listing")): flywheel show \(answer.id) --format json")
        }
        if terms.listings.count + terms.furtherListings > 1, let total = terms.atRisk {
            lines.append("All listings together \(Numbers.money(Money(minorUnits: total, terms.currency)))")
        }
        return lines
    }

    // MARK: One listing

    private func why(_ listing: RiskTerms.Listing, _ page: Page) -> [String] {
        var rows: [[Table.Cell]] = [
            [
                "  sold a day when nothing is wrong, units",
                Table.Cell(Numbers.grouped(listing.unitsPerDay.description)), "",
            ],
            ["  price", Table.Cell("x \(Numbers.amount(listing.price))"), Table.Cell(amount(product(listing, .one)))],
            [
                Table.Cell("  full days it counts for, of \(horizon(listing))"), Table.Cell("x \(listing.days)"),
                Table.Cell(amount(product(listing, listing.days))),
            ],
        ]
        if listing.centsShared != 0 {
            let shared = Money(minorUnits: listing.centsShared, listing.price.currency)
            rows.append([
                "  rounding, so that the listing's rows add up",
                Table.Cell("\(listing.centsShared < 0 ? "-" : "+") \(shared.amount.drop { $0 == "-" })"),
                Table.Cell(Numbers.amount(listing.amount)),
            ])
        }
        rows += self.converted(listing) + further(listing)
        let converted = listing.conversion.flatMap { $0.path == .same ? nil : $0.convert(listing.amount) }
        let heading =
            "Why \(converted.map(Numbers.money) ?? Numbers.amount(listing.amount))"
            + (terms.listings.count > 1 ? " on \(listing.code)" : "")
        let columns: [Table.Column] = [
            .init(heading.visible, least: 24), .init("term", isRight: true),
            .init(listing.price.currency.code, isRight: true),
        ]
        return Table(columns: columns, rows: rows).lines(on: page)
    }

    /// The full days there are: those looked ahead, or as many ordinary ones as they sell.
    private func horizon(_ listing: RiskTerms.Listing) -> String {
        guard let season = listing.season else { return "\(terms.horizonDays)" }
        return "\(Numbers.fixed(season.fullDays(terms.horizonDays), decimals: 1)) in \(terms.horizonDays) days"
    }

    private func converted(_ listing: RiskTerms.Listing) -> [[Table.Cell]] {
        guard let conversion = listing.conversion else {
            return [[Table.Cell("  in \(terms.currency): \(terms.unpriced ?? "no rate")"), "?", "?"]]
        }
        guard conversion.path != .same, let money = conversion.convert(listing.amount) else { return [] }
        return [
            [
                Table.Cell("  \(conversion.words)"), Table.Cell("x \(conversion.rate)"),
                Table.Cell(Numbers.money(money)),
            ]
        ]
    }

    /// What else the listing's terms come to; none of it is part of the amount above.
    private func further(_ listing: RiskTerms.Listing) -> [[Table.Cell]] {
        var rows: [[Table.Cell]] = []
        if terms.listings.count == 1, let rate = terms.feeRate, let net = terms.net {
            let left = Decimal4(tenThousandths: 10_000 - rate)
            rows.append([
                Table.Cell("  net of fees \(Numbers.fixed(Double(rate) / 100, decimals: 2))%"), Table.Cell("x \(left)"),
                Table.Cell(Numbers.money(Money(minorUnits: net, terms.currency))),
            ])
        }
        let takes = Numbers.fixed(answer.explanation.exception.exposure.fixTakesDays, decimals: 2)
        rows.append([
            Table.Cell("  avoidable by a fix that takes \(takes) days, full days"),
            Table.Cell(listing.avoidableDays.description),
            Table.Cell(total(product(listing, listing.avoidableDays, atMost: listing.amount), of: listing)),
        ])
        rows.append([
            "  fix alone, never added up, full days", Table.Cell(listing.fixAloneDays.description),
            Table.Cell(total(product(listing, listing.fixAloneDays), of: listing)),
        ])
        return rows
    }

    /// Rate times price times days as `RevenueAtRisk` makes it.
    private func product(_ listing: RiskTerms.Listing, _ days: Decimal4, atMost most: Money? = nil) -> Money? {
        guard let product = try? Terms(unitsPerDay: listing.unitsPerDay, price: listing.price).amount(days) else {
            return nil
        }
        guard let most, most.minorUnits < product.minorUnits else { return product }
        return most
    }

    /// An amount in the currency that stands above its column.
    private func amount(_ money: Money?) -> String { money.map(Numbers.amount) ?? "?" }

    /// What a listing's days come to, in the currency it is totalled in: with its code where another stands above.
    private func total(_ money: Money?, of listing: RiskTerms.Listing) -> String {
        guard let money, let conversion = listing.conversion, conversion.path != .same else { return amount(money) }
        return conversion.convert(money).map(Numbers.money) ?? Numbers.money(money)
    }

    // MARK: Its neighbours

    private func neighbours(_ listing: RiskTerms.Listing, _ page: Page) -> [String] {
        let columns: [Table.Column] = [
            .init("On this listing", least: 20), .init("today", isRight: true), .init("full days", isRight: true),
            .init("counts for", isRight: true), .init("once \(answer.id) is fixed", isRight: true),
        ]
        var rows: [[Table.Cell]] = [
            [
                Table.Cell("  \(answer.id) this one"), Table.Cell(ownShareToday), Table.Cell(listing.days.description),
                Table.Cell(Numbers.amount(listing.amount)), "-",
            ]
        ]
        for neighbour in listing.neighbours {
            let id = answer.id(of: neighbour.fingerprint)?.description ?? neighbour.fingerprint.workflow
            let title = answer.manifests.name(of: neighbour.fingerprint)
            rows.append([
                // In front, since a long title is cut off.
                Table.Cell("  \(id) " + (neighbour.blocks ? "fix too: " : "") + title),
                Table.Cell(Numbers.fixed(neighbour.shareToday, decimals: 4)), Table.Cell(neighbour.days.description),
                Table.Cell(answer.amount(of: neighbour.fingerprint, on: listing.code).map(Numbers.amount) ?? "?"),
                Table.Cell(neighbour.daysAfter.description),
            ])
        }
        rows.append([
            "  together", Table.Cell(answer.days?.together.first.map { Numbers.fixed($0, decimals: 4) } ?? "?"),
            Table.Cell(listing.daysTogether.description), Table.Cell(Numbers.amount(listing.listingTotal)), "",
        ])
        return Table(columns: columns, rows: rows).lines(on: page)
    }

    /// What the row takes of today's revenue, x(0).
    private var ownShareToday: String {
        let own = answer.days?.rows.first { $0.exception == answer.id }
        return own?.expected.first.map { Numbers.fixed($0, decimals: 4) } ?? "?"
    }
}

extension Decimal4 {
    /// 1.0000.
    fileprivate static let one = Decimal4(tenThousandths: 10_000)
}
