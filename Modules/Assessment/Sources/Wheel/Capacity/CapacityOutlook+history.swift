import FlywheelKit
import Statistics

extension CapacityOutlook {
    /// Looks at the newest weeks of a history.
    init(of history: WorkHistory, model: WheelModel) {
        let days = min(7 * Double(model.capacityWeeks), max(0, history.until.days(since: history.from)))
        let from = history.until.advanced(byDays: -days)
        var load = TouchLoad(kinds: history.kinds.count)
        var (came, ended) = (0, 0)
        var weeks = [(came: Int, ended: Int)](repeating: (0, 0), count: 2)
        for problem in history.problems {
            load.time(problem)
            if problem.detected > from, problem.detected <= history.until {
                came += 1
                load.arrive(problem)
                if let week = Self.week(problem.detected, history.until) { weeks[week].came += 1 }
            }
            if let moment = problem.ended, moment > from, moment <= history.until {
                ended += 1
                if let week = Self.week(moment, history.until) { weeks[week].ended += 1 }
            }
        }
        let ages = [0.0, 7, 14].map { Self.ages(of: history, at: history.until.advanced(byDays: -$0)) }
        let ninth = ages.map { Robust.quantile(of: $0, 0.9) }
        let length = max(days, 1)
        arrivalsPerDay = Double(came) / length
        endedPerDay = Double(ended) / length
        workedShare = came > 0 ? Double(load.worked) / Double(came) : nil
        open = ages[0].count
        (ageP90Days, earlierAgeP90Days) = (ninth[0], Array(ninth[1...]))
        netFlow = weeks.map { $0.came - $0.ended }
        daysInSystem = ended > 0 ? Double(open) / (Double(ended) / length) : nil
        (touchMinutes, priorShare) = load.minutes(model)
        staffHours = Self.staffHours(of: history, from: from)
        missing = []
        alarms = []
        if staffHours == nil { missing.append("staffed hours: nobody said how many there are; \(StaffedHours.advice)") }
        if priorShare > 0 {
            missing.append(
                "touch time: \(percent(priorShare)) of it is a prior of \(whole(model.touchMinutesPrior)) minutes, "
                    + "for kinds with fewer than \(model.leastTimed) timed problems")
        }
        let hoursAWeek = touchMinutes.map { Double(load.worked) * $0 / 60 / length * 7 }
        utilisation = hoursAWeek.flatMap { hours in staffHours.flatMap { $0 > 0 ? hours / $0 : nil } }
        queueGrowth = utilisation.flatMap(Self.queueGrowth)
        if let utilisation, utilisation > model.utilisationLimit { alarms.append(.utilisation) }
        if days >= 14, netFlow.allSatisfy({ $0 > 0 }), let now = ninth[0], let then = ninth[2], now > then {
            alarms.append(.netFlow)
        }
    }

    /// ρ/(1 - ρ), waiting in service times; `nil` where ρ is 1 or more and waiting has no end.
    public static func queueGrowth(utilisation: Double) -> Double? {
        precondition(utilisation >= 0, "utilisation is not below zero, found \(utilisation)")
        return utilisation < 1 ? utilisation / (1 - utilisation) : nil
    }

    /// ρ: arrivals × touch time over staffed time, all of one span.
    public static func utilisation(arrivals: Double, touchHours: Double, staffHours: Double) -> Double {
        precondition(staffHours > 0, "somebody is there to work, found \(staffHours) hours")
        return arrivals * touchHours / staffHours
    }

    /// 0 for the newest week, 1 for the one before.
    private static func week(_ moment: Instant, _ until: Instant) -> Int? {
        let week = Int(until.days(since: moment) / 7)
        return week < 2 ? week : nil
    }

    /// Ages in days of what was open at a moment.
    private static func ages(of history: WorkHistory, at moment: Instant) -> [Double] {
        history.problems.compactMap { problem in
            guard problem.detected <= moment, problem.ended.map({ $0 > moment }) ?? true else { return nil }
            return moment.days(since: problem.detected)
        }
    }

    /// The mean of what turns since a moment say.
    private static func staffHours(of history: WorkHistory, from: Instant) -> Double? {
        var mean = RunningMean()
        for turn in history.turns where turn.at > from { if let hours = turn.staffHours { mean.add(hours) } }
        return mean.value
    }
}

/// Minutes that problems take, by kind, and how many of each came.
private struct TouchLoad {
    private var minutes: [Double]
    private var timed: [Int]
    private var came: [Int]
    /// Those that came and take a person's time.
    private(set) var worked = 0

    init(kinds: Int) {
        minutes = [Double](repeating: 0, count: kinds)
        timed = [Int](repeating: 0, count: kinds)
        came = timed
    }

    /// Learns from one that ended and was timed.
    mutating func time(_ problem: Problem) {
        guard problem.ended != nil, let spent = problem.touchMinutes else { return }
        minutes[problem.kind] += spent
        timed[problem.kind] += 1
    }

    /// Counts one that came, unless it was over before anybody took it on.
    mutating func arrive(_ problem: Problem) {
        guard problem.ended == nil || problem.claimed != nil || problem.closer != nil else { return }
        came[problem.kind] += 1
        worked += 1
    }

    /// The mean minutes of those that came, and the part of them that is a prior.
    func minutes(_ model: WheelModel) -> (mean: Double?, prior: Double) {
        guard worked > 0 else { return (nil, 0) }
        var (sum, priors) = (0.0, 0.0)
        for kind in came.indices {
            if timed[kind] >= model.leastTimed {
                sum += Double(came[kind]) * minutes[kind] / Double(timed[kind])
            } else {
                sum += Double(came[kind]) * model.touchMinutesPrior
                priors += Double(came[kind]) * model.touchMinutesPrior
            }
        }
        return (sum / Double(worked), sum > 0 ? priors / sum : 0)
    }
}
