import FlywheelKit

extension FactRows {
    /// The rows of `parts` one after the other; all have the same columns.
    init(joining parts: [FactRows]) {
        guard parts.count != 1, let first = parts.first else {
            self = parts.first ?? FactRows(codes: Texts(), products: Values(), columns: [:])
            return
        }
        self = first
        for part in parts.dropFirst() {
            codes.append(contentsOf: part.codes)
            products.append(contentsOf: part.products)
        }
        for name in first.columns.keys {
            columns[name] = ColumnData.joined(parts.compactMap { $0.columns[name] })
        }
    }
}
