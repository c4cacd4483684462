public import Cases
public import FlywheelKit
public import FlywheelStore

/// Gives cases that nobody has in hand to people and groups, by the rules of settings, and says what somebody takes next.
///
/// What people have room for goes to the cases that save most: those first of which somebody knows what they cost.
public struct RoutingDesk {
    /// Open cases of one person that are counted at most.
    private static let mostOfOne = 10_000

    let store: any CaseStore
    let rules: DeskRules
    let actor: Actor
    let now: Instant
    let worth: (CaseID, Case) throws -> Double?

    /// The routing of a desk at one moment.
    ///
    /// - Parameter worth: what work on a case saves, in one unit for all; `nil` where nobody knows.
    public init(
        _ store: any CaseStore, rules: DeskRules, actor: Actor, now: Instant,
        worth: @escaping (CaseID, Case) throws -> Double?
    ) {
        (self.store, self.rules, self.actor, self.now, self.worth) = (store, rules, actor, now, worth)
    }

    /// What giving cases out does now, in its order; nothing is changed.
    ///
    /// Cases that wait for nobody's work stay without an owner until they do.
    public func plan() throws -> [RoutingStep] {
        let router = try rules.router()
        var loads = try self.loads()
        var waiting: [(case: WaitingCase, record: CaseRecord)] = []
        try each { record, contents in
            let isMeant = contents.owner == nil ? contents.state.waitsForDesk : true
            guard isMeant, router.review(contents, loads: loads, at: now) != .stays else { return }
            waiting.append((try self.waiting(record.id, contents), record))
        }
        return try waiting.sorted { $0.case.goes(before: $1.case) }.compactMap { waiting, record in
            let review = router.review(waiting.matter, loads: loads, at: now)
            guard let step = try RoutingStep(review, of: record, waiting.matter, rules: rules, at: now) else {
                return nil
            }
            if step.act != nil, let owner = waiting.matter.owner { loads[owner, default: 1] -= 1 }
            if case .given(let name) = step.outcome { loads[name, default: 0] += 1 }
            return step
        }
    }

    /// Gives cases out: each in a transaction of its own, which the person who did it can take back. Who has a case in hand
    /// keeps it, whatever rules say now.
    ///
    /// - Returns: what ``plan()`` says, of cases that another hand changed meanwhile that they are
    ///   ``RoutingStep/Outcome/late``.
    @discardableResult
    public func route() throws -> [RoutingStep] {
        var steps = try plan()
        for place in steps.indices {
            guard let act = steps[place].act else { continue }
            do throws(StoreError) { try store.perform(act, by: actor, at: now) } catch {
                guard case .casesChangedMeanwhile = error else { throw error }
                steps[place].outcome = .late
            }
        }
        return steps
    }

    /// Where a case would go now, and why.
    public func route(of contents: Case) throws -> Routing {
        try rules.router().route(contents, loads: try loads(), at: now)
    }

    /// How many open cases people have, by name.
    func loads() throws -> [String: Int] {
        try rules.people.reduce(into: [:]) { loads, person in loads[person.name] = try load(of: person.name) }
    }

    func load(of name: String) throws -> Int {
        var theirs = CaseQuery()
        (theirs.owners, theirs.isDone) = ([name], false)
        return try store.countCases(theirs, limit: Self.mostOfOne)
    }

    func waiting(_ id: CaseID, _ contents: Case) throws -> WaitingCase {
        WaitingCase(contents, worth: try worth(id, contents), due: rules.due(of: contents, at: now))
    }

    /// Reads the cases that are not over.
    func each(_ body: (CaseRecord, Case) throws -> Void) throws {
        var query = CaseQuery()
        query.isDone = false
        try store.forEachPage(of: query) { page in
            for (record, contents) in page { try body(record, contents.woken(at: now)) }
        }
    }
}
