import FlywheelKit
import FlywheelStore
import WebPages

/// What to order, by supplier: how much, by when, what it costs and why.
struct OrdersPage {
    let answer: ReorderAnswer
    let query: CommandQuery
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        """
        \(PlanLinks(reader: reader, current: "/plan/orders").html)
        \(answer.warnings.map { Notice(.warning, reader.said($0)).html(for: reader) })
        \(filters)
        <p>\(sum)</p>
        \(answer.orders.enumerated().map(part))
        \(remarks)
        """
    }

    private var filters: HTML {
        let suppliers = Set(answer.orders.compactMap(\.supplier)).sorted()
        let values = [(value: "", label: phrases.text("plan.anySupplier"))] + suppliers.map { (value: $0, label: $0) }
        return FilterForm(
            "/plan/orders",
            [
                .choice(
                    name: "supplier", label: phrases("plan.supplier"), values: values,
                    chosen: query["supplier"] ?? "")
            ], notUnderstood: query.notUnderstood
        ).html(for: reader)
    }

    private var sum: HTML {
        guard !answer.lines.isEmpty else {
            return phrases("plan.nothingToOrder", ["rotation": .text(answer.rotation.id.description)])
        }
        let totals = answer.totals.map { reader.formats.money($0) }.joined(separator: ", ")
        let words = phrases("plan.toOrder", ["count": .count(answer.lines.count), "sum": .text(totals)])
        guard answer.uncosted > 0 else { return words }
        return "\(words) \(phrases("plan.uncosted", ["count": .count(answer.uncosted)]))"
    }

    private func part(at place: Int, of order: ProposedOrder) -> HTML {
        let supplier: HTML = order.supplier.map { "<bdi>\($0)</bdi>" } ?? phrases("plan.noSupplier")
        let caption: HTML = order.sum.map { "\(reader.formats.money($0))" } ?? phrases("plan.noCost")
        let table = DataTable(
            id: "order-\(String(place + 1))", caption: caption,
            columns: [
                .init(phrases("plan.column.listing")), .init(phrases("plan.column.orderBy")),
                .init(phrases("plan.column.units"), isNumber: true),
                .init(phrases("plan.column.cost"), isNumber: true),
                .init(phrases("plan.column.arrives")),
                .init(phrases("plan.column.why")),
            ], rows: order.lines.map(row), empty: .nothing)
        return "<section><h2>\(supplier)</h2>\(table.html)</section>"
    }

    private func row(of line: OrderLine) -> DataTable.Row {
        let arrival = line.arrival(placed: answer.today)
        let address: Address =
            "/plan/forecast/\(line.listing.account)/\(line.listing.marketplace)/\(line.listing.code)"
        return DataTable.Row([
            """
            \(reader.listing(line.listing, title: line.title, at: address)) \
            \(RecordLink(id: line.exception.description).html)
            """,
            lastDay(line), "\(reader.formats.number(line.order.units))",
            line.order.cost.map { "\(reader.formats.money($0))" } ?? "?",
            "\(reader.formats.day(arrival.expected)) – \(reader.formats.day(arrival.latest))",
            reader.said(line.why),
        ])
    }

    /// The last day to order. One that is past is not said to be late by so much: that is said of work, which has a due time of
    /// its own.
    private func lastDay(_ line: OrderLine) -> HTML {
        let day = reader.formats.day(line.orderBy)
        guard line.due < reader.formats.asOf else { return "\(day)" }
        return "<span class=\"late\">\(phrases("plan.orderByPast", ["day": .text(day)]))</span>"
    }

    private var remarks: HTML {
        let notes = [
            answer.covered > 0 ? phrases("plan.covered", ["count": .count(answer.covered)]) : nil,
            answer.snoozed > 0 ? phrases("plan.snoozed", ["count": .count(answer.snoozed)]) : nil,
            answer.unknown > 0 ? phrases("plan.unknown", ["count": .count(answer.unknown)]) : nil,
        ].compactMap(\.self)
        return notes.map { "<p class=\"muted\">\($0)</p>" as HTML }.joined()
    }
}
