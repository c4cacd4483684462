public import FlywheelKit
public import FlywheelStore

/// What people did about one exception, as the journal tells it.
public struct WorkTrail: Hashable, Sendable {
    /// Seconds between two acts of one person after which they are taken to have done something else meanwhile.
    ///
    /// Half an hour is the limit by which sessions of work are told apart in logs of the web and of help desks since
    /// Catledge and Pitkow (1995), who measured 25.5 minutes.
    public static let longestGap: Int64 = 30 * 60

    /// When it was first claimed.
    public private(set) var firstClaimed: Instant?
    /// Who claimed it last.
    public private(set) var worker: String?
    /// What is known of the first claim.
    public private(set) var claim: ClaimDetail?
    /// How often people did something about it; what they took back counts, and so does taking back.
    public private(set) var touches = 0
    /// Seconds people spent on it: as stated with its closes, else what lies between acts of one person that follow each
    /// other within ``longestGap``. `nil` where neither tells.
    public private(set) var touchSeconds: Int?
    /// Whether somebody opened its playbook.
    public private(set) var hasOpenedPlaybook = false
    /// Steps of its playbook that the program did by itself.
    public private(set) var stepsAutomatic = 0
    /// How often the data refuted a close of it.
    public private(set) var notFixed = 0
    /// When they last did.
    public private(set) var refuted: Instant?

    /// What a history comes to.
    ///
    /// - Parameter history: what happened to the exception, oldest first.
    public init(_ history: [WorkEvent]) {
        var minutes: Int?
        for happened in Self.standing(history) {
            switch happened.event.verb {
            case .claimed:
                if firstClaimed == nil {
                    firstClaimed = happened.at
                    claim = ClaimDetail(happened.event.detail)
                }
                worker = happened.actor.name
            case .closed:
                if let stated = CloseDetail(happened.event.detail).minutes { minutes = (minutes ?? 0) + stated }
            case .playbookOpened: hasOpenedPlaybook = true
            case .stepDone: if happened.actor.kind != .person { stepsAutomatic += 1 }
            case .notFixed:
                notFixed += 1
                refuted = happened.at
            default: break
            }
        }
        let acts = Self.acts(in: history)
        touches = acts.values.reduce(0) { $0 + $1.count }
        touchSeconds = minutes.map { $0 * 60 } ?? Self.seconds(between: acts)
    }

    /// The history without what people took back.
    private static func standing(_ history: [WorkEvent]) -> [WorkEvent] {
        guard history.contains(where: { $0.event.verb == .undone }) else { return history }
        return history.reduce(into: []) { standing, happened in
            guard happened.event.verb == .undone else { return standing.append(happened) }
            let undone = standing.lastIndex {
                $0.actor == happened.actor && $0.event.verb.rawValue == happened.event.detail
            }
            if let undone { standing.remove(at: undone) }
        }
    }

    /// When each person did something, in the order of time: what was done is entered later, and then not in its order. What
    /// is journalled together is one act.
    private static func acts(in history: [WorkEvent]) -> [String: [Instant]] {
        var acts: [String: Set<Instant>] = [:]
        for happened in history where happened.actor.kind == .person {
            acts[happened.actor.name, default: []].insert(happened.at)
        }
        return acts.mapValues { $0.sorted() }
    }

    private static func seconds(between acts: [String: [Instant]]) -> Int? {
        let gaps = acts.values.flatMap { times in
            zip(times, times.dropFirst()).map { $1.seconds - $0.seconds }
        }.filter { $0 <= longestGap }
        return gaps.isEmpty ? nil : Int(gaps.reduce(0, +))
    }
}
