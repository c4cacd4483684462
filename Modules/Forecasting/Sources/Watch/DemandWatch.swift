/// What is watched of each product, with the limits that follow from the knobs worked out once.
struct DemandWatch {
    let shift: ShiftWatch
    let bias: BiasWatch
    let drop: DropWatch

    init(_ knobs: ForecastingKnobs) {
        shift = ShiftWatch(knobs)
        bias = BiasWatch(knobs)
        drop = DropWatch(knobs, shiftLimit: shift.limit)
    }
}
