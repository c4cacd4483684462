/// Shapes on a ground that is as wide as its place and a fixed number of pixels high.
///
/// Across, a place is a share of the width, 0 to 1; down, it is pixels. So lines and bars stretch with the page while text
/// keeps its size: a `viewBox` around everything would shrink 12 pixel text to half on a telephone.
struct Drawing {
    let height: Double
    private(set) var shapes: [HTML] = []

    init(height: Double) { self.height = height }

    /// The picture for people who see it; what it says stands beside it.
    var silent: HTML {
        "<svg class=\"drawing\" width=\"100%\" height=\"\(Self.pixels(height))\" aria-hidden=\"true\">\(shapes)</svg>"
    }

    /// The picture with what it says, for those who do not see it.
    func html(answer: HTML) -> HTML {
        """
        <svg class="drawing" width="100%" height="\(Self.pixels(height))" role="img" aria-label="\(label: answer)">
        \(shapes)
        </svg>
        """
    }

    /// - Parameter isHatched: hatching says "unknown" and "taken away" where colour does not, as on paper.
    mutating func bar(
        _ from: Double, _ to: Double, y: Double, height: Double, _ name: String, isHatched: Bool = false
    ) {
        let width = Self.share(max(0, to - from))
        let place: HTML = """
            x="\(Self.share(from))" y="\(Self.pixels(y))" width="\(width)" height="\(Self.pixels(height))"
            """
        shapes.append("<rect class=\"\(name)\" \(place)/>")
        if isHatched { shapes.append("<rect fill=\"url(#hatch) transparent\" \(place)/>") }
    }

    /// What hatching is drawn with: once on every page.
    static let hatch: HTML = """
        <svg class="heard" width="0" height="0" aria-hidden="true"><defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <path class="hatch" d="M0 0v6"/></pattern></defs></svg>
        """

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ name: String) {
        shapes.append(
            """
            <line class="\(name)" x1="\(Self.share(x1))" y1="\(Self.pixels(y1))" x2="\(Self.share(x2))" \
            y2="\(Self.pixels(y2))"/>
            """)
    }

    mutating func dot(_ x: Double, _ y: Double, radius: Double = 3, _ name: String) {
        shapes.append(
            "<circle class=\"\(name)\" cx=\"\(Self.share(x))\" cy=\"\(Self.pixels(y))\" r=\"\(Self.pixels(radius))\"/>")
    }

    /// Text that begins at its place in the first half, and ends there in the second, so that it never leaves the ground.
    mutating func text(_ text: String, x: Double, y: Double, _ name: String = "label") {
        let anchor = x > 0.5 ? "end" : "start"
        shapes.append(
            """
            <text class="\(name)" x="\(Self.share(x))" y="\(Self.pixels(y))" text-anchor="\(anchor)">\(text)</text>
            """)
    }

    /// A curve, or an area where it comes back: it stretches across without its line becoming wider.
    mutating func curve(_ points: [(x: Double, y: Double)], _ name: String) {
        let path = points.map { "\(Self.pixels($0.x * 1_000)),\(Self.pixels($0.y))" }.joined(separator: " ")
        let isArea = name.hasPrefix("area")
        let shape: HTML =
            isArea
            ? "<polygon class=\"\(name)\" points=\"\(path)\"/>"
            : "<polyline class=\"\(name)\" points=\"\(path)\" vector-effect=\"non-scaling-stroke\"/>"
        shapes.append(
            """
            <svg width="100%" height="\(Self.pixels(height))" viewBox="0 0 1000 \(Self.pixels(height))" \
            preserveAspectRatio="none">\(shape)</svg>
            """)
    }

    /// A share of the width, to a hundredth of a percent.
    static func share(_ share: Double) -> String {
        let hundredths = Int((min(max(share, 0), 1) * 10_000).rounded())
        return "\(decimal(hundredths, 100))%"
    }

    /// A tenth of a pixel is as fine as anyone sees.
    static func pixels(_ value: Double) -> String { decimal(Int((value * 10).rounded()), 10) }

    private static func decimal(_ value: Int, _ unit: Int) -> String {
        let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: UInt(unit))
        let sign = value < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        let digits = String(rest)
        return "\(sign)\(whole).\(unit == 100 && digits.count == 1 ? "0" : "")\(digits)"
    }
}
