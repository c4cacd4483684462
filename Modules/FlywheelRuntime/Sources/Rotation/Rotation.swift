public import FlywheelKit
public import FlywheelStore

/// One turn of the wheel: facts in, queue out.
///
/// Same facts, policy, models and moment give the same queue to the byte: chunks are merged in their order, and `asOf` is an
/// argument. Nothing is visible before everything is.
public struct Rotation: Sendable {
    let store: any Store
    let plan: Plan
    let policy: WorkPolicy
    let zones: Zones
    let settings: RotationSettings

    /// Readies a turn.
    public init(
        store: any Store, plan: Plan, policy: WorkPolicy, zones: Zones, settings: RotationSettings
    ) {
        self.store = store
        self.plan = plan
        self.policy = policy
        self.zones = zones
        self.settings = settings
    }

    /// Turns the wheel, looking from `asOf`.
    ///
    /// - Parameter progress: told what is being done, for people who wait.
    /// - Returns: what the turn counted.
    public func run(asOf: Instant, progress: (String) -> Void = { _ in }) throws -> RotationSummary {
        let last = try store.currentRotation()
        do {
            return try turn(asOf: asOf, after: last, progress: progress)
        } catch let error as StoreError {
            // Whatever a store no longer knows of a turn that another took the place of, that is why.
            guard error.isRefusal, let newest = try store.currentRotation()?.id, newest != last?.id else { throw error }
            throw RotationError.overtaken(by: newest)
        }
    }

    private func turn(
        asOf: Instant, after last: RotationRecord?, progress: (String) -> Void
    ) throws -> RotationSummary {
        let begun = try begin(asOf: asOf, after: last, progress: progress)
        progress("detecting")
        var (sweep, swept) = try look(begun)
        progress("pricing")
        let decided = try decide(&swept, begun, by: sweep)
        let queue = try rank(swept, decided, begun, by: sweep)
        swept.forgetDemand()
        var counted = try count(&swept, queue, decided, begun, by: sweep)
        if let last, counted.repeats(last) {
            // A second look at the same facts is not another turn: the queue keeps its number, and every byte.
            counted.summary.rotation = last.id
            return counted.summary
        }
        progress("publishing")
        return try publish(consume swept, queue, counted, decided, begun)
    }
}

extension StoreError {
    /// Whether the store is well, and did not take what it was given.
    fileprivate var isRefusal: Bool {
        switch self {
        case .unknown, .refused: true
        default: false
        }
    }
}
