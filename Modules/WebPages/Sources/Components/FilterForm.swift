/// What narrows a list: all of it stands in the address, so that a view can be kept, sent and gone back to.
public struct FilterForm: Sendable {
    /// A way to narrow.
    public enum Filter: Sendable {
        /// One of several values with their counts; the first is "any".
        case choice(name: String, label: HTML, values: [(value: String, label: String)], chosen: String)
        /// Words to search for.
        case search(name: String, label: HTML, text: String)
        /// A day, `2026-11-20`; empty for any.
        case day(name: String, label: HTML, text: String)
    }

    let address: Address
    let filters: [Filter]
    let kept: [(name: String, value: String)]
    let notUnderstood: [String]

    /// - Parameters:
    ///   - address: the list without its query.
    ///   - kept: what else stands in the address and stays, such as the order.
    ///   - notUnderstood: names in the address that mean nothing here: they are shown, never dropped in silence.
    public init(
        _ address: Address, _ filters: [Filter], keeping kept: [(name: String, value: String)] = [],
        notUnderstood: [String] = []
    ) {
        self.address = address
        self.filters = filters
        self.kept = kept
        self.notUnderstood = notUnderstood
    }

    /// The form, with a way to drop all filters once there is one.
    public func html(for reader: Reader) -> HTML {
        let hidden = kept.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML }
        let clear: HTML? = isSet ? "<a href=\"\(address)\">\(reader.phrases("form.clearFilters"))</a>" : nil
        let unknown: HTML? =
            notUnderstood.isEmpty
            ? nil
            : """
            <p class="fault">\(reader.phrases(
                "form.notUnderstood", ["names": .text(notUnderstood.joined(separator: ", "))]))</p>
            """
        return """
            <form class="filters" action="\(address)" role="search" aria-label="\(reader.phrases("form.filter"))">
            \(hidden)
            \(filters.map(control))
            <button>\(reader.phrases("form.apply"))</button> \(clear)
            </form>
            \(unknown)
            """
    }

    private var isSet: Bool {
        filters.contains { filter in
            switch filter {
            case .choice(_, _, let values, let chosen): chosen != values.first?.value
            case .search(_, _, let text), .day(_, _, let text): !text.isEmpty
            }
        }
    }

    private func control(of filter: Filter) -> HTML {
        switch filter {
        case .choice(let name, let label, let values, let chosen):
            """
            <label>\(label) <select name="\(name)">\(Field.options(values, selected: [chosen]))</select></label>
            """
        case .search(let name, let label, let text):
            "<label>\(label) <input type=\"search\" name=\"\(name)\" value=\"\(text)\" data-search></label>"
        case .day(let name, let label, let text):
            "<label>\(label) <input type=\"date\" name=\"\(name)\" value=\"\(text)\"></label>"
        }
    }
}
