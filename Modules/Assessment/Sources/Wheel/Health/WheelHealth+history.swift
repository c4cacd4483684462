import FlywheelKit

extension WheelHealth {
    /// Judges a history.
    ///
    /// It takes time in proportion to n log n of the history's problems. Their order does not matter; turns and decisions come
    /// oldest first, as ``WorkHistory`` says.
    public init(of history: WorkHistory, model: WheelModel = WheelModel()) {
        let history = history.orderedById
        let taken = TakenWork(of: history)
        let lanes = LaneOrder(of: history, kept: model.rowsShown)
        let yields = WheelYields(of: history, taken: taken, lanes: lanes, model: model)
        let monthly = MonthlyFigures(of: history, model: model)
        modelVersion = model.version
        from = yields.window.from
        until = history.until
        phases = yields.phases()
        stall = StallDiagnosis(yields, history: history, model: model)
        cycle = CycleCourse(monthly, taken: taken, lanes: lanes, history: history, model: model)
        compounding = CompoundingVerdict(monthly, in: history.currency, model: model)
        capacity = CapacityOutlook(of: history, model: model)
        handoffs = HandoffEffect.effects(in: history, model: model)
        isSimulated = history.isSimulated
    }
}

extension WorkHistory {
    /// With its problems by id, as they are promised to come; sums of real numbers depend on their order.
    fileprivate var orderedById: WorkHistory {
        guard zip(problems, problems.dropFirst()).contains(where: { $0.id > $1.id }) else { return self }
        var history = self
        history.problems.sort { $0.id < $1.id }
        return history
    }
}
