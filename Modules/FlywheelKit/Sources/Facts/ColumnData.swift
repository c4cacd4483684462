/// A column whose type is known only at run time, as stores and imports handle it.
public enum ColumnData: Hashable, Sendable {
    /// Whole numbers.
    case integers(Values<Int>)
    /// Real numbers.
    case reals(Values<Double>)
    /// Sums of money.
    case moneys(Values<Money>)
    /// Moments.
    case instants(Values<Instant>)
    /// Calendar days.
    case days(Values<Day>)
    /// Texts.
    case texts(Values<String>)
    /// Yes or no.
    case flags(Values<Bool>)

    /// The number of rows.
    public var count: Int {
        switch self {
        case .integers(let values): values.count
        case .reals(let values): values.count
        case .moneys(let values): values.count
        case .instants(let values): values.count
        case .days(let values): values.count
        case .texts(let values): values.count
        case .flags(let values): values.count
        }
    }

    /// The type the column holds.
    public var type: ColumnType {
        switch self {
        case .integers: .integer
        case .reals: .real
        case .moneys: .money
        case .instants: .instant
        case .days: .day
        case .texts: .text
        case .flags: .flag
        }
    }

    /// Whether every row's value is known.
    public var isWhollyKnown: Bool {
        switch self {
        case .integers(let values): values.known.isFull
        case .reals(let values): values.known.isFull
        case .moneys(let values): values.known.isFull
        case .instants(let values): values.known.isFull
        case .days(let values): values.known.isFull
        case .texts(let values): values.known.isFull
        case .flags(let values): values.known.isFull
        }
    }

    /// Whether a row's value is known.
    public func isKnown(_ row: Int) -> Bool {
        switch self {
        case .integers(let values): values.known[row]
        case .reals(let values): values.known[row]
        case .moneys(let values): values.known[row]
        case .instants(let values): values.known[row]
        case .days(let values): values.known[row]
        case .texts(let values): values.known[row]
        case .flags(let values): values.known[row]
        }
    }

    /// A column of a type without any rows.
    public init(empty type: ColumnType) { self.init(unknown: 0, of: type) }

    /// A column of `count` unknown rows.
    public init(unknown count: Int, of type: ColumnType) {
        self =
            switch type {
            case .integer: .integers(Values(unknown: count))
            case .real: .reals(Values(unknown: count))
            case .money: .moneys(Values(unknown: count))
            case .instant: .instants(Values(unknown: count))
            case .day: .days(Values(unknown: count))
            case .text: .texts(Values(unknown: count))
            case .flag: .flags(Values(unknown: count))
            }
    }
}
