/// Who affects whom, as numbered places around a ring and an arrow for each link, the wider the stronger.
///
/// Names stand in the text beside the picture. A link that was not measured is dashed; one that is not there is not drawn.
public struct LinkGraph: Hashable, Sendable {
    /// One direction between two places.
    public struct Link: Hashable, Sendable {
        /// Where it begins: a place, from 0.
        public let from: Int
        /// Where it ends.
        public let to: Int
        /// How strong it is, 0 to 5; `nil` where that was not measured.
        public let level: Int?
        /// Whether it is the one to look at.
        public let isMarked: Bool

        /// A link.
        public init(from: Int, to: Int, level: Int?, isMarked: Bool = false) {
            self.from = from
            self.to = to
            self.level = level
            self.isMarked = isMarked
        }
    }

    /// How many places there are.
    public let places: Int
    /// The links between them.
    public let links: [Link]

    /// - Precondition: links join two different places of those there are.
    public init(places: Int, links: [Link]) {
        precondition(
            links.allSatisfy { $0.from != $0.to && (0..<places).contains($0.from) && (0..<places).contains($0.to) },
            "a link joins two of \(places) places")
        self.places = places
        self.links = links
    }

    /// The graph as a picture within a page, 320 pixels wide and high.
    public func svg(description: String) -> String {
        let centre = (x: 160.0, y: 160.0)
        func place(_ number: Int) -> (x: Double, y: Double) {
            Shape.point(centre, 120, Double(number) / Double(max(places, 1)))
        }
        let shown = links.filter { $0.level != 0 || $0.isMarked }
        let arrows = shown.flatMap { arrow($0, from: place($0.from), to: place($0.to)) }
        let dots = (0..<places).flatMap { number -> [Element] in
            let at = place(number)
            return [
                Element(
                    "circle",
                    [("cx", Shape.pixels(at.x)), ("cy", Shape.pixels(at.y)), ("r", "16"), ("stroke-width", "1.5")]
                        + [("fill", Palette.surface.light), ("stroke", Palette.ink.light)]
                        + [("class", "fill-surface stroke-ink")]),
                Shape.text(
                    "\(number + 1)", x: at.x, y: at.y + 4, [("text-anchor", "middle"), ("font-weight", "600")], .ink),
            ]
        }
        return Shape.figure(description, width: 320, height: 320, arrows + dots)
    }

    /// A curve that bends to its left, so that both directions of a pair can be told apart, with its head and its level.
    private func arrow(_ link: Link, from: (x: Double, y: Double), to: (x: Double, y: Double)) -> [Element] {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { return [] }
        let (ux, uy) = (dx / length, dy / length)
        let bend = length / 6
        let middle = (x: (from.x + to.x) / 2 - uy * bend, y: (from.y + to.y) / 2 + ux * bend)
        // The curve leaves and arrives in the direction of its middle, at the edge of the dots.
        func edge(_ end: (x: Double, y: Double), _ gap: Double) -> (x: Double, y: Double) {
            let (mx, my) = (middle.x - end.x, middle.y - end.y)
            let size = (mx * mx + my * my).squareRoot()
            return (end.x + mx / size * gap, end.y + my / size * gap)
        }
        let (start, tip) = (edge(from, 18), edge(to, 19))
        let back = edge(to, 29)
        let (hx, hy) = ((tip.x - back.x) / 10, (tip.y - back.y) / 10)
        let colour: Palette = link.isMarked ? .marked : link.level == nil ? .muted : .accent
        let head = [tip, (back.x - hy * 5, back.y + hx * 5), (back.x + hy * 5, back.y - hx * 5)]
        // A quadratic curve passes half way between its control point and the middle of its ends.
        let label = (x: (middle.x + (start.x + tip.x) / 2) / 2, y: (middle.y + (start.y + tip.y) / 2) / 2)
        func pixels(_ point: (x: Double, y: Double), _ gap: String) -> String {
            Shape.pixels(point.x) + gap + Shape.pixels(point.y)
        }
        return [
            Element(
                "path",
                [("d", "M\(pixels(start, " "))Q\(pixels(middle, " ")) \(pixels(back, " "))"), ("fill", "none")]
                    + [("stroke-width", "\(max(1, link.level ?? 1))")]
                    + (link.level == nil || link.level == 0 ? [("stroke-dasharray", "4 4")] : [])
                    + colour.attributes("stroke")),
            Element(
                "polygon",
                [("points", head.map { pixels($0, ",") }.joined(separator: " "))] + colour.attributes("fill")),
            Shape.text(
                link.level.map(String.init) ?? "?", x: label.x, y: label.y + 4,
                [
                    ("text-anchor", "middle"), ("font-weight", "600"), ("paint-order", "stroke"),
                    ("stroke", Palette.surface.light), ("stroke-width", "4"),
                ],
                .ink),
        ]
    }
}
