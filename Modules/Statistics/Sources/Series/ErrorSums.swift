/// The errors of exponential smoothing by one κ = 1 - α with the best first level, written down, and what they add up to.
///
/// Each error is eₜ = κeₜ₋₁ + dₜ with the differences dₜ of the values, which waits for the one before. Four at a time wait
/// once: within four they are put together by doubling (W. Hillis and G. Steele, "Data parallel algorithms", 1986).
struct ErrorSums {
    /// The sum of their squares.
    var squares = 0.0
    /// How much the best first level lies above the first value.
    var shift = 0.0
    /// What the level after the last value lies below it: κ times the last error.
    var last = 0.0

    init() {}

    /// - Parameter errors: room for as many as there are values, one or more.
    init(of values: UnsafeBufferPointer<Double>, keep: Double, into errors: UnsafeMutableBufferPointer<Double>) {
        let (square, count) = (keep * keep, values.count)
        let powers = SIMD4(keep, square, square * keep, square * square)
        let blocks = 1 + (count - 1) / 4 * 4
        // With the first value for a level, and what is left of a level that is higher by one.
        var (squares, products, trace) = (SIMD4<Double>(), SIMD4<Double>(), powers)
        var error = 0.0
        errors[0] = 0
        for index in stride(from: 1, to: blocks, by: 4) {
            let difference = values.four(index) - values.four(index &- 1)
            var four = difference + keep * SIMD4(0, difference.x, difference.y, difference.z)
            four += square * SIMD4(0, 0, four.x, four.y)
            four += powers * error
            error = four.w
            squares += four * four
            products += four * trace
            trace *= powers.w
            errors.set(four, at: index)
        }
        var (sum, product, rest) = (squares.sum(), products.sum(), trace.x)
        for index in blocks..<max(blocks, count) {
            error = keep * error + (values[index] - values[index - 1])
            sum += error * error
            product += error * rest
            rest *= keep
            errors[index] = error
        }
        // The squared traces are a geometric series.
        shift = product * (1 - square) / (1 - rest * rest)
        self.squares = max(0, sum - product * shift)
        Self.lower(errors, by: shift, powers)
        last = keep * errors[count - 1]
    }

    /// What the first level makes of the errors.
    private static func lower(
        _ errors: UnsafeMutableBufferPointer<Double>, by shift: Double, _ powers: SIMD4<Double>
    ) {
        var trace = shift * SIMD4(1, powers.x, powers.y, powers.z)
        let blocks = errors.count / 4 * 4
        for index in stride(from: 0, to: blocks, by: 4) {
            errors.set(UnsafeBufferPointer(errors).four(index) - trace, at: index)
            trace *= powers.w
        }
        for index in blocks..<errors.count { errors[index] -= trace[index - blocks] }
    }
}

// Whole vectors at once: value by value, each takes a step of its own.
extension UnsafeBufferPointer<Double> {
    @inline(__always)
    fileprivate func four(_ index: Int) -> SIMD4<Double> {
        UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index &* 8, as: SIMD4<Double>.self)
    }
}

extension UnsafeMutableBufferPointer<Double> {
    @inline(__always)
    fileprivate func set(_ four: SIMD4<Double>, at index: Int) {
        UnsafeMutableRawBufferPointer(self).storeBytes(of: four, toByteOffset: index &* 8, as: SIMD4<Double>.self)
    }
}
