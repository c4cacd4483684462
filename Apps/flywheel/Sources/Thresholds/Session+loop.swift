import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Thresholds

extension Session {
    /// The loop that tunes detection, as the person who acts sees it.
    var thresholds: ThresholdDesk {
        ThresholdDesk(
            host.store, plan: host.plan, zones: host.runtimeZones,
            rotation: host.configuration.rotation, settings: loop, actor: actor, now: now)
    }

    /// The register of decisions, likewise.
    var register: DecisionDesk { DecisionDesk(host.store, actor: actor, now: now, reviewDays: loop.reviewDays) }

    /// What is to be judged, likewise.
    var review: ReviewDesk { ReviewDesk(host.store, actor: actor, now: now) }

    /// Does something of the loop; what it refuses is put into words.
    func looping<Value>(_ act: () throws -> Value) throws -> Value {
        do { return try act() } catch let error as LoopError { throw Diagnostic(error, clock: clock) }
    }

    /// The number of an id such as `T3`.
    static func number(_ text: String, letter: String) throws -> Int64 {
        let digits = text.uppercased().hasPrefix(letter) ? text.dropFirst(letter.count) : text[...]
        guard let number = Int64(digits), number > 0 else {
            throw Diagnostic(
                "id", "\"\(text)\" is no id, expected one such as \(letter)12", help: "flywheel help lists commands",
                exit: .usage)
        }
        return number
    }
}

extension Diagnostic {
    /// Why the loop refused.
    init(_ error: LoopError, clock: WallClock) {
        switch error {
        case .unknownKnob(let name):
            self.init("unknown-knob", "there is no knob \(name)", help: "flywheel thresholds", exit: .unknown)
        case .unknown(let id):
            let list =
                switch String(id.prefix(1)) {
                case LoopRecord.Kind.proposal.letter: "flywheel thresholds"
                case LoopRecord.Kind.candidate.letter: "flywheel review --all"
                default: "flywheel decisions"
                }
            self.init("unknown-record", "there is no \(id)", help: list, exit: .unknown)
        case .notNow(let id, let state):
            self.init(
                "proposal-state", "\(id) is \(state.words), which does not allow it; nothing was changed",
                help: "flywheel thresholds", exit: .refused)
        case .tooSoon(let id, let next):
            self.init(
                "one-a-week", "\(id) waits: another threshold changed within seven days; nothing was changed",
                help: "from \(clock.dated(next)) on: flywheel thresholds approve \(id)", exit: .refused)
        case .outOfDate(let id, let now):
            self.init(
                "knob-moved", "\(id) was proposed for another value; the knob stands at \(now.plain) by now",
                help: "flywheel thresholds propose", exit: .refused)
        case .isSet(let id, let knob):
            self.init(
                "knob-set", "flywheel.yaml sets \(knob), and nothing else moves it; nothing was changed",
                help: "take it out under knobs: in flywheel.yaml, then: flywheel thresholds approve \(id)",
                exit: .refused)
        case .sameJudge(let id, let name):
            self.init(
                "same-judge", "\(id) is a second look at what \(name) judged, and needs somebody else",
                help: "flywheel review \(id) --label LABEL --as NAME", exit: .refused)
        case .judged(let id, let name):
            self.init("judged", "\(id) was judged by \(name) already", help: "flywheel review", exit: .refused)
        case .unknownMetric(let id):
            self.init(
                "no-metric", "\(id) names no measure that it is to move, so that no review can tell",
                help: "flywheel decisions show \(id)", exit: .refused)
        }
    }
}

extension ProposalState {
    /// The state as people read it.
    var words: String {
        switch self {
        case .proposed: "proposed"
        case .backTested: "back-tested"
        case .shadow: "in shadow"
        case .awaitingApproval: "awaiting approval"
        case .watched: "watched"
        case .kept: "kept"
        case .rolledBack: "rolled back"
        case .refused: "refused"
        }
    }
}

extension Double {
    /// The number with as many decimals as it needs, four at most.
    var plain: String {
        let text = Numbers.fixed(self, decimals: 4)
        return text.contains(".") ? text.replacing(#/\.?0+$/#, with: "") : text
    }
}

extension WeightedShare: JSONRecord {
    /// The share with its bounds.
    static let members: Members<Self> = [
        "share": .value(\.value), "low": .value(\.low), "high": .value(\.high), "count": .value(\.count),
    ]

    /// As people read it.
    var words: String { "\(Numbers.percent(value)), at least \(Numbers.percent(low))" }
}
