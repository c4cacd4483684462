public import FlywheelKit

/// A rotation looks at all accounts at once. What it counted of those that are here can be read, what it counted of all cannot.
extension ScopedStore {
    /// See ``WorkStore/beginRotation(asOf:currency:)``.
    public func beginRotation(asOf: Instant, currency: Currency) throws(StoreError) -> RotationID {
        throw concernsAll("a rotation")
    }

    /// See ``WorkStore/reserveExceptions(_:)``.
    public func reserveExceptions(_ count: Int) throws(StoreError) -> ExceptionID { throw concernsAll("a rotation") }

    /// See ``WorkStore/stage(_:for:)``.
    public func stage(_ exceptions: [ExceptionRecord], for rotation: RotationID) throws(StoreError) {
        throw concernsAll("a rotation")
    }

    /// See ``WorkStore/stage(_:for:)``.
    public func stage(_ queue: [QueueRow], for rotation: RotationID) throws(StoreError) {
        throw concernsAll("a rotation")
    }

    /// See ``WorkStore/publish(_:)``.
    public func publish(_ turn: Turn) throws(StoreError) { throw concernsAll("a rotation") }

    /// The newest published rotation if it looked at accounts that are here, without what it counted of all; see
    /// ``WorkStore/currentRotation()``.
    public func currentRotation() throws(StoreError) -> RotationRecord? { try store.currentRotation().flatMap(own) }

    /// All published rotations that looked at accounts that are here, without what they counted of all; see
    /// ``WorkStore/rotations()``.
    public func rotations() throws(StoreError) -> [RotationRecord] { try store.rotations().compactMap(own) }

    private func own(_ rotation: RotationRecord) -> RotationRecord? {
        var rotation = rotation
        rotation.summary = ""
        rotation.accounts = rotation.accounts.filter { accounts.contains($0.key) }
        return rotation.accounts.isEmpty ? nil : rotation
    }

    /// See ``WorkStore/tiers()``.
    public func tiers() throws(StoreError) -> [TierColumn] {
        let chunks = Set(try chunks(of: .listing).map(\.id))
        return try store.tiers().filter { chunks.contains($0.chunk) }
    }

    /// The numbers that steer detection, without what was learned from all accounts together; see ``WorkStore/stageStates()``.
    public func stageStates() throws(StoreError) -> [StageState] {
        try store.stageStates().map { StageState(workflow: $0.workflow, knobs: $0.knobs) }
    }
}
