#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Calibration {
    /// The calibration under which the labels of messages are likeliest, by scores of models that did not see them.
    ///
    /// - Parameters:
    ///   - unseen: the scores of messages, by all labels of the set.
    ///   - targets: the labels that those messages have.
    init(_ unseen: [[Float]], _ targets: [[Int]], _ set: TrainingSet) {
        let labels = set.labels.indices
        guard set.isMultiLabel else {
            let slope = Self.inverseTemperature(unseen, targets)
            self.init(
                isMultiLabel: false, slopes: labels.map { _ in slope }, offsets: labels.map { _ in 0 })
            sureness = sureness(of: unseen, targets)
            return
        }
        let lines = labels.map { label in
            LogisticFit(
                unseen.map { [Double($0[label])] }, happened: targets.map { $0.contains(label) })
        }
        self.init(
            isMultiLabel: true, slopes: lines.map { Float($0.coefficients[0]) },
            offsets: lines.map { Float($0.coefficients[1]) })
    }

    /// How often the best label of messages that have one is right, by its log-odds.
    private func sureness(of unseen: [[Float]], _ targets: [[Int]]) -> Sureness {
        let labelled = targets.indices.filter { !targets[$0].isEmpty }
        let best = labelled.map { Softmax(logits(of: unseen[$0])) }
        let fit = LogisticFit(
            best.map { [Double($0.logOdds)] }, happened: zip(labelled, best).map { targets[$0].contains($1.best) })
        // Where being surer never helped, too few messages were wrong to tell.
        return fit.coefficients[0] > 0
            ? Sureness(slope: Float(fit.coefficients[0]), offset: Float(fit.coefficients[1])) : .asStated
    }

    /// What scores are multiplied with before the softmax, so that its probabilities hold. Source: C. Guo et al., "On
    /// calibration of modern neural networks", ICML 2017, section 4.2.
    private static func inverseTemperature(_ unseen: [[Float]], _ targets: [[Int]]) -> Float {
        func loss(_ logarithm: Double) -> Double {
            let slope = exp(logarithm)
            var sum = 0.0
            for (scores, target) in zip(unseen, targets) {
                guard let label = target.first else { continue }
                let highest = Double(scores.max() ?? 0)
                let all = scores.reduce(0.0) { $0 + exp(slope * (Double($1) - highest)) }
                sum += log(all) - slope * (Double(scores[label]) - highest)
            }
            return sum
        }
        // The loss has one valley in the logarithm, so a golden section finds its floor.
        var (low, high) = (log(0.1), log(100.0))
        let golden = (5.0.squareRoot() - 1) / 2
        var (left, right) = (high - golden * (high - low), low + golden * (high - low))
        var (leftLoss, rightLoss) = (loss(left), loss(right))
        while high - low > 1e-3 {
            if leftLoss < rightLoss {
                (high, right, rightLoss) = (right, left, leftLoss)
                left = high - golden * (high - low)
                leftLoss = loss(left)
            } else {
                (low, left, leftLoss) = (left, right, rightLoss)
                right = low + golden * (high - low)
                rightLoss = loss(right)
            }
        }
        return Float(exp((low + high) / 2))
    }
}
