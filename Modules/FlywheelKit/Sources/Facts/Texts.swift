/// Texts end to end in one run of UTF-8 bytes: a million short ones cost two allocations, not a million.
///
/// A text is made into a `String` when it is asked for; ``withUTF8(of:_:)`` looks at its bytes without that.
@frozen
public struct Texts: Sendable {
    /// The bytes of all texts, one after the other.
    @inlinable public var bytes: [UInt8] { run }
    /// Where each text ends in ``bytes``; it begins where the one before it ends.
    @inlinable public var ends: [Int] { stops }
    @usableFromInline var run: [UInt8]
    @usableFromInline var stops: [Int]

    /// No texts.
    @inlinable
    public init() {
        run = []
        stops = []
    }

    /// Texts from their parts.
    ///
    /// - Precondition: `ends` never falls, and its last is the number of bytes.
    @inlinable
    public init(bytes: [UInt8], ends: [Int]) {
        precondition(ends.last ?? 0 == bytes.count, "texts end at \(ends.last ?? 0) of \(bytes.count) bytes")
        run = bytes
        stops = ends
    }

    /// The given texts.
    public init(_ texts: some Sequence<String>) {
        self.init()
        for text in texts { append(text) }
    }

    /// Where the bytes of a text are in ``bytes``.
    @inlinable
    public func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : stops[index - 1])..<stops[index] }

    /// Looks at the bytes of a text.
    @inlinable
    public func withUTF8<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let range = range(index)
        return run.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// Adds a text at the end.
    @inlinable
    public mutating func append(_ text: String) {
        run.append(contentsOf: text.utf8)
        stops.append(bytes.count)
    }

    /// Adds the text of these UTF-8 bytes at the end.
    @inlinable
    public mutating func append(utf8: UnsafeRawBufferPointer) {
        run.append(contentsOf: utf8)
        stops.append(bytes.count)
    }

    /// Adds a text of other texts at the end.
    @inlinable
    public mutating func append(_ index: Int, of other: Texts) {
        let range = other.range(index)
        run.append(contentsOf: other.bytes[range])
        stops.append(bytes.count)
    }

    /// Adds other texts at the end.
    public mutating func append(contentsOf other: Texts) {
        let base = run.count
        run += other.bytes
        stops.append(contentsOf: other.ends.lazy.map { $0 + base })
    }

    /// Makes room for that many more texts and bytes.
    public mutating func reserve(texts: Int, bytes more: Int) {
        stops.reserveCapacity(ends.count + texts)
        run.reserveCapacity(bytes.count + more)
    }

    /// Forgets the texts from `count` on.
    public mutating func keep(first count: Int) {
        run.removeLast(bytes.count - (count == 0 ? 0 : stops[count - 1]))
        stops.removeLast(ends.count - count)
    }

    /// The texts at `indices`, in that order; an empty one where an index is negative.
    public func picked(_ indices: some Collection<Int>) -> Texts {
        var picked = Texts()
        let length = indices.reduce(0) { $0 + ($1 < 0 ? 0 : range($1).count) }
        picked.reserve(texts: indices.count, bytes: length)
        run.withUnsafeBytes { bytes in
            for index in indices {
                if index >= 0 { picked.run.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[range(index)])) }
                picked.stops.append(picked.run.count)
            }
        }
        return picked
    }
}

extension Texts: RandomAccessCollection {
    /// 0.
    @inlinable public var startIndex: Int { 0 }
    /// The number of texts.
    @inlinable public var endIndex: Int { stops.count }

    /// A text.
    @inlinable
    public subscript(index: Int) -> String {
        withUTF8(of: index) { String(decoding: $0, as: UTF8.self) }
    }
}

extension Texts: Hashable, ExpressibleByArrayLiteral {
    /// The given texts.
    public init(arrayLiteral texts: String...) { self.init(texts) }
}
