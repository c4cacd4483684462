/// What each exception of one listing counts for, as parts of what the listing loses a day; under it, as an outline, what
/// fixing one alone would bring, which is never added up.
public struct OverlapBar: Sendable {
    /// One exception of the listing.
    public struct Part: Sendable {
        let label: HTML
        let figures: HTML
        let countsFor: Double
        let fixAlone: Double
        let isHere: Bool

        /// - Parameters:
        ///   - label: the exception, as a link.
        ///   - figures: what it counts for a day and what it would bring alone, in words.
        ///   - isHere: whether it is the one the page is about.
        public init(_ label: HTML, figures: HTML, countsFor: Double, fixAlone: Double, isHere: Bool = false) {
            self.label = label
            self.figures = figures
            self.countsFor = countsFor
            self.fixAlone = fixAlone
            self.isHere = isHere
        }
    }

    let parts: [Part]

    /// The exceptions of a listing, in the order of the queue.
    public init(_ parts: [Part]) { self.parts = parts }

    /// The bar, and the parts named below it.
    ///
    /// - Parameter answer: what it says, for those who do not see it.
    public func html(answer: HTML) -> HTML {
        let whole = max(parts.map(\.countsFor).reduce(0, +), .leastNonzeroMagnitude)
        var drawing = Drawing(height: 46)
        var start = 0.0
        for (place, part) in parts.enumerated() {
            let end = start + part.countsFor / whole
            drawing.bar(start, end, y: 0, height: 24, part.isHere ? "part here" : "part")
            // A number on a narrow part would run into its neighbours; the list names it.
            if part.countsFor / whole >= 0.08 {
                drawing.text("\(place + 1)", x: (start + end) / 2, y: 16, part.isHere ? "inside here" : "inside")
            }
            if part.isHere, part.fixAlone > 0 {
                let width = min(part.fixAlone / whole, 1)
                let from = min(start, 1 - width)
                drawing.bar(from, from + width, y: 30, height: 12, "alone")
            }
            start = end
        }
        let lines = parts.map { part -> HTML in
            "<li\(attribute: "class", part.isHere ? "here" : nil)>\(part.label) <span class=\"muted\">\(part.figures)</span></li>"
        }
        return "\(drawing.html(answer: answer))\n<ol>\n\(lines)\n</ol>"
    }
}
