/// The types a column can hold. The list is closed, so that every store can keep every column.
public enum ColumnType: String, Hashable, Sendable, Codable, CaseIterable {
    /// Whole numbers (`Int`).
    case integer
    /// Real numbers (`Double`): rates and shares, never money.
    case real
    /// Sums of money (``Money``).
    case money
    /// Moments (``Instant``).
    case instant
    /// Calendar days (``Day``).
    case day
    /// Text (`String`).
    case text
    /// Yes or no (`Bool`).
    case flag
}

/// A type a column can hold: `Int`, `Double`, ``Money``, ``Instant``, ``Day``, `String` or `Bool`.
///
/// Do not declare new conformances: stores and imports know these seven.
public protocol ColumnValue: Hashable, Sendable {
    /// Where a column of such values lies.
    associatedtype Storage: ColumnStorage<Self> & Sendable = [Self]
    /// The type's name in declarations and stores.
    static var columnType: ColumnType { get }
    /// What unknown rows hold in memory; never shown.
    static var placeholder: Self { get }
    /// The column without its type.
    static func erased(_ values: Values<Self>) -> ColumnData
    /// The column with its type, or `nil` when it holds another.
    static func values(of data: ColumnData) -> Values<Self>?
}

extension Int: ColumnValue {
    /// ``ColumnType/integer``.
    public static var columnType: ColumnType { .integer }
    /// Zero.
    public static var placeholder: Int { 0 }
    /// See ``ColumnValue/erased(_:)``.
    public static func erased(_ values: Values<Int>) -> ColumnData { .integers(values) }
    /// See ``ColumnValue/values(of:)``.
    public static func values(of data: ColumnData) -> Values<Int>? {
        if case .integers(let values) = data { values } else { nil }
    }
}

extension Double: ColumnValue {
    /// ``ColumnType/real``.
    public static var columnType: ColumnType { .real }
    /// Zero.
    public static var placeholder: Double { 0 }
    /// See ``ColumnValue/erased(_:)``.
    public static func erased(_ values: Values<Double>) -> ColumnData { .reals(values) }
    /// See ``ColumnValue/values(of:)``.
    public static func values(of data: ColumnData) -> Values<Double>? {
        if case .reals(let values) = data { values } else { nil }
    }
}

extension Money: ColumnValue {
    /// ``ColumnType/money``.
    public static var columnType: ColumnType { .money }
    /// Nothing, in the currency code for "none" of ISO 4217.
    public static var placeholder: Money { Money(minorUnits: 0, .none) }
    /// See ``ColumnValue/erased(_:)``.
    public static func erased(_ values: Values<Money>) -> ColumnData { .moneys(values) }
    /// See ``ColumnValue/values(of:)``.
    public static func values(of data: ColumnData) -> Values<Money>? {
        if case .moneys(let values) = data { values } else { nil }
    }
}

extension Instant: ColumnValue {
    /// ``ColumnType/instant``.
    public static var columnType: ColumnType { .instant }
    /// The epoch.
    public static var placeholder: Instant { Instant(seconds: 0) }
    /// See ``ColumnValue/erased(_:)``.
    public static func erased(_ values: Values<Instant>) -> ColumnData { .instants(values) }
    /// See ``ColumnValue/values(of:)``.
    public static func values(of data: ColumnData) -> Values<Instant>? {
        if case .instants(let values) = data { values } else { nil }
    }
}

extension Day: ColumnValue {
    /// ``ColumnType/day``.
    public static var columnType: ColumnType { .day }
    /// The epoch's day.
    public static var placeholder: Day { Day(epochDays: 0) }
    /// See ``ColumnValue/erased(_:)``.
    public static func erased(_ values: Values<Day>) -> ColumnData { .days(values) }
    /// See ``ColumnValue/values(of:)``.
    public static func values(of data: ColumnData) -> Values<Day>? {
        if case .days(let values) = data { values } else { nil }
    }
}

extension String: ColumnValue {
    /// One run of bytes for all.
    public typealias Storage = Texts
    /// ``ColumnType/text``.
    public static var columnType: ColumnType { .text }
    /// Empty text.
    public static var placeholder: String { "" }
    /// See ``ColumnValue/erased(_:)``.
    public static func erased(_ values: Values<String>) -> ColumnData { .texts(values) }
    /// See ``ColumnValue/values(of:)``.
    public static func values(of data: ColumnData) -> Values<String>? {
        if case .texts(let values) = data { values } else { nil }
    }
}

extension Bool: ColumnValue {
    /// ``ColumnType/flag``.
    public static var columnType: ColumnType { .flag }
    /// No.
    public static var placeholder: Bool { false }
    /// See ``ColumnValue/erased(_:)``.
    public static func erased(_ values: Values<Bool>) -> ColumnData { .flags(values) }
    /// See ``ColumnValue/values(of:)``.
    public static func values(of data: ColumnData) -> Values<Bool>? {
        if case .flags(let values) = data { values } else { nil }
    }
}
