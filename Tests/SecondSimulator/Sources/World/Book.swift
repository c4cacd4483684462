import Assessment
import FlywheelKit

/// Writes a history down in the words and places it is read by.
struct Book {
    let from: Instant
    let until: Instant
    private let organisation: Organisation
    /// Where each workflow of the catalogue stands among those installed.
    private let workflows: [Int: Int]
    private var kinds = Names()
    private var causes = Names()
    private var people = Names()
    private var subjects = Names()
    var turns: [TurnMeasures] = []

    init(_ organisation: Organisation, until: Instant) {
        self.organisation = organisation
        self.until = until
        from = organisation.midnight.advanced(bySeconds: organisation.firstTurn)
        workflows = Dictionary(uniqueKeysWithValues: zip(organisation.workflows, 0...))
    }

    var nextTurn: Int64 { Int64(turns.count + 1) }
    mutating func person(_ name: String) -> Int { people.place(of: name) }
    mutating func cause(_ name: String) -> Int { causes.place(of: name) }

    /// The problem of a fault, as it is first seen.
    mutating func problem(_ row: Int, _ fault: Fault, _ source: Problem.Source, at now: Instant) -> Problem {
        let kind = Catalogue.kinds[fault.kind]
        var problem = Problem(
            id: Int64(row + 1), workflow: workflows[kind.workflow] ?? 0, kind: kinds.place(of: kind.id),
            subject: subjects.place(of: "SKU-\(fault.listing + 1)"),
            identity: UInt64(fault.listing * Catalogue.kinds.count + fault.kind) &* 0x9E37_79B9_7F4A_7C15,
            source: source, detected: now)
        // Listings are dealt to the accounts in turn.
        problem.account = fault.listing % organisation.accounts
        return problem
    }

    /// The whole history.
    func history(_ problems: [Problem], _ decisions: [Decision], _ links: [WorkflowLink]) -> WorkHistory {
        var history = WorkHistory(
            from: from, until: until, currency: organisation.currency,
            workflows: organisation.workflows.map { Catalogue.workflows[$0] })
        (history.kinds, history.causes) = (kinds.all, causes.all)
        (history.people, history.subjects) = (people.all, subjects.all)
        history.problems = problems
        history.turns = turns
        history.decisions = decisions.map { decision in
            var placed = decision
            placed.workflow = decision.workflow.flatMap { workflows[$0] }
            return placed
        }
        history.accounts = (1...organisation.accounts).map { "account-\($0)" }
        history.links = links
        history.isSimulated = true
        return history
    }
}

/// Texts and their places, in the order they first occurred.
private struct Names {
    private(set) var all: [String] = []
    private var places: [String: Int] = [:]

    mutating func place(of name: String) -> Int {
        if let place = places[name] { return place }
        places[name] = all.count
        all.append(name)
        return all.count - 1
    }
}
