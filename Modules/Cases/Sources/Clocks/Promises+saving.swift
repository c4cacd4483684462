public import FlywheelKit

extension Promises {
    /// When the next of a case's promises falls due, or fell due without being kept; nothing where none runs.
    public func due(of matter: Case, at now: Instant) -> Instant? {
        readings(of: matter, at: now).filter { $0.stopped == nil }.compactMap(\.due).min()
    }

    /// The event that gives a case the promise meant for it now; `nil` where its log says so already, where nothing ever was
    /// and is promised for it, and for a case that is over, which keeps the promise it had.
    ///
    /// Saving settings adds it to every open case, and so does the import of a new one. Clocks then go on with what was
    /// used and paused so far.
    public func change(of matter: Case, at now: Instant) -> CaseEvent? {
        guard !matter.state.isDone, matter.mergedInto == nil else { return nil }
        let meant = meant(for: matter)
        let log = matter.events.reversed().lazy.compactMap { event -> Promise?? in
            if case .promise(let promise) = event.what { .some(promise) } else { nil }
        }.first
        guard (log ?? nil) != meant else { return nil }
        return CaseEvent(at: now, .promise(meant), by: .rule("promises"))
    }

    /// What these promises would be meant for, before they are saved: the same counts as afterwards.
    public func preview(_ cases: some Sequence<Case>, at now: Instant) -> PromisePreview {
        var preview = PromisePreview(self)
        for matter in cases { preview.count(matter, by: self, at: now) }
        return preview
    }
}

/// How many cases each promise is meant for.
public struct PromisePreview: Hashable, Sendable {
    /// A promise and its open cases.
    public struct Line: Hashable, Sendable {
        /// The promise's name.
        public let promise: String
        /// How many open cases it is meant for.
        public fileprivate(set) var cases = 0
        /// How many of these had another promise, or none, until now.
        public fileprivate(set) var changed = 0
        /// How many of these would be overdue at once, by some clock.
        public fileprivate(set) var overdue = 0
    }

    /// The promises in their order.
    public private(set) var lines: [Line]
    /// Open cases that none is meant for.
    public private(set) var without = 0
    /// Cases that are over and keep what they had.
    public private(set) var over = 0

    /// No case counted yet.
    public init(_ promises: Promises) { lines = promises.rules.map { Line(promise: $0.promise.id) } }

    /// Counts a case more, by the promises this was made of.
    public mutating func count(_ matter: Case, by promises: Promises, at now: Instant) {
        guard !matter.state.isDone, matter.mergedInto == nil else {
            over += 1
            return
        }
        guard let place = promises.rules.firstIndex(where: { $0.conditions.hold(for: matter) }) else {
            without += 1
            return
        }
        lines[place].cases += 1
        var saved = matter
        if let change = promises.change(of: matter, at: now) {
            lines[place].changed += 1
            saved.add(change)
        }
        if promises.readings(of: saved, at: now).contains(where: \.isOverdue) { lines[place].overdue += 1 }
    }
}
