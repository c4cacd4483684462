import Calendars
import Cases
import FlywheelKit

/// A case, its promises and its calendars, all from one seed, beside clocks that look at every minute of it.
///
/// Everything happens on whole minutes and at most once in one, so that the slow clocks can ask of each minute whether it
/// counts: is the office open in its middle, and did the case stand still in it?
struct SlowClocks {
    let matter: Case
    let promises: [Promise]
    let calendars: [String: BusinessCalendar]
    let now: Instant
    private let log: [(minute: Int, what: CaseEvent.What)]
    /// Whether each minute counts, by calendar.
    private let open: [String: [Bool]]

    static let minutes = 9_000
    private static let zones = ["America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata"]

    init(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zone = try Samples.zone(Self.zones[Int(seed) % Self.zones.count])
        // A day or two before the clocks change, where they do.
        let anywhere = 1_767_225_600 + Int64.random(in: 0..<31_536_000, using: &random)
        let change = stride(from: anywhere, to: anywhere + 31_536_000, by: 86_400).first {
            zone.offset(at: $0) != zone.offset(at: anywhere)
        }
        let start = ((change ?? anywhere) - .random(in: 0..<200_000, using: &random)) / 60 * 60
        var calendars: [String: BusinessCalendar] = [:]
        var open: [String: [Bool]] = [:]
        for name in ["a", "b"] {
            let week = try Dictionary(
                uniqueKeysWithValues: Weekday.allCases.map { ($0, try Self.hours(&random)) })
            let holiday = CivilDate(daysSinceEpoch: Int32(start / 86_400) + .random(in: 0..<6, using: &random))
            calendars[name] = BusinessCalendar(zone: zone, week: week, holidays: [holiday: .closed])
            open[name] = (0..<Self.minutes).map { minute in
                let middle = start + Int64(minute) * 60 + 30
                let local = middle + Int64(zone.offset(at: middle))
                let day = Int32(local / 86_400)
                guard day != holiday.daysSinceEpoch, let hours = week[Weekday(daysSinceEpoch: day)] else {
                    return false
                }
                return hours.spans.contains { $0.contains(Int(local % 86_400)) }
            }
        }
        let promises = (0..<2).map { number in
            Promise(
                id: "p\(number)", calendar: ["a", "b"].randomElement(using: &random) ?? "a",
                firstResponse: Bool.random(using: &random) ? .random(in: 1...600, using: &random) * 60 : nil,
                update: .random(in: 1...400, using: &random) * 60,
                resolution: .random(in: 1...900, using: &random) * 60,
                updateMode: Promise.UpdateMode.allCases.randomElement(using: &random) ?? .answer,
                pausing: Set(
                    [CaseState.waitingOnRequester, .waitingOnOther, .onHold].shuffled(using: &random).prefix(2)),
                reopening: Promise.Reopening.allCases.randomElement(using: &random) ?? .continue)
        }
        let times = Set((0..<24).map { _ in Int.random(in: 1..<5_000, using: &random) }).sorted()
        var log: [(Int, CaseEvent.What)] = [(0, .opened), (0, .promise(promises[0]))]
        log += times.map { ($0, Self.event(promises, &random)) }
        var matter = Case(source: "test", code: "\(seed)", account: "north")
        for (minute, what) in log { matter.add(CaseEvent(at: Instant(seconds: start + Int64(minute) * 60), what)) }
        now = Instant(seconds: start + Int64.random(in: 2_000..<5_200, using: &random) * 60)
        (self.matter, self.promises, self.calendars, self.open, self.log) = (matter, promises, calendars, open, log)
        self.start = start
    }

    private let start: Int64

    private static func hours(_ random: inout SeededGenerator) throws -> OpeningHours {
        let cuts = Set((0..<4).map { _ in Int.random(in: 0...96, using: &random) * 900 }).sorted()
        return try OpeningHours(stride(from: 0, to: cuts.count - 1, by: 2).map { cuts[$0]..<cuts[$0 + 1] })
    }

    private static func event(_ promises: [Promise], _ random: inout SeededGenerator) -> CaseEvent.What {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<2: .asked
        case 2..<4: .answered
        case 4: .message(CaseEvent.Message(3, by: .agent("ann"), isInternal: true))
        case 5: .message(CaseEvent.Message(4, by: .automation("receipt")))
        case 6: .promise(promises.randomElement(using: &random))
        default: .state(CaseState.allCases.randomElement(using: &random) ?? .open)
        }
    }
}

extension SlowClocks {
    /// What a slow clock shows.
    struct Reading: Hashable {
        var kind: ClockReading.Kind
        var promise: String
        var startedMinute: Int
        var stoppedMinute: Int?
        var dueMinute: Int?
        var usedMinutes: Int
        var state: ClockReading.State

        init(
            _ kind: ClockReading.Kind, _ promise: String, _ started: Int, _ stopped: Int?, _ due: Int?, _ used: Int,
            _ state: ClockReading.State
        ) {
            (self.kind, self.promise, startedMinute, stoppedMinute) = (kind, promise, started, stopped)
            (dueMinute, usedMinutes, self.state) = (due, used, state)
        }
    }

