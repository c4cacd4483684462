/// The way through a list that is cut into pages.
public struct Pager: Sendable {
    let first: Address?
    let previous: Address?
    let next: Address?
    let list: String?

    /// - Parameters:
    ///   - first: the first page; `nil` on it.
    ///   - previous: the page before this one; `nil` on the first, and where nobody knows where it begins.
    ///   - next: the page after this one; `nil` on the last.
    ///   - list: the id of the list's name, where a page has several lists.
    public init(first: Address?, previous: Address? = nil, next: Address?, of list: String? = nil) {
        self.list = list
        self.first = first
        self.previous = previous
        self.next = next
    }

    /// Links; nothing where all is on one page.
    public func html(for reader: Reader) -> HTML {
        let links = [
            first.map { "<a href=\"\($0)\">\(reader.phrases("form.firstPage"))</a>" as HTML },
            previous.map { "<a href=\"\($0)\" rel=\"prev\">\(reader.phrases("form.previousPage"))</a>" as HTML },
            next.map { "<a href=\"\($0)\" rel=\"next\">\(reader.phrases("form.nextPage"))</a>" as HTML },
        ].compactMap(\.self)
        guard !links.isEmpty else { return .nothing }
        let id = list.map { "\($0)-pages" }
        return """
            <nav class="pager" aria-label="\(reader.phrases("form.pages"))"\(attribute: "id", id)\
            \(attribute: "aria-labelledby", list.map { "\($0)-pages \($0)" })>\(links)</nav>
            """
    }
}
