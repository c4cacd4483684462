import CaseDesk
import Cases
import Statistics

extension CasesReportAnswer {
    /// How disputes ended.
    func disputes(_ page: Page) -> [String] {
        let known = report.disputes.known
        guard !known.isEmpty else { return [] }
        return [""]
            + known.flatMap { metric, results -> [String] in
                let all = results.all
                let words =
                    "\(Self.words(all.wins, "decided")); \(all.partly) partly, \(all.lost) lost, apart \(all.withdrawn) "
                    + "withdrawn and \(all.pending) pending"
                let parts = results.byReason.prefix(3).map { "\($0.name) \($0.tally.won) of \($0.tally.wins.whole)" }
                return page.wrapped(words, head: metric.heading.padded(toCells: 14))
                    + page.wrapped("by reason: \(parts.joined(separator: ", "))".visible, head: "              ")
            }
            + page.wrapped(
                "only what was pursued: who contests what they expect to win wins more", head: "              ")
    }

    /// What people said when they were asked, and whether texts may be read in their place.
    func surveys(_ page: Page) -> [String] {
        let survey = report.survey
        guard survey.answered.whole > 0 else { return [] }
        var lines = [""] + page.wrapped(Self.words(survey.satisfied, "answers"), head: "Satisfied     ")
        var asked = "\(survey.answered.part) of \(survey.answered.whole) asked answered"
        if let possible = survey.possible, survey.answered.part < survey.answered.whole {
            asked +=
                "; of all asked between \(Numbers.percent(possible.lowerBound)) and "
                + "\(Numbers.percent(possible.upperBound)) may be"
        }
        lines += page.wrapped(asked, head: "              ")
        for (number, language) in sentiment.languages.enumerated() {
            lines += page.wrapped(language.words, head: number == 0 ? "From texts    " : "              ")
        }
        if survey.isThin {
            lines += page.wrapped(
                "so few answer that who stays away may decide the score", head: page.ink("thin", .yellow) + "          "
            )
        }
        return lines
    }

    /// Causes, reviews, audits, and what goes with sales.
    func learning(_ page: Page) -> [String] {
        causes(page) + reviews(page) + audits(page) + sales(page)
    }

    private func causes(_ page: Page) -> [String] {
        guard report.causes.stated.part > 0 else { return [] }
        let rows = report.causes.causes.prefix(6).map { cause -> [Table.Cell] in
            let trend: String
            if cause.isTrend, let found = cause.trend {
                trend = found.slope > 0 ? "rises" : "falls"
            } else {
                trend = ""
            }
            return [
                Table.Cell(cause.code), Table.Cell(Numbers.grouped(cause.total)),
                Table.Cell(Self.bars(cause.counts, isASCII: page.isASCII)), Table.Cell(trend),
            ]
        }
        let weeks = report.causes.weeks.count
        let stated = report.causes.stated
        return [""]
            + Table(
                columns: [
                    .init("CAUSE", least: 12), .init("CASES", isRight: true), .init("LAST \(weeks) WEEKS"),
                    .init("SHARE"),
                ], rows: rows
            ).lines(on: page)
            + page.wrapped(
                "stated of \(Numbers.grouped(stated.part)) of \(Numbers.grouped(stated.whole)) cases that ended; a share "
                    + "rises or falls where chance would do so in 1 of 20, all causes together")
    }

    private func reviews(_ page: Page) -> [String] {
        let found = report.reviews
        guard found.reviewed > 0 else { return [] }
        let verdicts = found.verdicts.map { "\($0.name) \($0.cases)" }.joined(separator: ", ")
        let agreement = found.agreement.map { kappa in
            let bounds = kappa.interval()
            return "two looked at \(kappa.count): agree on \(Numbers.percent(kappa.agreement)), kappa "
                + "\(Numbers.fixed(kappa.value, decimals: 2)), 95% between "
                + "\(Numbers.fixed(bounds.lowerBound, decimals: 2)) and \(Numbers.fixed(bounds.upperBound, decimals: 2))"
        }
        return [""]
            + page.wrapped("\(Numbers.count(found.reviewed, "case")): \(verdicts)".visible, head: "Reviewed      ")
            + page.wrapped(
                agreement ?? "agreement is not known: \(found.twice) looked at by two, or all found alike",
                head: "              ")
    }

