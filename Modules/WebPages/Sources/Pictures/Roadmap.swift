/// What to invest in, the best first: what it is worth, what it takes, how surely. No dates.
public struct Roadmap: Sendable {
    /// One investment.
    public struct Investment: Sendable {
        let title: HTML
        let reason: HTML
        let worth: HTML
        let effort: HTML

        /// - Parameters:
        ///   - reason: the weakest link it closes.
        ///   - worth: about how much a month, with its interval and evidence.
        public init(_ title: HTML, reason: HTML, worth: HTML, effort: HTML) {
            self.title = title
            self.reason = reason
            self.worth = worth
            self.effort = effort
        }
    }

    let investments: [Investment]

    /// Investments in their order.
    public init(_ investments: [Investment]) { self.investments = investments }

    /// The list.
    public var html: HTML {
        let lines = investments.map { item -> HTML in
            """
            <li><strong>\(item.title)</strong><br>\(item.reason)<br>
            <span>\(item.worth)</span> <span class="muted">\(item.effort)</span></li>
            """
        }
        return "<ol class=\"roadmap\">\n\(lines)\n</ol>"
    }
}
