/// What a desk promises about time: within how many business hours it answers, keeps in touch, and resolves.
///
/// A promise is a value that goes into a case's log (``CaseEvent/What/promise(_:)``), so that what was promised then stays
/// known when settings change.
public struct Promise: Hashable, Sendable, Codable {
    /// From when the hours of an update count.
    public enum UpdateMode: String, Hashable, Sendable, Codable, CaseIterable {
        /// From a message of who asked that has no answer yet.
        case answer
        /// From the desk's own last message, whether or not anybody asked since.
        case interval
    }

    /// What a case that is opened again does to its resolution.
    public enum Reopening: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is to be resolved anew, with all of the time.
        case restart
        /// The clock goes on with what was left; the time it was solved does not count.
        case `continue`
    }

    /// Its name, which people see.
    public let id: String
    /// The name of the calendar that its hours are counted in.
    public let calendar: String
    /// Business seconds to the desk's first answer; `nil` where none is promised.
    public var firstResponse: Int64?
    /// Business seconds to the desk's next message; `nil` where none is promised.
    public var update: Int64?
    /// Business seconds until it is solved; `nil` where none is promised.
    public var resolution: Int64?
    /// From when the seconds of an update count.
    public var updateMode: UpdateMode
    /// States in which clocks stand still, except that of the first response. Without a word: while who asked has to answer;
    /// a carrier that is slow, or the desk's own hold, lets nobody wait for less.
    public var pausing: Set<CaseState>
    /// What opening a case again does to its resolution.
    public var reopening: Reopening

    /// A promise of nothing so far.
    public init(
        id: String, calendar: String, firstResponse: Int64? = nil, update: Int64? = nil, resolution: Int64? = nil,
        updateMode: UpdateMode = .answer, pausing: Set<CaseState> = [.waitingOnRequester],
        reopening: Reopening = .continue
    ) {
        self.id = id
        self.calendar = calendar
        self.firstResponse = firstResponse
        self.update = update
        self.resolution = resolution
        self.updateMode = updateMode
        self.pausing = pausing
        self.reopening = reopening
    }
}

/// Which cases a promise is for.
public struct PromiseRule: Hashable, Sendable, Codable {
    /// What a case has to be.
    public var conditions: CaseConditions
    /// What is promised for it.
    public var promise: Promise

    /// A rule.
    public init(_ promise: Promise, for conditions: CaseConditions = CaseConditions()) {
        self.conditions = conditions
        self.promise = promise
    }
}
