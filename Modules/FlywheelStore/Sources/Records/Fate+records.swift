public import FlywheelKit

extension ExceptionRecord {
    /// What became of its prediction so far; `nil` where it was never predicted.
    public var fate: Fate? {
        self.predicted.map { _ in
            Fate(cameTrue: self.cameTrue, closed: self.closed, orderArrives: self.orderArrives, verdict: nil)
        }
    }
}

extension OutcomeRecord {
    /// What became of its prediction; `nil` where it was never predicted.
    public var fate: Fate? {
        predicted.map { _ in
            Fate(
                cameTrue: cameTrue, closed: work?.refuted, orderArrives: work?.orderArrives, verdict: verdict)
        }
    }
}
