import Assessment
import FlywheelKit
import Statistics
import Testing

/// A small organisation day by day, whose habits are dials, so that a test can say what it is and see what is made of it.
struct Organisation {
    /// Weeks it is watched.
    var weeks = 52
    /// Problems that come on each day, on average.
    var arrivals = 8.0
    /// What a day's arrivals are multiplied by.
    var season: @Sendable (_ day: Int) -> Double = { _ in 1 }
    /// Workflows, each with the usual worth of its problems.
    var worths = [400.0, 250, 150, 300]
    /// Problems that all people together can end on a working day.
    var capacity: @Sendable (_ day: Int) -> Double = { _ in 15 }
    /// How many people there are.
    var people = 3
    /// Whether each person does the work of one workflow alone.
    var areSpecialists = false
    /// Whether nobody works on day 5 and 6 of each week.
    var restsAtWeekends = true
    /// Whether facts are looked at on a day.
    var looks: @Sendable (_ day: Int) -> Bool = { _ in true }
    /// The share of problems that people find late, whom no stage told.
    var foundByPeople = 0.03
    /// The share of rows that are taken in the order of the queue; the rest in that of arrival, or any.
    var ranked: @Sendable (_ day: Int) -> Double = { _ in 0.95 }
    /// Whether what is not ranked is taken by arrival.
    var byArrival = true
    /// Whether places are those of the list of the morning, or count those still waiting.
    var hasFixedList = false
    /// The chance of each waiting row to end by itself on a day.
    var selfClearing = 0.01
    /// The share of work that ends with a close, and of closes with a usable cause.
    var closed = 0.95
    var caused: @Sendable (_ day: Int) -> Double = { _ in 0.95 }
    /// Days on which something is decided about how to work.
    var decides: @Sendable (_ day: Int) -> Bool = { $0 % 14 == 13 }
    /// The share of closes that the data confirm.
    var verified = 0.95
    /// The share of confirmed ends that come back within the month.
    var repeats: @Sendable (_ day: Int) -> Double = { _ in 0.1 }
    /// Listings, and what a week sells for, on a day.
    var listings: @Sendable (_ day: Int) -> Int = { _ in 2_000 }
    var revenue: @Sendable (_ day: Int) -> Int64 = { _ in 5_000_000 }
    var staffHours: @Sendable (_ day: Int) -> Double = { _ in 120 }
    /// Who is there on a day, of ``people``.
    var present: @Sendable (_ person: Int, _ day: Int) -> Bool = { _, _ in true }

    /// What it leaves behind.
    func history(seed: UInt64) throws -> WorkHistory {
        var course = try Course(self, seed: seed)
        for day in 0..<(7 * weeks) { course.live(day) }
        return course.history
    }
}

/// The days of an organisation.
private struct Course {
    let dials: Organisation
    private(set) var history: WorkHistory
    private var random: SplitMix64
    /// Places in the history of what waits, and of what began and is not yet found.
    private var waiting: [Int] = []
    private var unseen: [(place: Int, byPerson: Bool, day: Int)] = []
    private var returning: [Int: [Int]] = [:]
    private let start = Instant(seconds: 1_767_225_600)

    init(_ dials: Organisation, seed: UInt64) throws {
        self.dials = dials
        random = SplitMix64(seed: seed)
        let euro = try #require(Currency("EUR"))
        history = WorkHistory(
            from: start, until: start.advanced(byDays: Double(7 * dials.weeks)), currency: euro,
            workflows: dials.worths.indices.map { InstalledWorkflow(id: "w\($0)", title: "W\($0)") })
        history.kinds = dials.worths.indices.map { "w\($0).kind" }
        history.causes = dials.worths.indices.flatMap { flow in ["a", "b", "c", "other"].map { "w\(flow).\($0)" } }
        history.people = (0..<dials.people).map { "p\($0)" }
    }

    private func moment(_ day: Int, _ hour: Double) -> Instant { start.advanced(byDays: Double(day) + hour / 24) }

    mutating func live(_ day: Int) {
        if dials.looks(day) { look(day) }
        begin(day)
        let rests = dials.restsAtWeekends && day % 7 > 4
        if !rests { work(day) }
        clear(day)
        if dials.decides(day) {
            let id = Int64(history.decisions.count + 1)
            history.decisions.append(
                Decision(
                    id: id, kind: .threshold, workflow: day % dials.worths.count, subject: "knob", at: moment(day, 16),
                    review: moment(day + 28, 16)))
            let due = history.decisions.indices.filter { history.decisions[$0].review < moment(day, 16) }
            for place in due { history.decisions[place].effect = .inconclusive }
        }
    }

    /// Problems begin through the day.
    private mutating func begin(_ day: Int) {
        for _ in 0..<random.poisson(dials.arrivals * dials.season(day)) {
            add(day, workflow: Int(random.next() % UInt64(dials.worths.count)), repeating: nil)
        }
        for earlier in returning.removeValue(forKey: day) ?? [] {
            add(day, workflow: history.problems[earlier].workflow, repeating: earlier)
        }
    }

