#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The Theta method: a line through the series, and a smoothed level that stands for what the line does not tell.
///
/// The standard method won the M3 competition (V. Assimakopoulos and K. Nikolopoulos, The theta model: a decomposition
/// approach to forecasting, 2000). Seasons are for `Deseasonalised`.
public struct Theta: SeriesMethod {
    /// How the line is drawn and weighed, by the names of Fiorucci et al. 2016.
    public enum Variant: String, CaseIterable, Sendable {
        /// STM: the line through the whole series, with θ = 2: half its slope is expected to go on.
        case standard
        /// OTM: the same line, with the best θ.
        case optimised
        /// DSTM: the line through what was known in each period, with θ = 2.
        case dynamicStandard = "dynamic standard"
        /// DOTM: the same, with the best θ.
        case dynamicOptimised = "dynamic optimised"
        /// The variant with the least squared one-step errors; that is one of those with the best θ.
        case automatic
    }

    /// How the line is drawn and weighed.
    public let variant: Variant

    /// Its name in tables.
    public var name: String { variant == .standard ? "theta" : "\(variant.rawValue) theta" }

    /// A variant of the method.
    public init(_ variant: Variant = .automatic) {
        self.variant = variant
    }

    /// A variant of the method for series with a season of so many periods; 1 for none.
    public static func seasonal(_ variant: Variant = .automatic, season: Int) -> Deseasonalised<Theta> {
        Deseasonalised(Theta(variant), season: season)
    }

    /// Needs eight values, five of whose errors are counted.
    public func forecast(_ values: [Double], horizon: Int) -> SeriesForecast? {
        guard values.count >= ThetaModel.warmUp + 5 else { return nil }
        let isDynamic: [Bool] =
            switch variant {
            case .standard, .optimised: [false]
            case .dynamicStandard, .dynamicOptimised: [true]
            case .automatic: [false, true]
            }
        let weight = variant == .standard || variant == .dynamicStandard ? 0.5 : nil
        let fits = isDynamic.map { isDynamic in
            let lines = FittedLine.lines(of: values, isDynamic: isDynamic)
            return (lines, ThetaModel(values, lines: lines, isDynamic: isDynamic, weight: weight))
        }
        guard let (lines, model) = fits.min(by: { $0.1.squares < $1.1.squares }) else { return nil }
        let (errors, last) = model.pass(over: values, lines: lines)
        let chosen: Variant =
            switch (weight, model.isDynamic) {
            case (nil, false): .optimised
            case (nil, true): .dynamicOptimised
            case (_, false): .standard
            case (_, true): .dynamicStandard
            }
        let variance = model.squares / Double(errors.count - (weight == nil ? 3 : 2))
        return SeriesForecast(
            mean: model.path(from: last, period: values.count, horizon: horizon), errors: errors,
            deviation: model.growth(period: values.count, horizon: horizon).map { ($0 * variance).squareRoot() },
            method: variant == .automatic ? "theta(\(chosen.rawValue))" : name)
    }
}

extension ThetaModel {
    /// Each coming period as expected when those before it come as expected.
    func path(from state: ThetaState, period: Int, horizon: Int) -> [Double] {
        var state = state
        return (period..<(period + horizon)).map { period in
            let expected = state.expected(self, power: pow(1 - alpha, Double(period)))
            state.take(expected, alpha: alpha, period: period)
            return expected
        }
    }

    /// The variance of each coming period as a multiple of that of one error: 1 + Σcⱼ², where cⱼ is what an error of one
    /// moves the value expected j periods later.
    ///
    /// The model is linear in the series, so that is what is expected after a series of zeros and then a one.
    func growth(period: Int, horizon: Int) -> [Double] {
        var state = ThetaState(
            level: 0, mean: 0, line: FittedLine(intercept: 0, slope: 0), isDynamic: isDynamic)
        state.take(1, alpha: alpha, period: period)
        var total = 1.0
        return [1]
            + path(from: state, period: period + 1, horizon: horizon - 1).map { effect in
                total += effect * effect
                return total
            }
    }
}
