import FlywheelKit

/// Which rows of a file are left to its other tables, where it has one for each marketplace that its rows name.
enum OtherMarketplaces: Sendable {
    /// None: there is one table, and it lists what it does not keep.
    case none
    /// Those of these marketplaces; what names none or cannot be read is this table's to list.
    case named(Set<String>)
    /// All that do not name this table's own.
    case all

    /// Whether a row of another table is one that names this marketplace, or none.
    fileprivate func holds(_ named: String?, beside own: String) -> Bool {
        switch self {
        case .none: false
        case .named(let others): named.map(others.contains) ?? false
        case .all: named != own
        }
    }

    /// Calls `body` with each of `rows` that other tables of the file read, of which this one is of the marketplace `own`.
    ///
    /// - Parameter column: where rows name their marketplace.
    func forEach(
        of rows: Range<Int>, in batch: RowBatch, _ column: Int?, beside own: String, _ body: (_ row: Int) -> Void
    ) {
        if case .none = self { return }
        guard let column else { return }
        var last: (cell: Cell, isHeld: Bool)?
        for row in rows {
            guard let cell = batch.cell(column, ofRow: row), !cell.isEmpty else {
                if holds(nil, beside: own) { body(row) }
                continue
            }
            if last.map({ batch.isSame(cell, $0.cell) }) != true {
                let name = batch.text(of: cell).text.trimmed
                last = (cell, holds(Marketplace.named(name)?.id ?? (name.isEmpty ? nil : name), beside: own))
            }
            if last?.isHeld == true { body(row) }
        }
    }
}

extension RowConverter {
    /// Why a row is rejected that names no marketplace, in a file whose rows name several.
    static let lacksMarketplace = "found no marketplace in a file of several, expected the row's"

    /// Leaves the rows of other tables to them, before anything can be wrong with one here.
    func leaveOthers(_ batch: RowBatch, _ notes: inout RowNotes) {
        elsewhere.forEach(of: notes.rows, in: batch, binding.marketplace, beside: marketplace) { notes.leave($0) }
    }

    /// Rows of other marketplaces in the same file are not this file's facts, nor are those that name none where others name
    /// several.
    func checkMarketplaces(_ batch: RowBatch, _ notes: inout RowNotes) {
        guard let column = binding.marketplace else { return }
        var isOfSeveral: Bool { if case .none = elsewhere { false } else { true } }
        var ours: Cell?
        var known: [String: Bool] = [:]
        for row in notes.rows {
            let cell = batch.cell(column, ofRow: row)
            if let cell, let ours, batch.isSame(cell, ours) { continue }
            let name = cell.flatMap { $0.isEmpty ? nil : batch.text(of: $0).text.trimmed } ?? ""
            if name.isEmpty {
                guard isOfSeveral else { continue }
                notes.reject(row, CellTrouble(code: .missingValue, reason: Self.lacksMarketplace, column: column))
                continue
            }
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
