/// Everything about one thing over the same days: a lane for each kind of event, one below the other.
public struct TimeAxis: Sendable {
    /// What a lane shows.
    public enum Mark: Sendable {
        /// A column for a day with its height, 0 to 1; `nil` where nothing is known of the day: hatched, not zero.
        case column(day: Int, height: Double?)
        /// Something that lasts, from one day to another; hollow while it is only predicted. The name of its workflow, such as
        /// `suppressions`, gives it that workflow's colour; the label says the same in words.
        case span(from: Double, to: Double, isPredicted: Bool, label: String, workflow: String? = nil)
        /// Something that happened at once.
        case point(at: Double, label: String)
        /// A level that holds from day to day, 0 to 1 each, such as a price; the first and the last are named.
        case level([(from: Double, height: Double, label: String)])
    }

    /// A lane.
    public struct Lane: Sendable {
        let title: String
        let marks: [Mark]

        /// A lane with its name.
        public init(_ title: String, _ marks: [Mark]) {
            self.title = title
            self.marks = marks
        }
    }

    let days: Int
    let ticks: [(day: Int, label: String)]
    let lanes: [Lane]

    /// - Parameters:
    ///   - days: how many days the axis has; places are counted in days from its start.
    ///   - ticks: days that are named below.
    public init(days: Int, ticks: [(day: Int, label: String)], lanes: [Lane]) {
        precondition(days > 0, "an axis has days")
        self.days = days
        self.ticks = ticks
        self.lanes = lanes
    }

    private static let lane = 56.0

    /// The lanes above their days.
    ///
    /// - Parameter answer: what they show, for those who do not see it.
    public func html(answer: HTML) -> HTML {
        var drawing = Drawing(height: Double(lanes.count) * Self.lane + 20)
        let bottom = Double(lanes.count) * Self.lane
        for tick in ticks {
            let x = Double(tick.day) / Double(days)
            drawing.line(x, 0, x, bottom, "grid")
            drawing.text(tick.label, x: x, y: bottom + 15)
        }
        for (place, lane) in lanes.enumerated() {
            let base = Double(place + 1) * Self.lane - 4
            drawing.line(0, base, 1, base, "base")
            for mark in spaced(lane.marks) { draw(mark, base: base, on: &drawing) }
            drawing.text(lane.title, x: 0, y: base - 40, "title")
        }
        return drawing.html(answer: answer)
    }

    /// The share of the width that the name of a point takes on a telephone.
    private static let nameShare = 0.07

    /// Of points whose names would be written over each other the first is named; the others keep their dots.
    private func spaced(_ marks: [Mark]) -> [Mark] {
        let places = marks.compactMap { mark in if case .point(let day, _) = mark { day } else { nil } }
        var named: [Double] = []
        for place in places.sorted() where place - (named.last ?? -.infinity) >= Double(days) * Self.nameShare {
            named.append(place)
        }
        var free = Set(named)
        return marks.map { mark in
            guard case .point(let day, _) = mark, free.remove(day) == nil else { return mark }
            return .point(at: day, label: "")
        }
    }

    private func draw(_ mark: Mark, base: Double, on drawing: inout Drawing) {
        let width = 1 / Double(days)
        func x(_ day: Double) -> Double { day / Double(days) }
        switch mark {
        case .column(let day, let height?):
            let tall = max(0, min(1, height)) * 34
            drawing.bar(x(Double(day)) + width * 0.1, x(Double(day) + 0.9), y: base - tall, height: tall, "column")
        case .column(let day, nil):
            drawing.bar(x(Double(day)), x(Double(day) + 1), y: base - 34, height: 34, "unknown", isHatched: true)
        case .span(let from, let to, let isPredicted, let label, let workflow):
            let names = ["span", isPredicted ? "predicted" : nil, workflow].compactMap(\.self)
            drawing.bar(
                x(from), max(x(to), x(from) + 0.004), y: base - 14, height: 12, names.joined(separator: " "))
            drawing.text(label, x: x(from) > 0.5 ? x(to) : x(from), y: base - 18)
        case .point(let day, let label):
            drawing.dot(x(day), base - 6, radius: 4, "point")
            drawing.text(label, x: x(day), y: base - 14)
        case .level(let steps):
            func y(_ height: Double) -> Double { base - max(0, min(1, height)) * 30 }
            drawing.curve(Self.steps(steps.map { (x($0.from), y($0.height)) }), "curve")
            if let first = steps.first {
                drawing.text(first.label, x: min(x(first.from), 0.5), y: Self.beside(y(first.height), base))
            }
            if let last = steps.dropFirst().last {
                drawing.text(last.label, x: 1, y: Self.beside(y(last.height), base))
            }
        }
    }

    /// Where the name of a level stands: below it, where no other lane's name does, and above it where it would lie on the axis.
    static func beside(_ level: Double, _ base: Double) -> Double {
        level + 14 <= base - 6 ? level + 14 : level - 5
    }

    /// A line that stays level up to the next step.
    static func steps(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
        guard let last = points.last else { return [] }
        let corners = zip(points, points.dropFirst()).flatMap { [$0, (x: $1.x, y: $0.y)] }
        return corners + [last, (x: 1, y: last.y)]
    }
}
