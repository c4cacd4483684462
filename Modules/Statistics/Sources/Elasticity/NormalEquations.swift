/// The normal equations of a weighted least-squares fit with a few unknowns, solved by Cholesky's decomposition.
///
/// An unknown whose column moves only together with those before it is left out instead of solved for: its pivot, what
/// is left of its own square once they are taken out, is nothing but rounding.
struct NormalEquations {
    /// The least share of a column's square that must be its own: columns that agree to a correlation of 0.99995 do not.
    static let leastOwnShare = 1e-4
    /// The least share of a column's raw square that scatters about its mean.
    static let leastScatter = 1e-12

    let size: Int
    /// Row after row; only what lies on and below the diagonal is used.
    var matrix: [Double]
    var right: [Double]

    init(size: Int) {
        self.size = size
        matrix = [Double](repeating: 0, count: size * size)
        right = [Double](repeating: 0, count: size)
    }

    /// Adds one row's outer product and its share of the right side; below zero to take it away.
    mutating func add(_ row: some RandomAccessCollection<Double>, weight: Double, value: Double) {
        var first = 0
        for left in row {
            var second = 0
            for other in row.prefix(first + 1) {
                matrix[first * size + second] += weight * left * other
                second += 1
            }
            right[first] += weight * left * value
            first += 1
        }
    }

    /// The unknowns, `nil` where left out, and the last one's pivot.
    ///
    /// - Parameter scales: of each column its raw square, beside which scatter is told from rounding.
    func solved(scales: [Double]) -> (unknowns: [Double?], lastPivot: Double) {
        var factor = matrix
        var isKept = [Bool](repeating: true, count: size)
        var pivots = [Double](repeating: 0, count: size)
        var forward = right
        for row in 0..<size {
            for column in 0..<row where isKept[column] {
                // The factor holds L·D below the diagonal while a row is worked on, and L once it is done.
                for before in 0..<column where isKept[before] {
                    factor[row * size + column] -= factor[row * size + before] * factor[column * size + before]
                }
            }
            var pivot = factor[row * size + row]
            for column in 0..<row where isKept[column] {
                let product = factor[row * size + column]
                factor[row * size + column] = product / pivots[column]
                pivot -= product * factor[row * size + column]
                forward[row] -= factor[row * size + column] * forward[column]
            }
            let square = matrix[row * size + row]
            isKept[row] = square > Self.leastScatter * scales[row] && pivot > Self.leastOwnShare * square
            pivots[row] = pivot
        }
        var unknowns = [Double?](repeating: nil, count: size)
        for row in (0..<size).reversed() where isKept[row] {
            var value = forward[row] / pivots[row]
            for below in (row + 1)..<max(size, row + 1) {
                value -= factor[below * size + row] * (unknowns[below] ?? 0)
            }
            unknowns[row] = value
        }
        return (unknowns, pivots.last ?? 0)
    }
}
