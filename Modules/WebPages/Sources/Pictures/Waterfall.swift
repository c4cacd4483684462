/// Why a figure is what it is: what it starts from, what is taken away, what is left. Every number is a term that can be
/// multiplied on a pocket calculator; there is no axis.
public struct Waterfall: Sendable {
    /// What a step does.
    public enum Kind: String, Hashable, Sendable {
        /// What there is.
        case total
        /// What does not count for this one: hatched.
        case taken
        /// What is left.
        case result
    }

    /// A step, from the top down.
    public struct Step: Sendable {
        let label: HTML
        let figure: String
        let value: Double
        let kind: Kind

        /// - Parameters:
        ///   - figure: the value as it is read, "− $446.40".
        ///   - value: its length; of what is taken away too.
        public init(_ label: HTML, figure: String, value: Double, _ kind: Kind) {
            self.label = label
            self.figure = figure
            self.value = value
            self.kind = kind
        }
    }

    let steps: [Step]
    let product: HTML?

    /// - Parameter product: the line of the formula below, `793.60 x 6.50 days x 1.0000 = 5,158.40`.
    public init(_ steps: [Step], product: HTML? = nil) {
        self.steps = steps
        self.product = product
    }

    /// The steps as a list, each a line of text above its bar: the text is the picture's numbers.
    public var html: HTML {
        let whole = max(steps.map(\.value).max() ?? 0, .leastNonzeroMagnitude)
        var left = 0.0
        var lines: [HTML] = []
        for step in steps {
            // What is taken away hangs from the end of what was there before.
            let end = step.kind == .taken ? left : step.value
            let start = step.kind == .taken ? left - step.value : 0
            left = step.kind == .taken ? start : end
            var drawing = Drawing(height: 12)
            drawing.bar(
                start / whole, end / whole, y: 0, height: 12, step.kind.rawValue, isHatched: step.kind == .taken)
            lines.append(
                """
                <li class="\(step.kind.rawValue)"><span>\(step.label)</span> <span class="number">\(step.figure)</span>\
                \(drawing.silent)</li>
                """)
        }
        let formula = product.map { "<p class=\"formula\">\($0)</p>" as HTML }
        return "<ol class=\"fall\">\n\(lines)\n</ol>\(formula)"
    }
}
