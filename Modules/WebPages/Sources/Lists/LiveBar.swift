/// What has changed on a list since it was shown. Rows never move by themselves: the person asks for it, with `.` or the link.
public struct LiveBar: Sendable {
    let events: Address
    let refresh: Address

    /// - Parameters:
    ///   - events: the stream of the journal (`text/event-stream`): events by their names, each with its subject, its actor,
    ///     the state after it, and its time.
    ///   - refresh: the list as it would be now.
    public init(events: Address, refresh: Address) {
        self.events = events
        self.refresh = refresh
    }

    /// The bar: without the script a link to see the list anew, with it a count, and a button that pauses (WCAG 2.2.2).
    public func html(for reader: Reader) -> HTML {
        let time = reader.formats.time(reader.formats.asOf)
        let count: HTML = "<b data-changes>0</b>"
        let chips = StateChip.allCases.map {
            "<template data-chip=\"\($0.rawValue)\">\($0.html(for: reader))</template>" as HTML
        }
        return """
            <div class="live" data-events="\(events)" data-zone="\(reader.formats.zoneName)">
            <p><a href="\(refresh)" data-refresh>\(reader.phrases("list.refresh", ["time": .text(time)]))</a>
            <span data-changed hidden>\(reader.phrases(
                "list.changed", ["time": .text(time), "count": .html(count)]))</span>
            <button type="button" data-pause aria-pressed="false" hidden>\(reader.phrases("list.pause"))</button></p>
            \(chips)
            </div>
            """
    }
}