    private func audits(_ page: Page) -> [String] {
        let found = report.gaps
        guard found.share.whole > 0 else { return [] }
        let gaps = found.gaps.map { gap in
            "\(gap.policy) (\(gap.audits)): \(gap.decision.map { "decided in \($0)" } ?? "nobody has decided")"
        }
        return [""]
            + page.wrapped("\(Self.words(found.share, "audits")) found a policy gap", head: "Escalated     ")
            + gaps.flatMap { page.wrapped($0.visible, head: "              ") }
    }

    private func sales(_ page: Page) -> [String] {
        let (head, indent) = ("With sales    ", "              ")
        guard let found = association.correlation else {
            let least = RankCorrelation.least
            let why =
                switch association.missing {
                case .links, nil: "no case names a listing that the facts or a person confirmed"
                case .sales: "no listing's units are known for the last \(3 * ListingSupport.days) days"
                case .listings: "\(Numbers.count(association.listings, "listing")) sold enough, \(least) are needed"
                case .difference: "all listings are alike in contacts or in sales"
                }
            return [""] + page.wrapped("not shown: \(why)", head: head)
        }
        let bounds = found.interval()
        let (low, high) = (bounds.lowerBound, bounds.upperBound)
        let what =
            if high < 0 {
                "listings with more contacts a unit went on to sell less"
            } else if low > 0 {
                "listings with more contacts a unit went on to sell more"
            } else { "contacts a unit and later sales are not seen to go together" }
        let aside = association.leftOut + association.unknown
        let words =
            "\(what): rank correlation \(Numbers.fixed(found.value, decimals: 2)), 95% between "
            + "\(Numbers.fixed(low, decimals: 2)) and \(Numbers.fixed(high, decimals: 2)), over "
            + "\(Numbers.count(found.count, "listing"))\(aside > 0 ? ", \(Numbers.grouped(aside)) left out" : "")"
        let behind = SupportAssociation.confounders.joined(separator: ", ")
        return [""] + page.wrapped(words, head: head)
            + page.wrapped(
                "an association, which does not say that one makes the other; not looked at: \(behind)", head: indent)
    }

    /// `67% of 12, 95% between 39% and 86%`; under thirty it is said that they are few.
    static func words(_ share: ShareSummary, _ things: String) -> String {
        guard let found = share.interval else { return "nothing known yet" }
        return "\(Numbers.percent(found.share)) of \(Numbers.grouped(share.whole)) \(things), 95% between "
            + "\(Numbers.percent(found.low)) and \(Numbers.percent(found.high))\(share.isFirm ? "" : ", of few")"
    }

    /// Counts as bars of eight heights; as numbers where only ASCII may be written.
    static func bars(_ counts: [Int], isASCII: Bool) -> String {
        guard !isASCII else { return counts.map(String.init).joined(separator: " ") }
        let most = max(1, counts.max() ?? 1)
        let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        return String(counts.map { heights[$0 * 7 / most] })
    }
}

extension TextSentiment.Language {
    /// What texts in the language say, or why it is hidden.
    fileprivate var words: String {
        let name = code.isEmpty ? "language not known" : code
        guard let dissatisfied else { return "\(name): hidden, \(why)" }
        return "\(name): of \(Numbers.count(read, "writer")) who said nothing \(Numbers.percent(dissatisfied)) sound "
            + "dissatisfied, by readings that hold against \(Numbers.count(check.count, "answer"))"
    }

    private var why: String {
        switch check.fault {
        case .few(let count): "\(Numbers.count(count, "answer")) of \(SentimentCheck.least) that a reading takes"
        case .oneSided(let count):
            "\(Numbers.count(count, "answer")) of the rarer kind of \(SentimentCheck.leastOfEach) that it takes"
        case .ranking(let area): "readings hardly tell who is dissatisfied (\(Numbers.fixed(area, decimals: 2)))"
        case .error(let error): "readings are off by \(Numbers.percent(error)) on average"
        case nil: "everybody answered"
        }
    }
}
