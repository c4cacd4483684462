/// Where the values of a column lie: an array, or for texts ``Texts``.
public protocol ColumnStorage<Element> {
    /// The values.
    associatedtype Element
    /// The number of values.
    var count: Int { get }
    /// No values.
    init()
    /// `count` times the same.
    init(repeating value: Element, count: Int)
    /// A value.
    subscript(index: Int) -> Element { get }
    /// Adds a value at the end.
    mutating func append(_ value: Element)
    /// Adds the values of another at the end.
    mutating func append(contentsOf other: Self)
    /// Puts another value in the place of one.
    mutating func replace(_ index: Int, with value: Element)
    /// The values at `indices`, in that order; `filler` where an index is negative.
    func picked(_ indices: [Int], filler: Element) -> Self
}

extension Array: ColumnStorage {
    /// See ``ColumnStorage/append(contentsOf:)``.
    @inlinable
    public mutating func append(contentsOf other: [Element]) { self += other }

    /// See ``ColumnStorage/replace(_:with:)``.
    @inlinable
    public mutating func replace(_ index: Int, with value: Element) { self[index] = value }

    /// See ``ColumnStorage/picked(_:filler:)``.
    @inlinable
    public func picked(_ indices: [Int], filler: Element) -> [Element] {
        indices.map { $0 < 0 ? filler : self[$0] }
    }
}

extension Texts: ColumnStorage {
    /// The same text `count` times.
    public init(repeating text: String, count: Int) { self.init(repeatElement(text, count: count)) }

    /// Puts another text in the place of one; those after it move, so this is not for loops.
    public mutating func replace(_ index: Int, with text: String) {
        var texts = Array(self)
        texts[index] = text
        self = Texts(texts)
    }

    /// See ``ColumnStorage/picked(_:filler:)``; the filler is always empty text.
    public func picked(_ indices: [Int], filler: String) -> Texts { picked(indices) }
}
