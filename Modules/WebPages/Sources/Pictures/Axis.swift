/// The values of a picture's upright axis.
struct Axis {
    let low: Double
    let high: Double
    let top: Double
    let bottom: Double

    /// - Parameter fromZero: whether zero is on it: where lengths are compared it has to be, where a level moves it need not.
    init(covering values: [Double], fromZero: Bool = true, top: Double, bottom: Double) {
        let zero: [Double] = fromZero ? [0] : []
        let (least, greatest) = ((values + zero).min() ?? 0, (values + zero).max() ?? 0)
        low = least
        high = greatest > least ? greatest : least + 1
        self.top = top
        self.bottom = bottom
    }

    func y(_ value: Double) -> Double { bottom - (value - low) / (high - low) * (bottom - top) }
}
