import FlywheelKit
import FlywheelStore
import WebPages

/// How long stock lasts: of each listing that may run out the days it lasts, the day to order by, and when an order arrives.
struct StockPage {
    let answer: ReorderAnswer
    let reader: Reader

    private var phrases: Phrases { reader.phrases }
    /// More pictures than that are a wall; the orders page lists all.
    private static let most = 12

    var html: HTML {
        let parts = answer.lines.sorted { ($0.orderBy, $0.listing) < ($1.orderBy, $1.listing) }.prefix(Self.most)
        let more = answer.lines.count - parts.count
        let rest: HTML =
            more > 0 ? "<p><a href=\"/plan/orders\">\(phrases("plan.more", ["count": .count(more)]))</a></p>" : .nothing
        let empty = phrases("plan.nothingToOrder", ["rotation": .text(answer.rotation.id.description)])
        let covers = parts.map { StockCover($0.evidence, $0.shortage) }
        // One scale, so that two pictures can be compared.
        let horizon = (covers.compactMap { $0?.lastDay }.max() ?? 0) + 3
        let sections = zip(parts, covers).map { part(of: $0, $1, horizon: horizon) }
        return """
            \(PlanLinks(reader: reader, current: "/plan/stock").html)
            \(parts.isEmpty ? "<p class=\"empty\">\(empty)</p>" : sections.joined())
            \(rest)
            """
    }

    private func part(of line: OrderLine, _ cover: StockCover?, horizon: Int) -> HTML {
        let address: Address =
            "/plan/forecast/\(line.listing.account)/\(line.listing.marketplace)/\(line.listing.code)"
        return """
            <section><h2>\(reader.listing(line.listing, title: line.title, at: address))</h2>
            \(cover.map { figure(of: line, $0, horizon: horizon) } ?? "<p>\(phrases("plan.noDemand"))</p>")
            </section>
            """
    }

    private func day(_ days: Int) -> String { reader.formats.day(answer.today.advanced(by: days)) }

    private func figure(of line: OrderLine, _ cover: StockCover, horizon: Int) -> HTML {
        let stock = phrases.text("plan.units", ["count": .count(line.evidence.stock.fulfillable)])
        let arrives = arrival(cover)
        guard let runsOut = cover.runsOut else {
            return "<p>\(phrases("plan.lasts", ["days": .count(StockCover.horizon)])) \(arrives)</p>"
        }
        let verdict = StockCover.answer(runsOut: runsOut, arrives: cover.arrives)
        let isPast = line.orderBy < answer.today
        let orderBy = reader.formats.day(line.orderBy)
        let facts = phrases(
            "plan.coverAnswer",
            [
                "stock": .text(stock), "from": .text(day(runsOut.lowerBound)), "until": .text(day(runsOut.upperBound)),
                "orderBy": .text(isPast ? phrases.text("plan.orderByPast", ["day": .text(orderBy)]) : orderBy),
            ])
        let said: HTML = "\(words(of: verdict)) \(facts) \(arrives)"
        let picture = StockCoverPicture(
            stock: stock, runsOut: .init(Double(runsOut.lowerBound), Double(runsOut.upperBound)),
            arrives: .init(Double(cover.arrives.lowerBound), Double(cover.arrives.upperBound)),
            isTooLate: verdict.isTooLate, orderBy: Double(answer.today.distance(to: line.orderBy)),
            horizon: Double(horizon), ticks: [0, horizon / 2, horizon].map { (Double($0), day($0)) }, for: reader)
        return Figure(question: phrases("plan.coverQuestion"), picture: picture.html(answer: said), note: said)
            .html(for: reader)
    }

    /// When an order placed today arrives, as surely as orders say.
    private func arrival(_ cover: StockCover) -> HTML {
        let (first, last) = (day(cover.arrives.lowerBound), day(cover.arrives.upperBound))
        return cover.isSpread
            ? phrases("plan.arrives", ["from": .text(first), "until": .text(last)])
            : phrases("plan.expectedArrival", ["day": .text(first)])
    }

    /// The answer to the question of the picture.
    private func words(of answer: StockCover.Answer) -> HTML {
        func span(_ days: ClosedRange<Int>, _ key: String) -> HTML {
            days.count == 1
                ? phrases("plan.\(key)", ["days": .count(days.lowerBound)])
                : phrases(
                    "plan.\(key)Between", ["least": .count(days.lowerBound), "most": .count(days.upperBound)])
        }
        return switch answer {
        case .inTime(let days): span(days, "comesInTime")
        case .perhaps(let spare, let late):
            phrases("plan.comesPerhaps", ["spare": .count(spare), "late": .count(late)])
        case .tooLate(let days): span(days, "comesLate")
        }
    }
}

extension StockCover {
    /// The last day that a picture of it has to show.
    fileprivate var lastDay: Int { max(runsOut?.upperBound ?? 0, arrives.upperBound) }
}

extension StockCover.Answer {
    fileprivate var isTooLate: Bool { if case .tooLate = self { true } else { false } }
}
