/// Shares around a ring, as of a wheel whose phases feed each other: clockwise from the top, each arc filled to its share.
///
/// Arcs are numbered, and their names stand in the text beside the picture: long names do not fit around a ring. What was not
/// measured is no arc.
public struct RingChart: Hashable, Sendable {
    /// One part of the ring.
    public struct Arc: Hashable, Sendable {
        /// How far it is filled, 0 to 1; `nil` where it was not measured.
        public let share: Double?
        /// How far it should be filled.
        public let target: Double?
        /// Whether it is the one to look at.
        public let isMarked: Bool

        /// A part.
        public init(share: Double?, target: Double? = nil, isMarked: Bool = false) {
            precondition([share, target].allSatisfy { $0.map { (0...1).contains($0) } ?? true }, "a share is 0 to 1")
            self.share = share
            self.target = target
            self.isMarked = isMarked
        }
    }

    /// The parts, clockwise.
    public let arcs: [Arc]

    /// - Precondition: there are 2 to 12 arcs.
    public init(_ arcs: [Arc]) {
        precondition((2...12).contains(arcs.count), "a ring has 2 to 12 arcs, found \(arcs.count)")
        self.arcs = arcs
    }

    /// The ring as a picture within a page, 260 pixels wide and high.
    ///
    /// - Parameter description: what it shows, in sentences.
    public func svg(description: String) -> String {
        let (centre, radius) = ((x: 130.0, y: 130.0), 92.0)
        let elements = arcs.enumerated().flatMap { place, arc -> [Element] in
            let span = 1 / Double(arcs.count)
            let (start, length) = (Double(place) * span + 0.01, span - 0.02)
            let colour: Palette = arc.isMarked ? .marked : .accent
            let label = Shape.point(centre, radius + 26, start + length / 2)
            var parts = [
                Shape.arc(
                    around: centre, radius: radius, turn: start...(start + length), width: arc.share == nil ? 1 : 20,
                    .line, dashed: arc.share == nil)
            ]
            if let share = arc.share, share > 0 {
                parts.append(
                    Shape.arc(
                        around: centre, radius: radius, turn: start...(start + length * share), width: 20, colour))
            }
            if let target = arc.target {
                let (inner, outer) = (
                    Shape.point(centre, radius - 13, start + length * target),
                    Shape.point(centre, radius + 13, start + length * target)
                )
                parts.append(Shape.line(inner.x, inner.y, outer.x, outer.y, .ink))
            }
            parts.append(
                Shape.text(
                    "\(place + 1)", x: label.x, y: label.y + 4,
                    [("text-anchor", "middle"), ("font-weight", arc.isMarked ? "700" : "400")],
                    arc.isMarked ? .marked : .ink))
            return parts
        }
        return Shape.figure(description, width: 260, height: 260, elements)
    }
}
