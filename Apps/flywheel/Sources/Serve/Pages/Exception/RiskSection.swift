import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk
import WebPages

/// Why an exception ranks where it does: the terms of its amount as a picture and as a sum, and the other exceptions that the
/// same loss is shared with.
struct RiskSection {
    let visit: PageVisit
    let answer: ShowAnswer

    init(_ visit: PageVisit, _ answer: ShowAnswer) {
        self.visit = visit
        self.answer = answer
    }

    /// Listings shown in full; the JSON has all.
    private static let listingsShown = 3
    /// Exceptions shown that one stands for.
    private static let membersShown = 10

    private var words: Phrases { visit.words }
    private var formats: Formats { visit.formats }

    /// The section.
    var html: HTML {
        let title: HTML = "<h2>\(words("exception.why"))</h2>"
        if answer.explanation.exception.isGroup { return "<section class=\"panel\">\(title)\(members)</section>" }
        guard let terms = answer.explanation.terms ?? answer.termsAtClose else { return .nothing }
        let listings = terms.listings.prefix(Self.listingsShown).map { listing in
            listingPart(listing, terms)
        }
        let left = terms.listings.count - listings.count + terms.furtherListings
        let more: HTML =
            left > 0 ? "<p class=\"muted\">\(words("exception.moreListings", ["count": .count(left)]))</p>" : .nothing
        return """
            <section class="panel">\(title)\(stated(terms))\(listings)\(more)\(totals(terms))
            <p><a href="/x/\(answer.id.description)/numbers">\(words("exception.numbers.link"))</a></p></section>
            """
    }

    // MARK: One listing

    private func listingPart(_ listing: RiskTerms.Listing, _ terms: RiskTerms) -> HTML {
        let name: HTML =
            terms.listings.count > 1 ? "<h3 translate=\"no\">\(listing.code)</h3>" : .nothing
        return "\(name)\(fall(listing, terms).html)\(rounding(listing))\(overlap(listing))"
    }

    /// From everything the listing would sell to what the exception counts for. Each length is rate times price times days.
    private func fall(_ listing: RiskTerms.Listing, _ terms: RiskTerms) -> Waterfall {
        let whole = listing.season?.fullDays(terms.horizonDays) ?? Double(terms.horizonDays)
        func amount(_ days: Double) -> Double {
            listing.unitsPerDay.value * Double(listing.price.minorUnits) * days
        }
        func figure(_ days: Double) -> String {
            formats.money(Money(minorUnits: Int64(amount(days).rounded()), listing.price.currency))
        }
        let (own, together) = (listing.days.value, listing.daysTogether.value)
        var steps = [
            Waterfall.Step(
                words("exception.fall.whole", ["days": .count(terms.horizonDays)]), figure: figure(whole),
                value: amount(whole), .total),
            Waterfall.Step(
                words("exception.fall.sold"), figure: "− \(figure(whole - together))", value: amount(whole - together),
                .taken),
        ]
        if together - own > 0.000_05 {
            steps.append(
                Waterfall.Step(
                    words("exception.fall.others"), figure: "− \(figure(together - own))",
                    value: amount(together - own), .taken))
        }
        steps.append(
            Waterfall.Step(
                words("exception.fall.counts"), figure: formats.money(listing.amount),
                value: Double(listing.amount.minorUnits), .result))
        let product = words(
            "exception.fall.product",
            [
                "units": .text(exact(listing.unitsPerDay)), "price": .text(formats.money(listing.price)),
                "days": .text(exact(listing.days)), "amount": .text(formats.money(listing.amount)),
            ])
        return Waterfall(steps, product: product)
    }

    /// An exact decimal with all of its digits, as the reader writes numbers.
    private func exact(_ decimal: some CustomStringConvertible) -> String {
        let text = decimal.description
        guard let value = Double(text) else { return text }
        return formats.number(value, decimals: text.split(separator: ".").dropFirst().first?.count ?? 0)
    }

