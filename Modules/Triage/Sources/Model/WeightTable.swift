/// The weights of a model in a byte each: a row by feature, with the scale its bytes are multiplied with.
struct WeightTable: Hashable, Sendable {
    /// How many bytes a row has: labels, rounded up to whole registers.
    let width: Int
    /// Rows by feature.
    let cells: [Int8]
    /// What a cell of each row is worth, the feature's importance included.
    let scales: [Float]
    /// One a label.
    let intercepts: [Float]

    init(width: Int, cells: [Int8], scales: [Float], intercepts: [Float]) {
        (self.width, self.cells, self.scales, self.intercepts) = (width, cells, scales, intercepts)
    }

    /// The nearest bytes to some weights: the largest of each row becomes 127.
    init(_ weights: LinearWeights, importance: [Float]) {
        width = weights.width
        var cells = [Int8](repeating: 0, count: weights.rows.count)
        var scales = [Float](repeating: 0, count: importance.count)
        for feature in importance.indices {
            let row = feature * width
            var largest: Float = 0
            for label in 0..<width { largest = max(largest, abs(weights.rows[row + label])) }
            guard largest > 0 else { continue }
            for label in 0..<width {
                cells[row + label] = Int8((weights.rows[row + label] / largest * 127).rounded())
            }
            scales[feature] = largest / 127 * importance[feature]
        }
        self.cells = cells
        self.scales = scales
        intercepts = weights.intercepts
    }
}