    private var nowMinute: Int { Int((now.seconds - start) / 60) }

    /// The clocks by the module, in minutes since the case was opened.
    func readings() -> [Reading] {
        func minute(_ instant: Instant?) -> Int? { instant.map { Int(($0.seconds - start) / 60) } }
        return Promises([], calendars: calendars).readings(of: matter, at: now).map { reading in
            Reading(
                reading.kind, reading.promise.id, minute(reading.started) ?? -1, minute(reading.stopped),
                minute(reading.due).flatMap { $0 <= Self.minutes ? $0 : nil }, Int(reading.used ?? -60) / 60,
                reading.state)
        }
    }

    /// The clocks, minute by minute.
    func counted() -> [Reading] {
        // Where the case stands in each minute, and under which promise.
        var states: [CaseState] = []
        var inForce: [Promise] = []
        var known = log.filter { $0.minute <= nowMinute }[...]
        var (state, promise) = (CaseState.new, promises[0])
        for minute in 0..<Self.minutes {
            while let event = known.first, event.minute == minute {
                if case .state(let next) = event.what { state = next }
                if case .promise(.some(let next)) = event.what { promise = next }
                known.removeFirst()
            }
            states.append(state)
            inForce.append(promise)
        }
        return laps(states, inForce).compactMap { count($0, states, inForce) }
    }

    private struct Run {
        let kind: ClockReading.Kind
        var start: Int
        var stop: Int?
        var isKept = false
        /// Minutes that do not count, for having been solved.
        var out: Set<Int> = []
    }

    /// Walks the minutes once for each clock and notes when it began and stopped.
    private func laps(_ states: [CaseState], _ inForce: [Promise]) -> [Run] {
        let said = log.filter { $0.minute <= nowMinute }
        func isDesk(_ what: CaseEvent.What) -> Bool { what == .answered }
        let end = (0...nowMinute).last.flatMap { states[$0].isDone ? $0 : nil }.map { last in
            (0...last).reversed().prefix { states[$0].isDone }.last ?? last
        }
        let answer = said.first { isDesk($0.what) }?.minute
        var runs = [Run(kind: .firstResponse, start: 0, stop: answer ?? end, isKept: answer != nil)]
        var awaited: Int?
        for minute in 0...nowMinute {
            let isDone = states[minute].isDone
            let wasDone = minute > 0 && states[minute - 1].isDone
            if isDone, !wasDone, let since = awaited {
                runs.append(Run(kind: .update, start: since, stop: minute))
                awaited = nil
            }
            let byInterval = inForce[minute].updateMode == .interval
            if wasDone, !isDone, byInterval, let answer, answer <= minute { awaited = minute }
            for event in said where event.minute == minute {
                if isDesk(event.what) {
                    if let since = awaited { runs.append(Run(kind: .update, start: since, stop: minute, isKept: true)) }
                    awaited = byInterval && !isDone ? minute : nil
                } else if event.what == .asked, !byInterval, let answer, answer < minute {
                    awaited = awaited ?? minute
                }
            }
        }
        if let since = awaited, !states[nowMinute].isDone { runs.append(Run(kind: .update, start: since)) }
        var run = Run(kind: .resolution, start: 0)
        for minute in 0...nowMinute {
            let isDone = states[minute].isDone
            if isDone, run.stop == nil { run.stop = minute; run.isKept = true }
            guard !isDone, let stop = run.stop else { continue }
            if inForce[minute].reopening == .restart {
                runs.append(run)
                run = Run(kind: .resolution, start: minute)
            } else {
                run.out.formUnion(stop..<minute)
                run.stop = nil
                run.isKept = false
            }
        }
        return runs + [run]
    }

    /// Counts the minutes of a run one by one.
    private func count(_ run: Run, _ states: [CaseState], _ inForce: [Promise]) -> Reading? {
        let promise = inForce[run.stop ?? nowMinute]
        guard let seconds = promise.seconds(of: run.kind), let open = open[promise.calendar] else { return nil }
        func stands(_ minute: Int) -> Bool {
            run.kind != .firstResponse && (run.out.contains(minute) || inForce[minute].pausing.contains(states[minute]))
        }
        let end = run.stop ?? nowMinute
        let isPaused = run.stop == nil && stands(nowMinute)
        var (all, used) = (0, 0)
        var due: Int?
        for minute in run.start..<Self.minutes {
            if isPaused, minute >= nowMinute { break }
            // Once a clock has stopped, what would have paused it does not.
            let counts = open[minute] && !(minute < end || run.stop == nil ? stands(minute) : false)
            if counts { all += 1 }
            if counts, minute < end { used += 1 }
            if due == nil, all * 60 == Int(seconds) { due = minute + 1 }
        }
        let state: ClockReading.State =
            if let due, due < end { .breached } else if run.stop == nil { isPaused ? .paused : .running } else {
                run.isKept ? .met : .void
            }
        return Reading(run.kind, promise.id, run.start, run.stop, due, used, state)
    }
}
