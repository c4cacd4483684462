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

    /// The rows at `indices`, in that order; a negative index makes an unknown row.
    public func picked(_ indices: [Int]) -> ColumnData {
        switch self {
        case .integers(let values): .integers(values.picked(indices))
        case .reals(let values): .reals(values.picked(indices))
        case .moneys(let values): .moneys(values.picked(indices))
        case .instants(let values): .instants(values.picked(indices))
        case .days(let values): .days(values.picked(indices))
        case .texts(let values): .texts(values.picked(indices))
        case .flags(let values): .flags(values.picked(indices))
        }
    }

    private static func joined<Value: ColumnValue>(_ parts: [ColumnData], _: Value.Type) -> ColumnData? {
        if parts.count == 1 { return parts[0] }
        var joined = Values<Value>()
        for part in parts {
            guard let values = Value.values(of: part) else { return nil }
            joined.append(contentsOf: values)
        }
        return Value.erased(joined)
    }
}
