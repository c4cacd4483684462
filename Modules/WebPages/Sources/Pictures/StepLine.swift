/// How a threshold was moved: a level that holds until the next decision, with the decisions named at their steps.
public struct StepLine: Sendable {
    /// A level, from its period on.
    public struct Step: Sendable {
        let period: Double
        let value: Double
        let label: String

        /// - Parameters:
        ///   - period: from when on, counted from the start of the axis.
        ///   - label: the decision that moved it, `D12`.
        public init(period: Double, value: Double, label: String) {
            self.period = period
            self.value = value
            self.label = label
        }
    }

    let steps: [Step]
    let trial: ClosedRange<Double>?
    let periods: Double
    let ticks: [(period: Double, label: String)]
    let unit: String

    /// - Parameters:
    ///   - trial: the periods in which a proposal ran unseen beside what held: dashed.
    ///   - periods: how many the axis has.
    ///   - unit: what the values count.
    public init(
        _ steps: [Step], trial: ClosedRange<Double>? = nil, periods: Double, ticks: [(period: Double, label: String)],
        unit: String
    ) {
        self.unit = unit
        self.steps = steps
        self.trial = trial
        self.periods = periods
        self.ticks = ticks
    }

    /// The picture.
    ///
    /// - Parameter answer: what it shows, for those who do not see it.
    public func html(answer: HTML) -> HTML {
        func x(_ period: Double) -> Double { period / periods }
        let axis = Axis(covering: steps.map(\.value), fromZero: false, top: 28, bottom: 84)
        var drawing = Drawing(height: 116)
        if let trial { drawing.bar(x(trial.lowerBound), x(trial.upperBound), y: 20, height: 72, "trial") }
        drawing.line(0, 92, 1, 92, "base")
        drawing.curve(TimeAxis.steps(steps.map { (x($0.period), axis.y($0.value)) }), "curve")
        drawing.text(unit, x: 0, y: 12)
        for step in steps { drawing.text(step.label, x: x(step.period), y: axis.y(step.value) - 6) }
        for tick in ticks { drawing.text(tick.label, x: x(tick.period), y: 110) }
        return drawing.html(answer: answer)
    }
}
