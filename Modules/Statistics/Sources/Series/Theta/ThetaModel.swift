/// The Theta model of J. Fiorucci, T. Pellegrini, F. Louzada, F. Petropoulos and A. Koehler, Models for optimising the
/// theta method and their relationship to state space models, 2016, for a series without seasons.
///
/// With k = 1 − α and the weight w = 1 − 1/θ of the line, period t counted from zero,
///
///     μₜ = ℓₜ₋₁ + w·(Aₜ₋₁kᵗ + Bₜ₋₁(1 − kᵗ⁺¹)/α),  ℓₜ = αyₜ + kℓₜ₋₁
///
/// where Aₜ and Bₜ are the least-squares line through the series so far, or through the whole of it for all t. The errors
/// are linear in the first level and in w, so that for given α both are solved for, and only α is searched: the optimum
/// is exact, and of eight α at a time.
struct ThetaModel {
    let alpha: Double
    /// w = 1 − 1/θ, from 0 to 1.
    let weight: Double
    let isDynamic: Bool
    /// The squared errors, without those of the first three periods.
    let squares: Double
    private let start: Double

    /// The periods whose errors are not counted: a line through fewer values says nothing.
    static let warmUp = 3

    /// - Parameters:
    ///   - values: more than `warmUp` of them.
    ///   - weight: w, or nil for the best from 0 to 1.
    ///   - lines: by `FittedLine.lines`.
    init(_ values: [Double], lines: [FittedLine], isDynamic: Bool, weight: Double?) {
        (alpha, self.weight, start, squares) = values.withUnsafeBufferPointer { values in
            lines.withUnsafeBufferPointer { lines in
                let alpha = SectionSearch.minimum(over: 0.1...0.99, rounds: 4) { alpha in
                    Sums(values, lines, alpha).solution(weight: weight).squares
                }
                let best = Sums(values, lines, SIMD8(repeating: alpha)).solution(weight: weight)
                return (alpha, best.weight[0], values[0] + best.level[0], max(0, best.squares[0]))
            }
        }
        self.isDynamic = isDynamic
    }

    /// One-step errors after the first three periods, and the state after the last value.
    func pass(over values: [Double], lines: [FittedLine]) -> (errors: [Double], last: ThetaState) {
        let first = alpha * values[0] + (1 - alpha) * start
        var state = ThetaState(level: first, mean: values[0], line: lines[0], isDynamic: isDynamic)
        var power = 1 - alpha
        var errors: [Double] = []
        errors.reserveCapacity(values.count)
        for period in 1..<values.count {
            let expected = state.expected(self, power: power)
            if period >= Self.warmUp { errors.append(values[period] - expected) }
            state.take(values[period], alpha: alpha, period: period)
            power *= 1 - alpha
        }
        return (errors, state)
    }
}

/// Sums over a series for eight α at once.
private struct Sums {
    // The errors when the first level is the first value and w is zero, what a first level that is higher by one leaves
    // of itself, and what a w of one adds: e, p and d, and their products.
    var (ee, ep, ed) = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
    var (pp, pd, dd) = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())

    @inline(__always)
    init(_ values: UnsafeBufferPointer<Double>, _ lines: UnsafeBufferPointer<FittedLine>, _ alpha: SIMD8<Double>) {
        let keep = 1 - alpha
        let inverse = 1 / alpha
        var level = SIMD8(repeating: values[0])
        var power = keep
        for period in 1..<values.count {
            let error = values[period] - level
            let next = power * keep
            if period >= ThetaModel.warmUp {
                let line = lines[period - 1]
                let added = line.intercept * power + line.slope * ((1 - next) * inverse)
                ee += error * error
                ep += error * power
                ed += error * added
                pd += power * added
                dd += added * added
            }
            level += alpha * error
            power = next
        }
        // The sum of a geometric series, from k⁶ up to k²ⁿ.
        let (first, last) = (keep * keep * keep, power)
        pp = (first * first - last * last) / (alpha * (1 + keep))
    }

    /// The best first level, beside the first value, and w, and the squared errors with them.
    @inline(__always)
    func solution(weight given: Double?) -> (level: SIMD8<Double>, weight: SIMD8<Double>, squares: SIMD8<Double>) {
        // With the first level solved for, the squared errors are a − 2bw + cw².
        let a = ee - ep * ep / pp
        let b = ed - ep * pd / pp
        let c = dd - pd * pd / pp
        var weight = SIMD8(repeating: given ?? 0)
        if given == nil {
            // A line that is flat leaves nothing to weigh.
            weight = (b / c).clamped(lowerBound: SIMD8(), upperBound: SIMD8(repeating: 1))
                .replacing(with: 0, where: c .<= 1e-12 * dd)
        }
        return ((ep - weight * pd) / pp, weight, a + weight * (weight * c - 2 * b))
    }
}
