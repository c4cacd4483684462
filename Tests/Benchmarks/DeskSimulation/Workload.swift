import Cases
import FlywheelKit
import Foundation
import Statistics

/// A kind of case: how often it comes, what it needs, how long it takes and what it costs while it lies.
struct CaseKind {
    let intent: String
    let side: Side
    /// Of a hundred cases.
    let share: Double
    /// Mean hours of work, exponential.
    let hours: Double
    /// The median of what a day costs, in USD; lognormal.
    var dailyLoss = 0.0
    /// The median of what missing the deadline costs at once, in USD; lognormal.
    var lump = 0.0

    /// Invented, with the order of magnitude of a mid-sized marketplace desk: questions are many, quick and cheap; what stops
    /// a listing or an account is rare, slow and dear.
    static let all = [
        CaseKind(intent: "question", side: .buyer, share: 45, hours: 0.2, dailyLoss: 2),
        CaseKind(intent: "refund", side: .buyer, share: 20, hours: 0.4, dailyLoss: 8),
        CaseKind(intent: "claim", side: .buyer, share: 8, hours: 0.8, lump: 40),
        CaseKind(intent: "suppressed", side: .seller, share: 12, hours: 0.7, dailyLoss: 60),
        CaseKind(intent: "account", side: .seller, share: 5, hours: 1, dailyLoss: 150),
        CaseKind(intent: "guidance", side: .seller, share: 10, hours: 0.3, dailyLoss: 1),
    ]

    /// Mean hours of work of a case.
    static let meanHours = all.reduce(0) { $0 + $1.share * $1.hours } / 100
}

/// What is turned, one at a time.
struct Dials {
    /// Hours of work that come, of those people have.
    var load = 0.9
    /// The share of cases whose urgency label is another one than its loss deserves.
    var wrongLabels = 0.2
    /// The spread of estimates of a case's loss around what it is: the deviation of their logarithm's error.
    var estimateError = 0.7
    /// Whether every case costs the same a day, so that there is nothing to tell apart.
    var isUniform = false
}

/// A case as it comes, and what nobody at the desk knows of it.
struct Arrival {
    var matter: Case
    let kind: CaseKind
    /// When it comes, in seconds.
    let at: Int64
    /// Hours of work it takes.
    let hours: Double
    /// What a day costs, in USD.
    let dailyLoss: Double
    /// What missing the deadline costs, in USD.
    let lump: Double
    /// When that is.
    let deadline: Int64
    /// What the desk takes the loss for, as a multiple of what it is.
    let misjudged: Double
    /// The urgency it was labelled with.
    let label: Urgency

    /// What it cost by the time it was solved.
    func loss(solved: Int64) -> Double {
        dailyLoss * Double(solved - at) / 86_400 + (solved > deadline ? lump : 0)
    }

    /// What an hour of work on it is expected to save: what a day costs, and what is due spread over the time that is left,
    /// for each hour that such cases take.
    func worth(at now: Int64, misjudged: Double) -> Double {
        let left = max(Double(deadline - now) / 86_400, 1.0 / 24)
        return (dailyLoss + (now < deadline ? lump / left : 0)) * misjudged / kind.hours
    }
}

/// The cases of some weeks, all from one seed.
struct Workload {
    static let weeks = 4
    /// Monday, 5 January 2026.
    static let start: Int64 = 1_767_571_200
    let arrivals: [Arrival]

    init(seed: UInt64, dials: Dials, weeklyHours: Double) {
        var random = SplitMix64(seed: seed)
        let perSecond = dials.load * weeklyHours / CaseKind.meanHours / 604_800
        var arrivals: [Arrival] = []
        var at = Double(Self.start)
        let end = Double(Self.start + Int64(Self.weeks) * 604_800)
        // Thinned from the busiest hour: people write three times as often by day (8 to 22) as by night.
        while true {
            at += random.exponential() / (perSecond * 1.3)
            guard at < end else { break }
            let hour = Int(at) % 86_400 / 3_600
            guard random.uniform() * 1.3 < ((8..<22).contains(hour) ? 1.3 : 0.58) else { continue }
            arrivals.append(Self.arrival(arrivals.count, Int64(at), dials, &random))
        }
        self.arrivals = arrivals
    }

    private static func arrival(_ number: Int, _ at: Int64, _ dials: Dials, _ random: inout SplitMix64) -> Arrival {
        var drawn = random.uniform() * 100
        let kind =
            CaseKind.all.first {
                drawn -= $0.share; return drawn < 0
            } ?? CaseKind.all[0]
        let size = exp(1.2 * random.normal())
        let dailyLoss = dials.isUniform ? 10 : kind.dailyLoss * size
        let lump = dials.isUniform ? 0 : kind.lump * size
        var matter = Case(source: "simulated", code: "\(number)", account: "north")
        matter.side = kind.side
        matter.language = random.uniform() < 0.75 ? "en" : "de"
        matter.add(CaseEvent(at: Instant(seconds: at), .opened))
        matter.add(CaseEvent(at: Instant(seconds: at), .intents([kind.intent])))
        let deserved = urgency(dailyLoss + lump / 2)
        let label =
            random.uniform() < dials.wrongLabels
            ? Urgency.allCases.filter { $0 != deserved }[Int(random.uniform() * 3)] : deserved
        return Arrival(
            matter: matter, kind: kind, at: at, hours: random.exponential() * kind.hours, dailyLoss: dailyLoss,
            lump: lump, deadline: at + 172_800, misjudged: exp(dials.estimateError * random.normal()),
            label: label)
    }

    /// The label of a case whose loss is known: about a tenth are urgent, a fifth high.
    private static func urgency(_ dailyLoss: Double) -> Urgency {
        switch dailyLoss {
        case 80...: .urgent
        case 20..<80: .high
        case 3..<20: .normal
        default: .low
        }
    }
}
