public import FlywheelKit

/// Whose problems a metric is of.
public enum MetricScope: Hashable, Sendable {
    /// Everybody's.
    case all
    /// Those of one workflow: a place in ``WorkHistory/workflows``.
    case workflow(Int)
    /// Those of one kind: a place in ``WorkHistory/kinds``.
    case kind(Int)
    /// What turns saw open of a workflow that is not installed: one of ``WorkHistory/absentWorkflows(in:)``.
    case absentWorkflow(String)
    /// What turns saw open of a kind of which the history holds no problem: one of ``WorkHistory/absentKinds(in:)``.
    case absentKind(String)
    /// Those one person answers for, a place in ``WorkHistory/people``; `nil` for those nobody did: see ``Problem/owner``.
    case owner(Int?)
    /// Those of one seller account, a place in ``WorkHistory/accounts``; `nil` where none is known.
    case account(Int?)
    /// Those of one tier; `nil` where none is known.
    case tier(Tier?)

    /// Whether a problem is one of them.
    func holds(_ problem: Problem) -> Bool {
        switch self {
        case .all: true
        case .workflow(let workflow): problem.workflow == workflow
        case .kind(let kind): problem.kind == kind
        case .absentWorkflow, .absentKind: false
        case .owner(let person): problem.owner == person
        case .account(let account): problem.account == account
        case .tier(let tier): problem.tier == tier
        }
    }

    /// Whether the history holds none of its problems, so that nothing is known but what turns saw.
    public var isAbsent: Bool {
        switch self {
        case .absentWorkflow, .absentKind: true
        case .all, .workflow, .kind, .owner, .account, .tier: false
        }
    }

    /// What it is called: an id or a name; `nil` for what nobody has, and for everything.
    public func name(in history: WorkHistory) -> String? {
        switch self {
        case .all: nil
        case .workflow(let workflow): history.workflows[workflow].id
        case .kind(let kind): history.kinds[kind]
        case .absentWorkflow(let id), .absentKind(let id): id
        case .owner(let person): person.map { history.people[$0] }
        case .account(let account): account.map { history.accounts[$0] }
        case .tier(let tier): tier?.rawValue
        }
    }
}

/// By what metrics are compared.
public enum MetricSplit: String, Hashable, Sendable, CaseIterable {
    /// Workflow by workflow.
    case workflow
    /// By kind of problem.
    case kind
    /// By who answers for a problem: see ``Problem/owner``.
    case owner
    /// By seller account.
    case account
    /// By tier.
    case tier

    /// All parts of a history, in its order; the last of owners, accounts and tiers is what has none, the last workflows and
    /// kinds are those of which turns alone tell.
    ///
    /// - Parameter window: the turns that are asked; all of them where this is `nil`.
    public func scopes(of history: WorkHistory, in window: MetricWindow? = nil) -> [MetricScope] {
        switch self {
        case .workflow:
            history.workflows.indices.map { .workflow($0) }
                + history.absentWorkflows(in: window).map { .absentWorkflow($0) }
        case .kind:
            history.kinds.indices.map { .kind($0) } + history.absentKinds(in: window).map { .absentKind($0) }
        case .owner: history.people.indices.map { .owner($0) } + [.owner(nil)]
        case .account: history.accounts.indices.map { .account($0) } + [.account(nil)]
        case .tier: Tier.allCases.map { .tier($0) } + [.tier(nil)]
        }
    }

    /// The place of a problem's part among ``scopes(of:in:)``.
    func place(of problem: Problem, in history: WorkHistory) -> Int {
        switch self {
        case .workflow: problem.workflow
        case .kind: problem.kind
        case .owner: problem.owner ?? history.people.count
        case .account: problem.account ?? history.accounts.count
        case .tier:
            switch problem.tier {
            case .a?: 0
            case .b?: 1
            case .c?: 2
            case nil: 3
            }
        }
    }
}

extension Problem {
    /// Who answers for it when people are compared: who closed it, which is what was done about it; where nobody did, who
    /// claimed it last.
    var owner: Int? { closer ?? worker }
}
