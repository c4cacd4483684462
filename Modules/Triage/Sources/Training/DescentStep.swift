/// One step of the descent: a message, all labels at once. Kept, so that a pass allocates nothing.
struct DescentStep {
    private let width: Int
    /// 1/2C of the labels that a message does not have.
    private let penalty: Float
    /// +1 for the labels the message has, -1 for the others.
    private var signs: [Float]
    private var penalties: [Float]
    private var scores: [Float]
    /// What the step adds to the weights of each label, times the message's values.
    private var moves: [Float]
    /// Which labels it moves.
    private var moved: [Int] = []

    init(width: Int, penalty: Float) {
        (self.width, self.penalty) = (width, penalty)
        signs = Array(repeating: -1, count: width)
        (penalties, scores, moves) = (signs, signs, signs)
    }

    /// Takes the labels of the next message, and 1/2C of every label for messages that have it.
    mutating func turn(to labels: [Int], _ having: [Float]) {
        for label in 0..<width {
            signs[label] = -1
            penalties[label] = penalty
        }
        for label in labels {
            signs[label] = 1
            penalties[label] = having[label]
        }
    }

    /// Moves the message's multipliers and the weights; the largest change of a multiplier.
    ///
    /// The loops run over raw buffers: they are the whole time of a training.
    mutating func take(
        message: Int, of weighted: WeightedCorpus, alphas: inout [Float], from alpha: Int,
        weights: inout LinearWeights
    ) -> Float {
        let places = weighted.corpus.starts[message]..<weighted.corpus.starts[message + 1]
        let width = width
        return weighted.corpus.features.withUnsafeBufferPointer { features in
            weighted.values.withUnsafeBufferPointer { values in
                weights.rows.withUnsafeMutableBufferPointer { rows in
                    weights.intercepts.withUnsafeMutableBufferPointer { intercepts in
                        scores.withUnsafeMutableBufferPointer { scores in
                            for label in 0..<width { scores[label] = intercepts[label] }
                            for place in places {
                                let (value, row) = (values[place], Int(features[place]) &* width)
                                for label in 0..<width { scores[label] += value * rows[row &+ label] }
                            }
                        }
                        let largest = alphas.withUnsafeMutableBufferPointer { alphas in
                            turn(alphas.extracting(alpha..<(alpha + width)))
                        }
                        guard largest > 0 else { return largest }
                        add(places, features, values, rows, intercepts)
                        return largest
                    }
                }
            }
        }
    }

    /// Moves the weights of the labels whose multipliers moved: soon they are few.
    private mutating func add(
        _ places: Range<Int>, _ features: UnsafeBufferPointer<Int32>, _ values: UnsafeBufferPointer<Float>,
        _ rows: UnsafeMutableBufferPointer<Float>, _ intercepts: UnsafeMutableBufferPointer<Float>
    ) {
        moved.removeAll(keepingCapacity: true)
        for label in 0..<width where moves[label] != 0 {
            moved.append(label)
            intercepts[label] += moves[label]
        }
        let width = width
        moves.withUnsafeBufferPointer { moves in
            moved.withUnsafeBufferPointer { moved in
                for place in places {
                    let (value, row) = (values[place], Int(features[place]) &* width)
                    if moved.count * 4 < width {
                        for label in moved { rows[row &+ label] += value * moves[label] }
                    } else {
                        for label in 0..<width { rows[row &+ label] += value * moves[label] }
                    }
                }
            }
        }
    }

    /// The new multipliers of a message from the scores, and what moves with them.
    private mutating func turn(_ alphas: UnsafeMutableBufferPointer<Float>) -> Float {
        var largest: Float = 0
        for label in 0..<width {
            // A message has length one, and the intercept is a feature of value one.
            let slope = signs[label] * scores[label] - 1 + alphas[label] * penalties[label]
            let next = max(0, alphas[label] - slope / (2 + penalties[label]))
            let move = next - alphas[label]
            alphas[label] = next
            moves[label] = move * signs[label]
            largest = max(largest, abs(move))
        }
        return largest
    }
}
