/// The smoothing parameters of an ETS model as a point that a search can move.
///
/// β is searched as its share of α and γ as its share of 1 − α, so that the usual bounds 0 < β < α and 0 < γ < 1 − α are
/// those of a box. Within them every model is stable.
struct ETSParameters {
    let alpha: Double
    let beta: Double
    let gamma: Double
    /// What is left of the slope after each period.
    let phi: Double

    init(_ point: SIMD8<Double>) {
        alpha = point[Self.alpha]
        beta = point[Self.alpha] * point[Self.betaShare]
        gamma = (1 - point[Self.alpha]) * point[Self.gammaShare]
        phi = point[Self.phi]
    }

    /// Where a point has what.
    private static let (alpha, betaShare, gammaShare, phi) = (0, 1, 2, 3)

    /// Where the search for a model's parameters begins: all of these are tried.
    static func starts(_ form: ETSForm) -> [SIMD8<Double>] {
        [0.02, 0.1, 0.3, 0.7].flatMap { alpha in
            (form.trend == .none ? [0] : [0.05, 0.3]).map { betaShare in
                SIMD8(alpha, betaShare, form.season == .none ? 0 : 0.1, form.trend == .damped ? 0.92 : 1, 0, 0, 0, 0)
            }
        }
    }

    /// The first steps of the search from a start, zero for what the model has not.
    static func steps(_ form: ETSForm, from start: SIMD8<Double>) -> SIMD8<Double> {
        SIMD8(
            start[alpha] / 2, form.trend == .none ? 0 : 0.15, form.season == .none ? 0 : 0.1,
            form.trend == .damped ? 0.05 : 0,
            0, 0, 0, 0)
    }

    /// The bounds of a model's parameters, those of the R package `forecast`: a φ below 0.8 would leave no trend, above
    /// 0.98 none that fades.
    static func bounds(_ form: ETSForm) -> (lower: SIMD8<Double>, upper: SIMD8<Double>) {
        var (lower, upper) = (SIMD8(1e-4, 1e-4, 1e-4, 0.8, 0, 0, 0, 0), SIMD8(0.9999, 0.9999, 0.9999, 0.98, 0, 0, 0, 0))
        if form.trend == .none { (lower[betaShare], upper[betaShare]) = (0, 0) }
        if form.season == .none { (lower[gammaShare], upper[gammaShare]) = (0, 0) }
        if form.trend != .damped { (lower[phi], upper[phi]) = (1, 1) }
        return (lower, upper)
    }
}