    private mutating func add(_ day: Int, workflow: Int, repeating: Int?) {
        let place = history.problems.count
        var problem = Problem(
            id: Int64(place + 1), workflow: workflow, kind: workflow, subject: place, identity: UInt64(place),
            detected: moment(day, 0))
        problem.onset = moment(day, 24 * random.uniform())
        problem.atRiskAtOpen = Int64(dials.worths[workflow] * 100 * random.exponential() + 1)
        problem.tier = (problem.atRiskAtOpen ?? 0) > 40_000 ? .a : .b
        problem.repeatOf = repeating.map { history.problems[$0].id }
        history.problems.append(problem)
        let byPerson = random.uniform() < dials.foundByPeople
        unseen.append((place, byPerson, byPerson ? day + 3 + Int(random.next() % 7) : day))
    }

    /// A turn in the morning finds what began before it.
    private mutating func look(_ day: Int) {
        let at = moment(day, 6)
        var found: [(place: Int, byPerson: Bool, day: Int)] = []
        unseen.removeAll { entry in
            guard !entry.byPerson || entry.day <= day else { return false }
            found.append(entry)
            return true
        }
        for entry in found {
            history.problems[entry.place].detected = at
            history.problems[entry.place].source = entry.byPerson ? .person : .stage
            history.problems[entry.place].due = at.advanced(byDays: 3)
            waiting.append(entry.place)
        }
        var turn = TurnMeasures(id: Int64(day + 1), at: at)
        (turn.feeds, turn.freshFeeds) = (5, 5)
        turn.listings = dials.listings(day)
        turn.open = waiting.count
        turn.openAtRisk = waiting.reduce(0) { $0 + (history.problems[$1].atRiskAtOpen ?? 0) }
        turn.weekRevenue = dials.revenue(day)
        turn.staffHours = dials.staffHours(day)
        history.turns.append(turn)
    }

    private mutating func work(_ day: Int) {
        let list = dials.hasFixedList ? ranking() : []
        let places = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1, $0 + 1) })
        let there = (0..<dials.people).filter { dials.present($0, day) }
        guard !there.isEmpty else { return }
        let jobs = random.poisson(dials.capacity(day))
        for job in 0..<jobs {
            let person = there[job % there.count]
            let lane =
                dials.areSpecialists
                ? waiting.filter { history.problems[$0].workflow % dials.people == person } : waiting
            guard let taken = pick(lane, day) else { continue }
            let worth = history.problems[taken].atRiskAtOpen ?? 0
            let place = 1 + waiting.count { (history.problems[$0].atRiskAtOpen ?? 0) > worth }
            let rank = dials.hasFixedList ? places[taken].map { ($0, list.count) } : (place, waiting.count)
            waiting.removeAll { $0 == taken }
            end(taken, by: person, rank: rank, claimed: moment(day, 8 + 9 * Double(job) / Double(jobs)), day)
        }
    }

    private func ranking() -> [Int] {
        waiting.sorted { (history.problems[$1].atRiskAtOpen ?? 0, $0) < (history.problems[$0].atRiskAtOpen ?? 0, $1) }
    }

    private mutating func pick(_ lane: [Int], _ day: Int) -> Int? {
        if random.uniform() < dials.ranked(day) {
            return lane.max { (history.problems[$0].atRiskAtOpen ?? 0) < (history.problems[$1].atRiskAtOpen ?? 0) }
        }
        if dials.byArrival { return lane.first }
        return lane.isEmpty ? nil : lane[Int(random.next() % UInt64(lane.count))]
    }

    private mutating func end(_ place: Int, by person: Int, rank: (Int, Int)?, claimed: Instant, _ day: Int) {
        var problem = history.problems[place]
        problem.claimed = claimed
        problem.worker = person
        problem.rankAtClaim = rank.map { Problem.Rank(Int32($0.0), of: Int32($0.1)) }
        problem.touchMinutes = 20 + 20 * random.uniform()
        let ended = claimed.advanced(byDays: 2 * random.uniform())
        defer { history.problems[place] = problem }
        guard ended <= history.until else { return }
        problem.ended = ended
        guard random.uniform() < dials.closed else {
            problem.verdict = .selfCleared
            return
        }
        problem.closer = person
        problem.verdict = .actionable
        let isCaused = random.uniform() < dials.caused(day)
        problem.cause = 4 * problem.workflow + (isCaused ? Int(random.next() % 3) : 3)
        guard ended.advanced(byDays: 2) <= history.until, random.uniform() < dials.verified else { return }
        problem.isVerified = true
        problem.verified = ended.advanced(byDays: 1.5)
        if random.uniform() < dials.repeats(day) {
            returning[day + 4 + Int(random.next() % 20), default: []].append(place)
        }
    }

    /// Some of what waits ends by itself.
    private mutating func clear(_ day: Int) {
        var left: [Int] = []
        for place in waiting {
            guard random.uniform() < dials.selfClearing else {
                left.append(place)
                continue
            }
            history.problems[place].ended = moment(day, 23)
            history.problems[place].verdict = .selfCleared
        }
        waiting = left
    }
}
