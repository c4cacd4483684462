/// A column of values, some of them unknown.
///
/// Unknown is not zero and not empty: the only way to a value is through the optional that ``subscript(_:)`` returns.
@frozen
public struct Values<Value: ColumnValue>: Sendable {
    /// One value a row, for what moves whole columns; a placeholder where ``known`` is false.
    @inlinable package var storage: Value.Storage { values }
    /// Which rows are known.
    @inlinable public var known: Bitmap { mask }
    @usableFromInline var values: Value.Storage
    @usableFromInline var mask: Bitmap

    /// A column of optional values.
    @inlinable
    public init(_ values: some Sequence<Value?>) {
        self.init()
        for value in values { append(value) }
    }

    /// A column from its parts.
    ///
    /// - Precondition: `known` has one bit for each of `storage`.
    @inlinable
    package init(storage: Value.Storage, known: Bitmap) {
        precondition(storage.count == known.count, "\(storage.count) values, \(known.count) bits")
        values = storage
        mask = known
    }

    /// A column of which every row is known.
    @inlinable
    public init(all storage: Value.Storage) {
        values = storage
        mask = Bitmap(repeating: true, count: storage.count)
    }

    /// No rows.
    @inlinable
    public init() {
        values = Value.Storage()
        mask = Bitmap(repeating: false, count: 0)
    }

    /// `count` unknown rows.
    @inlinable
    public init(unknown count: Int) {
        values = Value.Storage(repeating: .placeholder, count: count)
        mask = Bitmap(repeating: false, count: count)
    }

    /// The value of a row, or `nil` where it is unknown.
    @inlinable
    public subscript(row: Int) -> Value? {
        get { mask[row] ? values[row] : nil }
        set {
            values.replace(row, with: newValue ?? .placeholder)
            mask[row] = newValue != nil
        }
    }

    /// Adds a row at the end.
    @inlinable
    public mutating func append(_ value: Value?) {
        values.append(value ?? .placeholder)
        mask.append(value != nil)
    }

    /// Adds the rows of another column at the end.
    @inlinable
    public mutating func append(contentsOf other: Values) {
        values.append(contentsOf: other.values)
        mask.append(contentsOf: other.mask)
    }

    /// The rows of a range, as a column of its own.
    @inlinable
    public func rows(_ range: Range<Int>) -> Values { picked(Array(range)) }

    /// The rows at `indices`, in that order; an unknown one where an index is negative.
    @inlinable
    public func picked(_ indices: [Int]) -> Values {
        Values(storage: values.picked(indices, filler: .placeholder), known: mask.picked(indices))
    }
}

extension Values: Hashable {
    /// Whether the same rows are known, with the same values. Placeholders of unknown rows say nothing.
    @inlinable
    public static func == (left: Values, right: Values) -> Bool {
        guard left.known == right.known else { return false }
        return (0..<left.count).allSatisfy { !left.known[$0] || left.storage[$0] == right.storage[$0] }
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(known)
        for row in 0..<count where known[row] { hasher.combine(storage[row]) }
    }
}

extension Values: RandomAccessCollection {
    /// 0.
    @inlinable public var startIndex: Int { 0 }
    /// The number of rows.
    @inlinable public var endIndex: Int { mask.count }
}
