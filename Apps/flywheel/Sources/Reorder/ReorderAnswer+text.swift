import FlywheelKit
import FlywheelStore

extension ReorderAnswer {
    /// From here on unit costs and cases are shown.
    private static let wideWidth = 110

    func text(on page: Page) -> [String] {
        var lines = page.wrapped(head(page))
        lines.append("\(rotation.id), as of \(page.clock.full(rotation.asOf))")
        for order in orders { lines += [""] + block(order, page) }
        return lines + foot(page)
    }

    private func head(_ page: Page) -> String {
        let asked = filter.words.isEmpty ? "" : "; only \(filter.words.joined(separator: ", ").visible)"
        guard !orders.isEmpty else { return "Nothing to order that \(rotation.id) saw\(asked)" }
        let unknown = uncosted > 0 ? ["\(Numbers.grouped(uncosted)) without a unit cost"] : []
        let sums = (totals.map { page.ink(Numbers.money($0), .bold) } + unknown).joined(separator: ", ")
        return "\(Numbers.grouped(self.lines.count)) to order, \(sums)\(asked)"
    }

    private func block(_ order: ProposedOrder, _ page: Page) -> [String] {
        let supplier = order.supplier?.visible ?? "no supplier named"
        let sum = order.sum.map(Numbers.money) ?? "no unit cost"
        let isWide = page.width >= Self.wideWidth
        let places = Set(self.lines.map(\.listing.marketplace)).count > 1
        let accounts = Set(self.lines.map(\.listing.account)).count > 1
        let coin = order.currency.map { " \($0)" } ?? ""
        var columns: [Table.Column] = [
            .init("LAST ORDER DAY"), .init("LISTING", least: 8), .init("UNITS", isRight: true),
        ]
        if isWide { columns += [.init("CASES", isRight: true), .init("A UNIT\(coin)", isRight: true)] }
        columns += [.init("SUM\(coin)", isRight: true), .init("ARRIVES"), .init("WHY", least: 16), .init("ID")]
        let rows = order.lines.map { line -> [Table.Cell] in
            let subject = line.listing
            let listing = [
                subject.code, places ? subject.marketplaceName : nil, accounts ? subject.account : nil,
            ].compactMap(\.self).joined(separator: " ")
            var cells = [
                lastDay(line, page), Table.Cell(listing), Table.Cell(Numbers.grouped(line.order.units), .bold),
            ]
            if isWide {
                let cases = line.cases.map { "\(Numbers.grouped($0)) x \(line.order.casePack ?? 0)" }
                cells += [Table.Cell(cases ?? "-"), Table.Cell(line.unitCost.map(Numbers.amount) ?? "?")]
            }
            return cells + [
                Table.Cell(line.order.cost.map(Numbers.amount) ?? "?", .bold),
                Table.Cell(page.clock.short(line.arrival(placed: today).expected)), Table.Cell(line.why),
                Table.Cell(line.exception.description),
            ]
        }
        let table = Table(columns: columns, rows: rows)
        return ["\(page.ink(supplier, .bold)), \(sum)"] + table.lines(on: page)
    }

    /// Not how late: that is said of work alone, which has a due time of its own.
    private func lastDay(_ line: OrderLine, _ page: Page) -> Table.Cell {
        let day = page.clock.short(line.orderBy)
        return line.due < page.clock.now ? Table.Cell("\(day), passed", .red) : Table.Cell(day)
    }

    private func foot(_ page: Page) -> [String] {
        var notes: [String] = []
        if covered > 0 {
            notes.append("\(Numbers.count(covered, "stock-out waits", "stock-outs wait")) for what is on its way")
        }
        if snoozed > 0 {
            notes.append("\(Numbers.count(snoozed, "proposal is", "proposals are")) snoozed and left out")
        }
        if unknown > 0 {
            notes.append(
                "\(Numbers.count(unknown, "stock-out is", "stock-outs are")) left out: no file says the listing's stock any more"
            )
        }
        if !orders.isEmpty { notes.append("arrivals are those expected of an order placed today") }
        let next = self.lines.isEmpty ? [] : page.next("flywheel reorder --output orders.xlsx")
        return (notes.isEmpty ? [] : [""]) + notes.flatMap { page.wrapped($0) } + next
    }
}
