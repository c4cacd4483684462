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
        return """
            \(PlanLinks(reader: reader).html)
            \(parts.isEmpty ? "<p class=\"empty\">\(empty)</p>" : parts.map(part).joined())
            \(rest)
            """
    }

    private func part(of line: OrderLine) -> HTML {
        let address: Address =
            "/plan/forecast/\(line.listing.account)/\(line.listing.marketplace)/\(line.listing.code)"
        return """
            <section><h2>\(reader.listing(line.listing, title: line.title, at: address))</h2>
            \(StockCover(line.evidence, line.shortage).map { figure(of: line, $0) } ?? "<p>\(phrases("plan.noDemand"))</p>")
            </section>
            """
    }

    private func figure(of line: OrderLine, _ cover: StockCover) -> HTML {
        let today = answer.today
        func day(_ days: Int) -> String { reader.formats.day(today.advanced(by: days)) }
        let stock = phrases.text("plan.units", ["count": .count(line.evidence.stock.fulfillable)])
        let arrives = phrases(
            "plan.arrives",
            ["from": .text(day(cover.arrives.lowerBound)), "until": .text(day(cover.arrives.upperBound))])
        guard let runsOut = cover.runsOut else {
            return "<p>\(phrases("plan.lasts", ["days": .count(StockCover.horizon)])) \(arrives)</p>"
        }
        let end = max(runsOut.upperBound, cover.arrives.upperBound) + 3
        let answer = phrases(
            "plan.coverAnswer",
            [
                "stock": .text(stock), "from": .text(day(runsOut.lowerBound)), "until": .text(day(runsOut.upperBound)),
                "orderBy": .text(reader.formats.day(line.orderBy)),
            ])
        let picture = StockCoverPicture(
            stock: stock, runsOut: .init(Double(runsOut.lowerBound), Double(runsOut.upperBound)),
            arrives: .init(Double(cover.arrives.lowerBound), Double(cover.arrives.upperBound)),
            orderBy: Double(today.distance(to: line.orderBy)), horizon: Double(end),
            ticks: [(0, day(0)), (Double(end), day(end))], for: reader)
        return Figure(
            question: phrases("plan.coverQuestion"), picture: picture.html(answer: answer), note: "\(answer) \(arrives)"
        ).html(for: reader)
    }
}
