import FlywheelKit

extension FactRows {
    /// The rows of `parts` one after the other; all have the same columns.
    init(joining parts: [FactRows]) {
        guard parts.count != 1, let first = parts.first else {
            self = parts.first ?? FactRows(codes: [], products: Values(), columns: [:])
            return
        }
        self.init(
            codes: parts.flatMap(\.codes), products: Values(joining: parts.map(\.products)),
            columns: first.columns.mapValues { ColumnData(empty: $0.type) })
        for name in first.columns.keys {
            columns[name] = ColumnData(joining: parts.compactMap { $0.columns[name] })
        }
    }
}

extension ColumnData {
    /// Joins at once, because appending one after the other copies what is there each time.
    fileprivate init?(joining parts: [ColumnData]) {
        func join<Value: ColumnValue>(_: Value.Type) -> ColumnData {
            Value.erased(Values(joining: parts.compactMap { Value.values(of: $0) }))
        }
        switch parts.first?.type {
        case .integer: self = join(Int.self)
        case .real: self = join(Double.self)
        case .money: self = join(Money.self)
        case .instant: self = join(Instant.self)
        case .day: self = join(Day.self)
        case .text: self = join(String.self)
        case .flag: self = join(Bool.self)
        case nil: return nil
        }
    }
}

extension Values {
    fileprivate init(joining parts: [Values]) {
        var storage: [Value] = []
        var known = BitList()
        for part in parts {
            storage += part.storage
            known.append(part.known)
        }
        self.init(storage: storage, known: known.bitmap)
    }
}
