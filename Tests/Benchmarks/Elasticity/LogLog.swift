#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The plain regression of logarithms that everybody begins with: log(units + offset) on numbers, with a level an item.
enum LogLog {
    /// The effects of the columns, the price's last.
    static func effects(
        of sales: [Sale], offset: Double = 0, columns: (Sale) -> [Double]
    ) -> [Double] {
        let groups = Dictionary(grouping: sales, by: \.item).sorted { $0.key < $1.key }.map(\.value)
        var (matrix, right): ([[Double]], [Double]) = ([], [])
        for group in groups {
            let rows = group.map { columns($0) + [log($0.price)] }
            let targets = group.map { log($0.units + offset) }
            let width = rows[0].count
            if matrix.isEmpty {
                matrix = Array(repeating: Array(repeating: 0, count: width), count: width)
                right = Array(repeating: 0, count: width)
            }
            let means = (0..<width).map { column in rows.reduce(0) { $0 + $1[column] } / Double(rows.count) }
            let mean = targets.reduce(0, +) / Double(rows.count)
            for (row, target) in zip(rows, targets) {
                for left in 0..<width {
                    right[left] += (row[left] - means[left]) * (target - mean)
                    for other in 0..<width {
                        matrix[left][other] += (row[left] - means[left]) * (row[other] - means[other])
                    }
                }
            }
        }
        return solved(matrix, right)
    }

    /// Gauss's elimination; a column that never moves has no effect.
    private static func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var (matrix, right) = (matrix, right)
        for pivot in right.indices where matrix[pivot][pivot] > 1e-9 {
            for row in right.indices where row != pivot {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                for column in right.indices { matrix[row][column] -= factor * matrix[pivot][column] }
                right[row] -= factor * right[pivot]
            }
        }
        return right.indices.map { matrix[$0][$0] > 1e-9 ? right[$0] / matrix[$0][$0] : 0 }
    }
}
