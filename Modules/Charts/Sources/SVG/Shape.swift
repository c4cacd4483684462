#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The shapes that charts are drawn of.
enum Shape {
    /// The type that texts are set in.
    static let type = [("font-family", "system-ui, sans-serif"), ("font-size", "12")]

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: Palette) -> Element {
        Element(
            "line",
            [("x1", pixels(x1)), ("y1", pixels(y1)), ("x2", pixels(x2)), ("y2", pixels(y2))]
                + colour.attributes("stroke"))
    }

    static func path(_ points: [String], _ colour: Palette, dashed: Bool) -> Element {
        Element(
            "polyline",
            [("points", points.joined(separator: " ")), ("fill", "none"), ("stroke-width", "2")]
                + (dashed ? [("stroke-dasharray", "5 3")] : []) + colour.attributes("stroke"))
    }

    static func text(
        _ text: String, x: Double, y: Double, _ further: [(String, String)], _ colour: Palette
    ) -> Element {
        Element("text", [("x", pixels(x)), ("y", pixels(y))] + further + colour.attributes("fill"), .text(text))
    }

    /// A dot, filled or hollow.
    static func dot(_ x: Double, _ y: Double, _ colour: Palette, hollow: Bool = false) -> Element {
        Element(
            "circle",
            [("cx", pixels(x)), ("cy", pixels(y)), ("r", hollow ? "3" : "2")]
                + (hollow
                    ? [("stroke-width", "1.5")] + Palette.attributes(fill: .surface, stroke: colour)
                    : colour.attributes("fill")))
    }

    /// A piece of a ring, clockwise.
    ///
    /// - Parameters:
    ///   - turn: where it begins and ends, in turns from the top.
    ///   - width: how thick it is, in pixels.
    static func arc(
        around centre: (x: Double, y: Double), radius: Double, turn: ClosedRange<Double>, width: Double,
        _ colour: Palette, dashed: Bool = false
    ) -> Element {
        let (from, to) = (point(centre, radius, turn.lowerBound), point(centre, radius, turn.upperBound))
        let isLarge = turn.upperBound - turn.lowerBound > 0.5 ? 1 : 0
        let r = pixels(radius)
        return Element(
            "path",
            [
                (
                    "d",
                    "M\(pixels(from.x)) \(pixels(from.y))A\(r) \(r) 0 \(isLarge) 1 \(pixels(to.x)) \(pixels(to.y))"
                ),
                ("fill", "none"), ("stroke-width", pixels(width)),
            ] + (dashed ? [("stroke-dasharray", "4 4")] : []) + colour.attributes("stroke"))
    }

    /// The place on a circle that many turns clockwise from its top.
    static func point(_ centre: (x: Double, y: Double), _ radius: Double, _ turn: Double) -> (x: Double, y: Double) {
        let angle = 2 * Double.pi * turn
        return (centre.x + radius * sin(angle), centre.y - radius * cos(angle))
    }

    /// A tenth of a pixel is as fine as anyone sees.
    static func pixels(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    /// Three digits of a value, as far as they are its own, and all that stand before the point.
    static func short(_ value: Double) -> String {
        guard value.isNormal, value.magnitude < 1e15 else { return value == 0 ? "0" : "\(value)" }
        let scale = pow(10, max(0, 2 - log10(value.magnitude).rounded(.down)))
        let rounded = (value * scale).rounded() / scale
        return Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
    }

    /// The same with thousands and millions as one letter, for axes.
    static func brief(_ value: Double) -> String {
        switch value.magnitude {
        // What rounds to a thousand thousands is a million.
        case 999_500..<1e15: short(value / 1e6) + "M"
        case 1e4..<999_500: short(value / 1e3) + "k"
        default: short(value)
        }
    }

    /// A picture within a page, which says what it shows to readers that do not see it.
    static func figure(_ description: String, width: Int, height: Int, _ elements: [Element]) -> String {
        Element(
            "svg",
            [
                ("width", "\(width)"), ("height", "\(height)"), ("viewBox", "0 0 \(width) \(height)"), ("role", "img"),
                ("aria-label", description),
            ] + type, .elements(elements)
        ).lines().joined(separator: "\n")
    }
}
