import Cases
import FlywheelKit

/// A run of the desk under one policy.
struct Run {
    /// What the cases cost that came after the first week, in USD a week.
    let loss: Double
    /// Hours that the cheapest half of these waited for, ascending.
    let cheapWaits: [Double]

    /// Plays a workload: whoever is free and at work takes the case that the policy prefers.
    init(_ workload: Workload, crew: Crew, policy: Policy) {
        let able = Self.able(workload, crew)
        var free = [Int64](repeating: Workload.start, count: crew.people.count)
        var waiting: [Int] = []
        var solved = [Int64](repeating: .max, count: workload.arrivals.count)
        var sorted = [Bool](repeating: policy != .anybody, count: workload.arrivals.count)
        var coming = 0
        var now = Workload.start
        while coming < workload.arrivals.count || !waiting.isEmpty {
            while coming < workload.arrivals.count, workload.arrivals[coming].at <= now {
                waiting.append(coming)
                coming += 1
            }
            for person in crew.people.indices where free[person] <= now {
                guard crew.router.isAtWork(crew.people[person], at: Instant(seconds: now)) else { continue }
                let mine = waiting.indices.filter { !sorted[waiting[$0]] || able[waiting[$0]][person] }
                let best = mine.min { one, other in
                    policy.prefers(workload.arrivals[waiting[one]], to: workload.arrivals[waiting[other]], at: now)
                }
                guard let best else { continue }
                let number = waiting[best]
                guard able[number][person] else {
                    // Six minutes to find out, and back it goes.
                    sorted[number] = true
                    free[person] = now + 360
                    continue
                }
                waiting.remove(at: best)
                free[person] = now + Int64(workload.arrivals[number].hours * 3_600) + 1
                solved[number] = free[person]
            }
            let arrival = coming < workload.arrivals.count ? workload.arrivals[coming].at : .max
            now = min(arrival, free.filter { $0 > now }.min() ?? .max, (now / 3_600 + 1) * 3_600)
        }
        let counted = workload.arrivals.indices.filter { workload.arrivals[$0].at >= Workload.start + 604_800 }
        loss =
            counted.reduce(0) { $0 + workload.arrivals[$1].loss(solved: solved[$1]) } / Double(Workload.weeks - 1)
        cheapWaits =
            counted.sorted { workload.arrivals[$0].dailyLoss < workload.arrivals[$1].dailyLoss }
            .prefix(counted.count / 2)
            .map { Double(solved[$0] - workload.arrivals[$0].at) / 3_600 - workload.arrivals[$0].hours }.sorted()
    }

    /// Who can work which case, whatever the hour and however busy they are.
    private static func able(_ workload: Workload, _ crew: Crew) -> [[Bool]] {
        workload.arrivals.map { arrival in
            let need = crew.router.need(of: arrival.matter)
            return crew.people.map { person in
                crew.router.obstacles(to: person, for: need, load: 0, at: Instant(seconds: arrival.at))
                    .allSatisfy(\.passes)
            }
        }
    }
}
