/// The benchmark's own simple detector: how many standard deviations a value lies from the mean of those before it, of at most
/// 6,400 of them, which are then moved on by a hundred at a time.
enum WindowedGaussian {
    private static let most = 6_400
    private static let step = 100

    /// Distances, which no rounding makes equal as it does probabilities.
    static func scores(of stream: LabelledStream) -> [Double] {
        var (first, end) = (0, 0)
        var (sum, squares) = (0.0, 0.0)
        return stream.values.indices.map { index in
            guard index > 0 else { return 0 }
            if end < most || index - end == step {
                let length = end < most ? index : most
                for value in stream.values[end..<index] {
                    sum += value
                    squares += value * value
                }
                for value in stream.values[first..<(index - length)] {
                    sum -= value
                    squares -= value * value
                }
                (first, end) = (index - length, index)
            }
            let count = Double(end - first)
            let mean = sum / count
            // A stream that never changed has the least deviation there is.
            let deviation = max(1e-6, (max(0, squares / count - mean * mean)).squareRoot())
            return abs(stream.values[index] - mean) / deviation
        }
    }
}
