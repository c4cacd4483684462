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
        transformed(by: Gathering(indices: Array(indices)))
    }

    /// The rows at `indices`, in that order: ``gathered(_:)`` without unknown places, which lets whole columns be taken
    /// apart several times as fast.
    public func picked(_ indices: [Int]) -> ColumnData {
        transformed(by: Picking(indices: indices))
    }

    private func transformed(by transform: some ColumnTransform) -> ColumnData {
        switch self {
        case .integers(let values): .integers(transform(values))
        case .reals(let values): .reals(transform(values))
        case .moneys(let values): .moneys(transform(values))
        case .instants(let values): .instants(transform(values))
        case .days(let values): .days(transform(values))
        case .texts(let values): .texts(transform(values))
        case .flags(let values): .flags(transform(values))
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

/// The same for a column of any type.
private protocol ColumnTransform {
    func callAsFunction<Value: ColumnValue>(_ values: Values<Value>) -> Values<Value>
}

private struct Gathering: ColumnTransform {
    let indices: [Int?]

    func callAsFunction<Value: ColumnValue>(_ values: Values<Value>) -> Values<Value> {
        Values(indices.map { index in index.flatMap { values[$0] } })
    }
}

private struct Picking: ColumnTransform {
    let indices: [Int]

    func callAsFunction<Value: ColumnValue>(_ values: Values<Value>) -> Values<Value> {
        let storage = values.storage
        let known = values.known
        var picked = Bitmap(repeating: true, count: indices.count)
        if known.setCount < known.count {
            for (place, index) in indices.enumerated() where !known[index] { picked[place] = false }
        }
        return Values(storage: indices.map { storage[$0] }, known: picked)
    }
}
