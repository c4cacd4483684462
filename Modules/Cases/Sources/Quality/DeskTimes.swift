import FlywheelKit

/// How long cases take, each measure in hours of elapsed time.
///
/// A stated figure goes before one from events (``StatedKinds``), but none ends a case that is open. Cases that are not there yet are censored at the moment of
/// reading; those that ended without ever coming there, at their end.
public struct DeskTimes: Sendable {
    private let cases: [CaseTimeline]
    private let stated: StatedKinds

    /// Of these cases.
    public init(_ cases: [CaseTimeline]) {
        self.cases = cases
        stated = StatedKinds(cases)
    }

    /// From opening to the first message of a person of the desk that who asked could read. Cases of which no message is
    /// known are unknown: an event log without texts does not say that nobody answered, and neither does an export of how cases
    /// began.
    public var firstAnswer: DurationSummary {
        measure { item, opened in
            if stated.statesFirstAnswered(item) {
                return told(item.matter.stated.firstAnswered, of: item, opened, known: nil)
            }
            let turns = item.turns
            guard !turns.isEmpty else { return .unknown }
            if item.matter.hidesAnswers, item.ended != nil || item.matter.stated.replies != nil { return .unknown }
            if let answer = turns.first(where: { $0.isDesk && $0.at >= opened }) {
                return .ended(answer.at.seconds - opened.seconds)
            }
            return .going((item.ended ?? item.now).seconds - opened.seconds)
        }
    }

    /// From opening to being solved, for the last time where it was opened again.
    public var solve: DurationSummary {
        measure { item, opened in
            if stated.statesSolved(item) {
                return told(item.ended == nil ? nil : item.matter.stated.solved, of: item, opened, known: item.ended)
            }
            guard let ended = item.ended else { return .going(item.now.seconds - opened.seconds) }
            return .ended(ended.seconds - opened.seconds)
        }
    }

    /// From opening to being closed for good. Many tools close by themselves days after a case was solved, which then is
    /// most of it.
    public var close: DurationSummary {
        measure { item, opened in
            if stated.statesClosed(item) {
                return told(item.ended == nil ? nil : item.matter.stated.closed, of: item, opened, known: item.closed)
            }
            guard let closed = item.closed else { return .going(item.now.seconds - opened.seconds) }
            return .ended(closed.seconds - opened.seconds)
        }
    }

    /// From the first to the last event that is known: what a log spans of a case, over or not. Nothing is censored, so it
    /// says nothing of how long cases that go on will take.
    public var span: DurationSummary {
        DurationSummary(
            cases.map { item in
                guard let span = item.span else { return .unknown }
                return .ended(span.upperBound.seconds - span.lowerBound.seconds)
            })
    }

    /// From opening to the first end, without the time the case waited for who asked: what the desk and others took.
    public var handling: DurationSummary {
        measure { item, opened in
            guard item.tellsCourse else { return .unknown }
            let end = item.firstEnded ?? item.now
            let taken = item.stretches.reduce(Int64(0)) { sum, stretch in
                let until = min(stretch.until, end)
                guard stretch.state != .waitingOnRequester, until > stretch.from else { return sum }
                return sum + until.seconds - stretch.from.seconds
            }
            return item.firstEnded == nil ? .going(taken) : .ended(taken)
        }
    }

    private func measure(_ length: (CaseTimeline, Instant) -> DurationSummary.Length) -> DurationSummary {
        DurationSummary(cases.map { item in item.opened.map { length(item, $0) } ?? .unknown })
    }

    /// What a source says of a moment. What is still to come at the moment of reading is not known then, and what is known of
    /// before counts: a case that was solved, and since then solved again, was solved. What a source that states the figure
    /// leaves out is still to come while the case goes on, else unknown.
    private func told(
        _ at: Instant?, of item: CaseTimeline, _ opened: Instant, known: Instant?
    ) -> DurationSummary.Length {
        if let at, let end = at <= item.now ? at : known { return .ended(end.seconds - opened.seconds) }
        return at == nil && item.ended != nil ? .unknown : .going(item.now.seconds - opened.seconds)
    }
}
