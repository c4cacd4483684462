/// What maturity is judged by: levels, the checks of each, and the numbers that connections and the value path are judged
/// by. It is data, so that another can stand in its place; an assessment names the one it used.
public struct MaturityModel: Hashable, Sendable, Codable {
    /// Its id, lower case.
    public var id: String
    /// Its version; a change of any number is a new one.
    public var version: Int
    /// The days that are judged, up to the moment it is looked from.
    public var windowDays: Int
    /// The days in which decisions count: reviews take longer than work does.
    public var decisionDays: Int
    /// The least share of events of which the answer must be known for a check to be judged at all.
    public var leastKnownShare: Double
    /// The levels from the lowest up.
    public var levels: [MaturityLevel]
    /// The checks, in any order.
    public var checks: [MaturityCheck]
    /// What connections are judged by.
    public var connections: ConnectionRules
    /// Workflows that are named as not installed where they are not.
    public var known: [KnownWorkflow]
    /// Pairs of workflows that the business runs through, whether or not they share a signal. Pairs that share one are on
    /// the path by themselves.
    public var path: [PathLink]

    /// A model.
    public init(
        id: String, version: Int, windowDays: Int, decisionDays: Int, leastKnownShare: Double,
        levels: [MaturityLevel], checks: [MaturityCheck], connections: ConnectionRules, known: [KnownWorkflow],
        path: [PathLink]
    ) {
        self.id = id
        self.version = version
        self.windowDays = windowDays
        self.decisionDays = decisionDays
        self.leastKnownShare = leastKnownShare
        self.levels = levels
        self.checks = checks
        self.connections = connections
        self.known = known
        self.path = path
    }
}

/// A plateau that a workflow stands on.
public struct MaturityLevel: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var number: Int
    /// What people call it, "Process".
    public var title: String
    /// What is so on it, in a sentence.
    public var meaning: String
    /// The level of the Capability Maturity Model Integration, 1 to 5, that it corresponds to.
    public var cmmi: Int

    /// A level.
    public init(_ number: Int, _ title: String, cmmi: Int, _ meaning: String) {
        self.number = number
        self.title = title
        self.meaning = meaning
        self.cmmi = cmmi
    }
}

/// A question whose answer follows from what happened.
public struct MaturityCheck: Hashable, Sendable, Codable {
    /// Its id, `3.1`: the level and a number.
    public var id: String
    /// What it asks in three words, "playbook followed".
    public var title: String
    /// The level that it is asked for.
    public var level: Int
    /// What it asks.
    public var question: String
    /// What is measured.
    public var measure: MaturityMeasure
    /// How the value is held against the limit.
    public var comparison: Comparison
    /// What the value is held against: a share from 0 to 1, or a count.
    public var limit: Double
    /// Events without which it is not judged.
    public var minimumEvents: Int
    /// Whether a file can stand for what the measure cannot see: a playbook in a binder.
    public var isDeclarable: Bool
    /// Why the limit is what it is.
    public var reason: String
    /// What to do where it is not met.
    public var remedy: String
    /// Hours that takes, roughly.
    public var effortHours: Double

    /// How a value is held against a limit.
    public enum Comparison: String, Hashable, Sendable, Codable, CaseIterable {
        /// The value is the limit or more.
        case atLeast = "at-least"
        /// The value is the limit or less.
        case atMost = "at-most"

        /// Whether the value passes.
        func holds(_ value: Double, _ limit: Double) -> Bool {
            switch self {
            case .atLeast: value >= limit
            case .atMost: value <= limit
            }
        }
    }

    /// A check.
    public init(
        _ id: String, _ title: String, level: Int, _ question: String, _ measure: MaturityMeasure,
        _ comparison: Comparison,
        _ limit: Double, minimumEvents: Int, isDeclarable: Bool = false, reason: String, remedy: String,
        effortHours: Double
    ) {
        self.id = id
        self.title = title
        self.level = level
        self.question = question
        self.measure = measure
        self.comparison = comparison
        self.limit = limit
        self.minimumEvents = minimumEvents
        self.isDeclarable = isDeclarable
        self.reason = reason
        self.remedy = remedy
        self.effortHours = effortHours
    }
}

/// A workflow that the product has, installed or not.
public struct KnownWorkflow: Hashable, Sendable, Codable {
    /// Its id.
    public var id: String
    /// What people call it.
    public var title: String

    /// A workflow.
    public init(_ id: String, _ title: String) {
        self.id = id
        self.title = title
    }
}

/// A pair that the business runs through.
public struct PathLink: Hashable, Sendable, Codable {
    /// The workflow that knows.
    public var from: String
    /// The workflow that could use it.
    public var to: String
    /// What it could use it for.
    public var reason: String

    /// A pair.
    public init(_ from: String, _ to: String, _ reason: String) {
        self.from = from
        self.to = to
        self.reason = reason
    }
}
