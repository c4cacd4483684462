import FlywheelKit

/// One run of a clock: from a moment until what was promised came.
struct Lap: Hashable {
    /// From when it counts; `nil` where nobody says.
    var started: Instant?
    /// When it came, or the case ended without it.
    var stopped: Instant?
    /// Whether it came.
    var isKept = false
    /// Spans that were over and then were not: the case was solved, and opened again.
    var solved: [Range<Int64>] = []
}

/// What of a case matters to its clocks, up to a moment.
struct CaseHistory {
    /// The moment.
    let now: Instant
    let opened: Instant?
    /// Where the case stood, and since when; it is over from when it went into another.
    let course: [(at: Instant, state: CaseState)]
    /// When it went into another case, where it still is there.
    let merged: Instant?
    /// What was promised, and since when, oldest first.
    private let promises: [(at: Instant, promise: Promise?)]
    /// What the case's source says of the first answer and of the end, which goes before what events show.
    private let stated: StatedFigures
    /// Whether nobody can tell who answered.
    private let hidesAnswers: Bool
    /// Who had the word.
    private let talk: [(at: Instant, isDesk: Bool)]

    /// - Parameter promised: what counts where the case's log names no promise.
    init(of matter: Case, until now: Instant, promised: Promise?) {
        let matter = matter.asKnown(at: now).woken(at: now)
        self.now = now
        opened = matter.opened
        course = matter.course
        stated = matter.stated
        merged =
            matter.mergedInto == nil
            ? nil : matter.events.last { if case .merged = $0.what { true } else { false } }?.at
        let log = matter.events.compactMap { event -> (at: Instant, promise: Promise?)? in
            if case .promise(let promise) = event.what { (event.at, promise) } else { nil }
        }
        promises = log.isEmpty ? [(now, promised)] : log
        hidesAnswers = matter.hidesAnswers
        talk = matter.talk
    }

    /// What was promised at a moment; before anything was, what was promised first.
    func promise(at instant: Instant) -> Promise? {
        (promises.last { $0.at <= instant } ?? promises.first)?.promise
    }

    /// When somebody of the desk first answered.
    private var answered: Instant? { stated.firstAnswered ?? talk.first { $0.isDesk }?.at }

    /// When the case ended, where it stands so at the moment.
    private var ended: Instant? {
        var ended: Instant?
        for (at, state) in course { ended = state.isDone ? ended ?? at : nil }
        return [ended, merged].compactMap(\.self).min()
    }

    /// The runs of a clock, oldest first.
    func laps(of kind: ClockReading.Kind) -> [Lap] {
        switch kind {
        case .firstResponse: [firstResponse]
        case .update: updates
        case .resolution: resolutions
        }
    }

    private var firstResponse: Lap {
        if let answered, answered <= now { return Lap(started: opened, stopped: answered, isKept: true) }
        // That an answer is not known makes no promise a broken one, where it may have been given.
        let isUnknown = hidesAnswers && (ended != nil || stated.replies != nil)
        return Lap(started: isUnknown ? nil : opened, stopped: ended)
    }

    /// From what is awaited to the desk's next message, or to the end of the case.
    private var updates: [Lap] {
        enum Moment { case message(isDesk: Bool), state(CaseState), merged }
        // Of one moment messages go first: an answer that solves a case is an answer.
        var moments: [(at: Instant, what: Moment)] = talk.map { ($0.at, .message(isDesk: $0.isDesk)) }
        moments += course.map { ($0.at, .state($0.state)) }
        if let merged { moments.append((merged, .merged)) }
        moments = moments.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        var laps: [Lap] = []
        var awaited: Instant?
        var (isDone, isAnswered) = (false, false)
        for (at, what) in moments {
            let mode = promise(at: at)?.updateMode ?? .answer
            switch what {
            case .message(isDesk: true):
                if let awaited { laps.append(Lap(started: awaited, stopped: at, isKept: true)) }
                awaited = mode == .interval && !isDone ? at : nil
                isAnswered = true
            case .message(isDesk: false):
                if isAnswered, mode == .answer { awaited = awaited ?? at }
            case .state(let state) where isDone && !state.isDone:
                isDone = false
                if isAnswered, mode == .interval { awaited = at }
            case .state(let state) where isDone || !state.isDone: break
            case .merged where isDone: break
            case .state, .merged:
                if let awaited { laps.append(Lap(started: awaited, stopped: at)) }
                awaited = nil
                isDone = true
            }
        }
        if let awaited, !isDone { laps.append(Lap(started: awaited)) }
        return laps
    }

    private var resolutions: [Lap] {
        var laps = [Lap(started: opened)]
        for (at, state) in course {
            let lap = laps[laps.count - 1]
            if state.isDone, lap.stopped == nil {
                laps[laps.count - 1].stopped = at
                laps[laps.count - 1].isKept = true
            } else if !state.isDone, let stopped = lap.stopped {
                if promise(at: at)?.reopening == .restart {
                    laps.append(Lap(started: at))
                } else {
                    laps[laps.count - 1] = Lap(
                        started: lap.started, solved: lap.solved + [stopped.seconds..<max(stopped, at).seconds])
                }
            }
        }
        if laps[laps.count - 1].stopped == nil, let merged {
            laps[laps.count - 1].stopped = merged
        } else if laps[laps.count - 1].stopped != nil, let solved = stated.solved ?? stated.closed, solved <= now {
            laps[laps.count - 1].stopped = solved
        }
        return laps
    }

    /// When the clock of a run stood still; what still lasts has no end, as long as the clock was not stopped.
    func pauses(of lap: Lap) -> [Range<Int64>] {
        var pauses = lap.solved
        for (index, entry) in course.enumerated() {
            let end = index + 1 < course.count ? course[index + 1].at.seconds : .max
            var start = entry.at.seconds
            // A pause lasts as long as the promise in force calls the state one.
            for change in promises.map(\.at.seconds).filter({ $0 > start && $0 < end }) + [end] {
                if promise(at: Instant(seconds: start))?.pausing.contains(entry.state) == true {
                    pauses.append(start..<change)
                }
                start = change
            }
        }
        guard let stopped = lap.stopped?.seconds else { return pauses }
        return pauses.filter { $0.lowerBound < stopped }.map { $0.lowerBound..<min($0.upperBound, stopped) }
    }
}
