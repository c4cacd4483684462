/// Links to pages that belong together, or to views of one; the one that is looked at is marked.
public struct LinkBar: Sendable {
    let label: HTML
    let links: [(name: HTML, address: Address)]
    let current: Address?

    /// - Parameters:
    ///   - label: what the pages are, for screen readers.
    ///   - current: the address of the page that is looked at, or of the one it belongs to.
    public init(_ label: HTML, _ links: [(name: HTML, address: Address)], current: Address?) {
        self.label = label
        self.links = links
        self.current = current
    }

    /// The links; nothing where there are none.
    public var html: HTML {
        guard !links.isEmpty else { return .nothing }
        let items = links.map { name, address -> HTML in
            "<li><a href=\"\(address)\"\(attribute: "aria-current", address == current ? "page" : nil)>\(name)</a></li>"
        }
        return "<nav class=\"views\" aria-label=\"\(label: label)\"><ul>\n\(items)\n</ul></nav>"
    }
}
