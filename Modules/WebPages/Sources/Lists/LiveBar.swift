/// What has changed on a list since it was shown. Rows never move by themselves: the person asks for it, with `.` or the link.
public struct LiveBar: Sendable {
    /// What a list is of, by the letter of its rows' ids.
    public enum Rows: String, Sendable {
        case exceptions = "X"
        case cases = "C"
    }

    let rows: Rows
    let events: Address
    let refresh: Address
    let chips: [(name: String, html: HTML)]

    /// - Parameters:
    ///   - events: the stream of the journal (`text/event-stream`): events by their names, each with its subject, its actor,
    ///     the state after it, and its time.
    ///   - refresh: the list as it would be now.
    ///   - chips: what stands in a row for each state that an event may name.
    public init(of rows: Rows, events: Address, refresh: Address, chips: [(name: String, html: HTML)]) {
        self.rows = rows
        self.events = events
        self.refresh = refresh
        self.chips = chips
    }

    /// The bar of a list of exceptions.
    public static func exceptions(events: Address, refresh: Address, for reader: Reader) -> LiveBar {
        LiveBar(
            of: .exceptions, events: events, refresh: refresh,
            chips: StateChip.allCases.map { ($0.rawValue, $0.html(for: reader)) })
    }

    /// The bar: without the script a link to see the list anew, with it a count, and a button that pauses (WCAG 2.2.2).
    public func html(for reader: Reader) -> HTML {
        let time = reader.formats.time(reader.formats.asOf)
        let count: HTML = "<b data-changes>0</b>"
        let chips = chips.map { "<template data-chip=\"\($0.name)\">\($0.html)</template>" as HTML }
        return """
            <div class="live" data-of="\(rows.rawValue)" data-events="\(events)" data-zone="\(reader.formats.zoneName)">
            <p><a href="\(refresh)" data-refresh>\(reader.phrases("list.refresh", ["time": .text(time)]))</a>
            <span data-changed hidden>\(reader.phrases(
                "list.changed", ["time": .text(time), "count": .html(count)]))</span>
            <button type="button" data-pause aria-pressed="false" hidden>\(reader.phrases("list.pause"))</button></p>
            \(chips)
            </div>
            """
    }
}
