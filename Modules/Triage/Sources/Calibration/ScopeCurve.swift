#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The probability that a message is about something the model knows, by how high its best label scores and by how much
/// higher than the next.
struct ScopeCurve: Hashable, Sendable {
    /// Where labels are too few to learn it by leaving some out: about what 150 labels of short questions gave.
    static let usual = ScopeCurve(height: 1, lead: 0.2, offset: -1)

    /// What the best label's calibrated score counts for, its lead over the next, and neither.
    let height: Float
    let lead: Float
    let offset: Float

    /// The probability, by the calibrated scores of all labels.
    func probability(of logits: [Float]) -> Double {
        let (best, next) = Self.highest(of: logits)
        return Double(1 / (1 + expf(-(height * best + lead * (best - next) + offset))))
    }

    /// The two highest scores.
    fileprivate static func highest(of logits: [Float]) -> (best: Float, next: Float) {
        var (best, next) = (-Float.infinity, -Float.infinity)
        for logit in logits {
            next = max(next, min(best, logit))
            best = max(best, logit)
        }
        return (best, next)
    }
}

extension ScopeCurve {
    /// The curve by which scores of messages that are in scope are told from those of messages that are not.
    ///
    /// - Parameters:
    ///   - inScope: the calibrated scores of messages whose labels the model knew, though not the messages.
    ///   - foreign: those of messages about other things.
    init(inScope: [[Float]], foreign: [[Float]]) {
        guard !inScope.isEmpty, !foreign.isEmpty else {
            self = .usual
            return
        }
        let rows = (inScope + foreign).map { logits in
            let (best, next) = Self.highest(of: logits)
            return [Double(best), Double(best - next)]
        }
        let all = Double(rows.count)
        let weights =
            inScope.map { _ in all * (1 - Training.foreignShare) / Double(inScope.count) }
            + foreign.map { _ in all * Training.foreignShare / Double(foreign.count) }
        let fit = LogisticFit(rows, happened: rows.indices.map { $0 < inScope.count }, weights: weights)
        (height, lead, offset) = (
            Float(fit.coefficients[0]), Float(fit.coefficients[1]), Float(fit.coefficients[2])
        )
    }
}