    private func rounding(_ listing: RiskTerms.Listing) -> HTML {
        var lines: [HTML] = []
        if listing.centsShared != 0 {
            let shared = Money(minorUnits: listing.centsShared, listing.price.currency)
            lines.append(words("exception.fall.rounding", ["money": .text(formats.money(shared))]))
        }
        if let rate = rate(listing.conversion, of: listing.amount) { lines.append(rate) }
        return "\(lines.map { "<p class=\"muted\">\($0)</p>" as HTML })"
    }

    /// By which rate a sum becomes one of the totals' currency; `nil` where it is of that.
    private func rate(_ conversion: Conversion?, of sum: Money) -> HTML? {
        guard let conversion, conversion.path != .same, let money = conversion.convert(sum) else { return nil }
        return words(
            "exception.fall.rate",
            [
                "rate": .text(exact(conversion.rate)), "from": .text(conversion.base.code),
                "to": .text(conversion.quote.code), "day": .text(formats.day(conversion.day)),
                "money": .text(formats.money(money)),
            ])
    }

    /// What the listing's exceptions count for, side by side, and which of them must be fixed first.
    private func overlap(_ listing: RiskTerms.Listing) -> HTML {
        guard !listing.neighbours.isEmpty else { return .nothing }
        var parts = [
            part(
                answer.fingerprint, id: answer.id, days: listing.days, amount: listing.amount, isHere: true,
                fixAlone: listing.fixAloneDays.value, remark: .nothing)
        ]
        for neighbour in listing.neighbours {
            let remark: HTML =
                neighbour.blocks ? " <strong>\(words("exception.overlap.first"))</strong>" : .nothing
            parts.append(
                part(
                    neighbour.fingerprint, id: answer.id(of: neighbour.fingerprint), days: neighbour.days,
                    amount: answer.amount(of: neighbour.fingerprint, on: listing.code), isHere: false, fixAlone: 0,
                    remark: remark))
        }
        let picture = OverlapBar(parts).html(
            answer: words(
                "exception.overlap.answer",
                [
                    "days": .text(formats.number(listing.days.value, decimals: 2)),
                    "together": .text(formats.number(listing.daysTogether.value, decimals: 2)),
                ]))
        let total = words(
            "exception.overlap.together",
            [
                "money": .text(formats.money(listing.listingTotal)),
                "days": .text(exact(listing.daysTogether)),
            ])
        return Figure(question: words("exception.overlap.question"), picture: picture, note: total).html(
            for: visit.reader)
    }

    private func part(
        _ fingerprint: Fingerprint, id: ExceptionID?, days: Decimal4, amount: Money?, isHere: Bool, fixAlone: Double,
        remark: HTML
    ) -> OverlapBar.Part {
        let name = visit.said(answer.manifests.name(of: fingerprint))
        let label: HTML =
            id.map { "<a href=\"/x/\($0.description)\">\($0.description)</a> \(name)" }
            ?? name
        let figures = words(
            "exception.overlap.counts",
            ["days": .text(exact(days)), "money": .text(amount.map(formats.money) ?? "?")])
        return OverlapBar.Part(
            label + remark, figures: figures, countsFor: days.value, fixAlone: fixAlone, isHere: isHere)
    }

    // MARK: Sums

    private func stated(_ terms: RiskTerms) -> HTML {
        var items: [(name: HTML, value: HTML)] = terms.sums.map { sum in
            let rate: HTML =
                rate(sum.conversion, of: sum.money).map { " <span class=\"muted\">\($0)</span>" } ?? .nothing
            return (visit.said(sum.source), "\(formats.money(sum.money))\(rate)")
        }
        // The sum names its source.
        if let statedBy = terms.statedBy, terms.sums.isEmpty {
            items.append((words("exception.statedBy"), visit.said(statedBy)))
        }
        if let ending = terms.ending {
            items.append(
                (
                    words("exception.endsOn"),
                    "<span translate=\"no\">\(ending.code)</span> \(formats.money(ending.amount))"
                ))
        }
        return items.isEmpty ? .nothing : Definitions(items).html
    }

    /// What else the terms come to; none of it is part of the amount.
    private func totals(_ terms: RiskTerms) -> HTML {
        func money(_ minorUnits: Int64) -> HTML {
            HTML(text: formats.money(Money(minorUnits: minorUnits, terms.currency)))
        }
        let items: [(name: HTML, value: HTML)] = [
            terms.net.map { (words("exception.net"), money($0)) },
            terms.avoidable.map { (words("exception.avoidable"), money($0)) },
            terms.fixAlone.map { (words("exception.fixAlone"), money($0)) },
        ].compactMap(\.self)
        return Definitions(items).html
    }

    // MARK: A group

    private var members: HTML {
        let open = answer.explanation.members.filter(\.exception.state.isOpen)
        let rows = open.prefix(Self.membersShown).map { member in
            DataTable.Row([
                "<a href=\"/x/\(member.exception.id.description)\">\(member.exception.id.description)</a>",
                visit.place(of: member.exception.fingerprint.subject),
                visit.chip(member.exception).html(for: visit.reader),
                HTML(text: member.atRisk.map(formats.money) ?? "?"),
            ])
        }
        let table = DataTable(
            id: "members", caption: words("exception.members", ["count": .count(open.count)]),
            columns: [
                .init(words("exception.id")), .init(words("exception.listing")), .init(words("list.state")),
                .init(words("exception.atRiskHeading"), isNumber: true),
            ], rows: Array(rows), empty: words("exception.noMembers"))
        return """
            \(table.html)<p><a href="/queue?parent=\(answer.id.description)&amp;all=on">\
            \(words("exception.allMembers"))</a></p>
            """
    }
}
