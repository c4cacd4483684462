extension ColumnData {
    /// Columns of one type end to end; `nil` when their types differ. No columns make no column.
    public static func joined(_ parts: [ColumnData]) -> ColumnData? {
        guard let first = parts.first else { return nil }
        return switch first {
        case .integers: joined(parts, Int.self)
        case .reals: joined(parts, Double.self)
        case .moneys: joined(parts, Money.self)
        case .instants: joined(parts, Instant.self)
        case .days: joined(parts, Day.self)
        case .texts: joined(parts, String.self)
        case .flags: joined(parts, Bool.self)
        }
    }

    /// The rows of a range, as a column of its own.
    public func rows(_ range: Range<Int>) -> ColumnData { picked(Array(range)) }

    /// The rows at `indices`, in that order; a `nil` index makes an unknown row.
    public func gathered(_ indices: some Sequence<Int?>) -> ColumnData {
        func pick<Value>(_ values: Values<Value>) -> Values<Value> {
            Values(indices.map { index in index.flatMap { values[$0] } })
        }
        return switch self {
        case .integers(let values): .integers(pick(values))
        case .reals(let values): .reals(pick(values))
        case .moneys(let values): .moneys(pick(values))
        case .instants(let values): .instants(pick(values))
        case .days(let values): .days(pick(values))
        case .texts(let values): .texts(pick(values))
        case .flags(let values): .flags(pick(values))
        }
    }

    /// The rows at `indices`, in that order: ``gathered(_:)`` without unknown places, which lets whole columns be taken
    /// apart several times as fast.
    public func picked(_ indices: [Int]) -> ColumnData {
        func pick<Value: ColumnValue>(_ values: Values<Value>) -> Values<Value> {
            let storage = values.storage
            let known = values.known
            var picked = Bitmap(repeating: true, count: indices.count)
            if known.setCount < known.count {
                for (place, index) in indices.enumerated() where !known[index] { picked[place] = false }
            }
            return Values(storage: indices.map { storage[$0] }, known: picked)
        }
        return switch self {
        case .integers(let values): .integers(pick(values))
        case .reals(let values): .reals(pick(values))
        case .moneys(let values): .moneys(pick(values))
        case .instants(let values): .instants(pick(values))
        case .days(let values): .days(pick(values))
        case .texts(let values): .texts(pick(values))
        case .flags(let values): .flags(pick(values))
        }
    }

    private static func joined<Value: ColumnValue>(_ parts: [ColumnData], _: Value.Type) -> ColumnData? {
        if parts.count == 1 { return parts[0] }
        var storage: [Value] = []
        var known = Bitmap(repeating: false, count: 0)
        storage.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        for part in parts {
            guard let values = Value.values(of: part) else { return nil }
            storage += values.storage
            for row in 0..<values.count { known.append(values.known[row]) }
        }
        return Value.erased(Values(storage: storage, known: known))
    }
}
