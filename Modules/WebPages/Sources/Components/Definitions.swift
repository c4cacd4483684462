/// Names and what they stand for, one under the other.
public struct Definitions: Sendable {
    let items: [(name: HTML, value: HTML)]

    /// Names with their values.
    public init(_ items: [(name: HTML, value: HTML)]) { self.items = items }

    /// The list.
    public var html: HTML {
        let lines = items.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" as HTML }
        return "<dl>\n\(lines)\n</dl>"
    }
}
