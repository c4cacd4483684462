import FlywheelKit

/// How many rows name which marketplace.
struct MarketplaceTally: Sendable {
    private var counts: [String: Int] = [:]
    private var inOrder: [String] = []

    init() {}

    /// Counts the rows of a batch that stand below the headings.
    init(of batch: RowBatch, _ binding: Binding, below lastHeadingLine: Int) {
        guard let column = binding.marketplace else { return }
        var last: (cell: Cell, id: String?)?
        for row in 0..<batch.rowCount where batch.line(ofRow: row) > lastHeadingLine {
            guard let cell = batch.cell(column, ofRow: row), !cell.isEmpty else { continue }
            if last.map({ batch.isSame(cell, $0.cell) }) != true {
                // Amazon's orders of other channels belong to none of its marketplaces; a table may be of any.
                let name = batch.text(of: cell).text.trimmed
                let unknown = binding.format.isSourcesOwn || name.isEmpty ? nil : name
                // Two files that were joined have their headings twice.
                let isHeading = HeadingName(name) == binding.headings.names[column]
                last = (cell, isHeading ? nil : Marketplace.named(name)?.id ?? unknown)
            }
            if let id = last?.id { add(id, 1) }
        }
    }

    /// Adds the rows that follow.
    mutating func merge(_ next: MarketplaceTally) {
        for id in next.inOrder { add(id, next.counts[id, default: 0]) }
    }

    private mutating func add(_ id: String, _ rows: Int) {
        if counts[id] == nil { inOrder.append(id) }
        counts[id, default: 0] += rows
    }

    /// The marketplaces, the commonest first; the first named among equals.
    var commonestFirst: [String] {
        inOrder.enumerated().sorted { left, right in
            (-counts[left.element, default: 0], left.offset) < (-counts[right.element, default: 0], right.offset)
        }.map(\.element)
    }
}
