/// How fast an average forgets: the weight that its newest value gets.
public enum SmoothingWeight: Hashable, Sendable {
    /// This weight, above 0 and up to 1.
    case fixed(Double)
    /// The weight from 0.1 to 0.3 with the least squared error one step ahead: for series this noisy, wider bounds follow
    /// chance (J. Boylan and A. Syntetos, Intermittent Demand Forecasting, 2021).
    case optimised
}

/// Exponential smoothing that starts at its first value.
struct Smoothing {
    static let bounds = 0.1...0.3

    /// The weight that was used.
    let weight: Double
    /// What is expected next after each value.
    let levels: [Double]

    /// - Parameter values: one or more, oldest first.
    init(_ values: [Double], _ weight: SmoothingWeight) {
        let chosen =
            switch weight {
            case .fixed(let weight): weight
            case .optimised: Self.best(for: values)
            }
        self.weight = chosen
        var level = values.first ?? 0
        levels = values.map { value in
            level += chosen * (value - level)
            return level
        }
    }

    /// The weight with the least squared error one step ahead.
    static func best(for values: [Double]) -> Double {
        guard values.count > 2 else { return bounds.lowerBound }
        // Bounds so near to each other need no third round.
        return values.withUnsafeBufferPointer { values in
            SectionSearch.minimum(over: bounds, rounds: 2) { squaredErrors(of: values, $0) }
        }
    }

    /// Smoothing is a chain of dependent operations, so eight weights at once cost what one does.
    @inline(__always)
    private static func squaredErrors(
        of values: UnsafeBufferPointer<Double>, _ weights: SIMD8<Double>
    ) -> SIMD8<Double> {
        var level = SIMD8<Double>(repeating: values[0])
        var squares = SIMD8<Double>.zero
        for value in values {
            let error = value - level
            squares += error * error
            level += weights * error
        }
        return squares
    }
}
