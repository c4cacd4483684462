/// The way on through a list that is cut into pages by a cursor.
public struct Pager: Sendable {
    let first: Address?
    let next: Address?

    /// - Parameters:
    ///   - first: the first page; `nil` on it.
    ///   - next: the page after this one; `nil` on the last.
    public init(first: Address?, next: Address?) {
        self.first = first
        self.next = next
    }

    /// Links; nothing where all is on one page.
    public func html(for reader: Reader) -> HTML {
        let links = [
            first.map { "<a href=\"\($0)\">\(reader.phrases("form.firstPage"))</a>" as HTML },
            next.map { "<a href=\"\($0)\" rel=\"next\">\(reader.phrases("form.nextPage"))</a>" as HTML },
        ].compactMap(\.self)
        guard !links.isEmpty else { return .nothing }
        return "<nav class=\"pager\" aria-label=\"\(reader.phrases("form.pages"))\">\(links)</nav>"
    }
}
