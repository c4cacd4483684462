@testable import Statistics

/// A fitted Theta model whose future can be drawn.
struct ThetaFixture {
    private let model: ThetaModel
    private let last: ThetaState
    private let count: Int

    init(_ variant: Theta.Variant, _ values: [Double]) {
        let isDynamic = variant == .dynamicStandard || variant == .dynamicOptimised
        let lines = FittedLine.lines(of: values, isDynamic: isDynamic)
        let weight = variant == .standard || variant == .dynamicStandard ? 0.5 : nil
        model = ThetaModel(values, lines: lines, isDynamic: isDynamic, weight: weight)
        last = model.pass(over: values, lines: lines).last
        count = values.count
    }

    /// The coming periods, each with an error that the next ones have seen.
    func future(_ horizon: Int, error: () -> Double) -> [Double] {
        var state = last
        return (count..<(count + horizon)).map { period in
            var power = 1.0
            for _ in 0..<period { power *= 1 - model.alpha }
            let value = state.expected(model, power: power) + error()
            state.take(value, alpha: model.alpha, period: period)
            return value
        }
    }
}
