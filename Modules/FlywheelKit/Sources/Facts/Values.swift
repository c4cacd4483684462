/// A column of values, some of them unknown.
///
/// Unknown is not zero and not empty: the only way to a value is through the optional that ``subscript(_:)`` returns.
public struct Values<Value: ColumnValue>: Sendable {
    /// One value a row, for what moves whole columns; a placeholder where ``known`` is false.
    package private(set) var storage: [Value]
    /// Which rows are known.
    public private(set) var known: Bitmap

    /// A column of optional values.
    public init(_ values: some Sequence<Value?>) {
        self.init()
        for value in values { append(value) }
    }

    /// A column from its parts.
    ///
    /// - Precondition: `known` has one bit for each of `storage`.
    package init(storage: [Value], known: Bitmap) {
        precondition(storage.count == known.count, "\(storage.count) values, \(known.count) bits")
        self.storage = storage
        self.known = known
    }

    /// No rows.
    public init() {
        storage = []
        known = Bitmap(repeating: false, count: 0)
    }

    /// `count` unknown rows.
    public init(unknown count: Int) {
        storage = [Value](repeating: .placeholder, count: count)
        known = Bitmap(repeating: false, count: count)
    }

    /// The number of rows.
    public var count: Int { storage.count }

    /// The value of a row, or `nil` where it is unknown.
    public subscript(row: Int) -> Value? {
        get { known[row] ? storage[row] : nil }
        set {
            storage[row] = newValue ?? .placeholder
            known[row] = newValue != nil
        }
    }

    /// Adds a row at the end.
    public mutating func append(_ value: Value?) {
        storage.append(value ?? .placeholder)
        known.append(value != nil)
    }

    /// The rows of a range, as a column of its own.
    public func rows(_ range: Range<Int>) -> Values { Values(range.map { self[$0] }) }
}

extension Values: Hashable {
    /// Whether the same rows are known, with the same values. Placeholders of unknown rows say nothing.
    public static func == (left: Values, right: Values) -> Bool {
        guard left.known == right.known else { return false }
        return left.storage.indices.allSatisfy { !left.known[$0] || left.storage[$0] == right.storage[$0] }
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(known)
        for row in storage.indices where known[row] { hasher.combine(storage[row]) }
    }
}
