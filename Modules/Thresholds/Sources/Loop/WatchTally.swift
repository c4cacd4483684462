/// What the time after a change came to, for the new value and for the one it replaced, on the same problems.
public struct WatchTally: Hashable, Sendable, Codable {
    /// The new value.
    public var new: ThresholdEffect
    /// The value it replaced.
    public var old: ThresholdEffect
    /// What the new one gained.
    public var gain: ThresholdGain
    /// Labels it rests on.
    public var labels: Int

    /// Measures a watched time.
    ///
    /// - Parameters:
    ///   - trial: what both values find in that time.
    ///   - new: the place of the new value.
    ///   - old: the place of the value it replaced.
    ///   - audit: what is known of those who labelled, from more than that time.
    public init(_ trial: ThresholdTrial, new: Int, old: Int, audit: LabelAudit, rules: ThresholdRules) {
        self.new = ThresholdEffect(new, of: trial, audit: audit, rules: rules)
        self.old = ThresholdEffect(old, of: trial, audit: audit, rules: rules)
        gain = ThresholdGain(of: new, on: old, in: trial, audit: audit, rules: rules)
        labels = trial.candidates.count { $0.label != nil }
    }

    /// What is to become of the change; `nil` where it is to be watched for longer.
    ///
    /// It is taken back when it breaks a floor that the old value holds, or is worth less than it by more than noise.
    /// What was to mend a floor is judged by floors that come before it alone: it was never to pay.
    ///
    /// - Parameter mends: the floor that the change was to mend.
    public func verdict(
        days: Double, mends: ThresholdFloor? = nil, rules: ThresholdRules
    ) -> (state: ProposalState, reason: String)? {
        let weighed = ThresholdFloor.allCases.prefix { $0 != mends }
        let held = Set(weighed).subtracting(old.broken(under: rules))
        if labels >= rules.leastWatched {
            if let floor = new.broken(under: rules).first(where: held.contains) { return (.rolledBack, floor.rawValue) }
            // Nothing goes back to where heroes are about to be missed because it costs less there.
            let isSafe = old.margin(to: .heroRecall, under: rules) >= 0
            if mends == nil, isSafe, gain.high < 0 { return (.rolledBack, "worth-less") }
            if days >= rules.watchDays { return (.kept, "held") }
        }
        // A budget needs no labels to be broken.
        if days >= rules.watchDays, new.broken(under: rules).contains(.alertBudget), held.contains(.alertBudget) {
            return (.rolledBack, ThresholdFloor.alertBudget.rawValue)
        }
        return days >= rules.longestWatchDays ? (.kept, "too-few-labels") : nil
    }
}
