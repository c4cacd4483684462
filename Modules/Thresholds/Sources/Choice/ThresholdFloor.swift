/// What a threshold must hold, whatever it gains.
public enum ThresholdFloor: String, Hashable, Sendable, Codable, CaseIterable {
    /// The share of tier-one problems found.
    case heroRecall
    /// The share of findings that are real.
    case precision
    /// The number of findings a person can look at.
    case alertBudget
}

extension ThresholdEffect {
    /// The floors that it does not hold, recall first.
    public func broken(under rules: ThresholdRules) -> [ThresholdFloor] {
        ThresholdFloor.allCases.filter { room(to: $0, under: rules) < 0 }
    }

    /// How far it stays on the right side of a floor; below zero where it breaks it, and infinite where nothing says.
    func room(to floor: ThresholdFloor, under rules: ThresholdRules) -> Double {
        switch floor {
        case .heroRecall: heroRecall.map { $0.value - rules.heroRecallFloor } ?? .infinity
        case .precision: precision.map { $0.value - rules.precisionFloor } ?? .infinity
        case .alertBudget: alertsPerOperatorDay.map { rules.alertsPerOperatorDay - $0 } ?? .infinity
        }
    }

    /// The same as far as is likely, with what recall is held above its floor. What is only possible forbids that less is found
    /// (``isAllowed(after:under:)``) and is no reason to find more: people would look at more for nothing.
    func margin(to floor: ThresholdFloor, under rules: ThresholdRules) -> Double {
        guard floor == .heroRecall, let likely = likelyHeroRecall ?? heroRecall else {
            return room(to: floor, under: rules)
        }
        return likely.value - rules.heroRecallFloor - rules.heroRecallMargin
    }

    /// Whether a floor is broken or about to be, as far as enough labels can tell.
    func isNear(_ floor: ThresholdFloor, under rules: ThresholdRules) -> Bool {
        let seen = floor == .heroRecall ? heroRecall?.count ?? 0 : labels
        return margin(to: floor, under: rules) < 0 && seen >= rules.leastLabels
    }

    /// Whether a knob that did so may come to do this: nothing falls below a floor, or deeper below it. That fewer heroes are
    /// found needs the lower bound above the floor, since a problem that nobody saw has nobody to speak for it.
    func isAllowed(after before: ThresholdEffect, under rules: ThresholdRules) -> Bool {
        ThresholdFloor.allCases.allSatisfy { floor in
            let (now, then) = (room(to: floor, under: rules), before.room(to: floor, under: rules))
            if now >= then { return true }
            guard floor == .heroRecall else { return now >= 0 }
            return (heroRecall?.low ?? 1) >= rules.heroRecallFloor
        }
    }
}
