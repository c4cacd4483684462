import FlywheelKit

/// Which rows of a file are left to its other tables, where it has one for each marketplace that its rows name.
enum OtherMarketplaces: Sendable {
    /// None: there is one table, and it lists what it does not keep.
    case none
    /// Those of these marketplaces; what names none or cannot be read is this table's to list.
    case named(Set<String>)
    /// All that do not name this table's own.
    case all
}

extension RowConverter {
    /// Leaves the rows of other tables to them, before anything can be wrong with one here.
    func leaveOthers(_ batch: RowBatch, _ notes: inout RowNotes) {
        guard let column = binding.marketplace else { return }
        let isLeft: (_ named: String?) -> Bool
        switch elsewhere {
        case .none: return
        case .named(let others): isLeft = { $0.map(others.contains) ?? false }
        case .all: isLeft = { $0 != marketplace }
        }
        var last: (cell: Cell, isLeft: Bool)?
        for row in notes.rows {
            guard let cell = batch.cell(column, ofRow: row), !cell.isEmpty else {
                if isLeft(nil) { notes.leave(row) }
                continue
            }
            if last.map({ batch.isSame(cell, $0.cell) }) != true {
                let name = batch.text(of: cell).text.trimmed
                last = (cell, isLeft(Marketplace.named(name)?.id ?? name))
            }
            if last?.isLeft == true { notes.leave(row) }
        }
    }

    /// Rows of other marketplaces in the same file are not this file's facts.
    func checkMarketplaces(_ batch: RowBatch, _ notes: inout RowNotes) {
        guard let column = binding.marketplace else { return }
        var ours: Cell?
        var known: [String: Bool] = ["": true]
        for row in notes.rows {
            guard let cell = batch.cell(column, ofRow: row), !cell.isEmpty else { continue }
            if let ours, batch.isSame(cell, ours) { continue }
            let name = batch.text(of: cell).text.trimmed
            let isOurs = known[name] ?? (name == marketplace || Marketplace.named(name)?.id == marketplace)
            known[name] = isOurs
            if isOurs {
                ours = cell
            } else {
                let expected = Marketplace.named(marketplace)?.domain ?? marketplace
                // What Amazon ships for orders of the seller's other shops: `Non-Amazon`, `Non-Amazon DE`.
                let isOfOtherShops = name.lowercased().hasPrefix("non-amazon")
                notes.reject(
                    row,
                    CellTrouble(
                        code: isOfOtherShops ? .setAside : .otherMarketplace,
                        reason: "found a row of \"\(name)\", expected rows of \(expected)",
                        column: column))
            }
        }
    }
}
