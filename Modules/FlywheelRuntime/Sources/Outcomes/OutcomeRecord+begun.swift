public import FlywheelStore

extension OutcomeRecord {
    /// Whether it ever began. What was only foreseen lasted no day, took nothing, and cannot come back.
    public var hasBegun: Bool { predicted == nil || cameTrue != nil }
}

extension OutcomeLine {
    /// The same, of its line.
    public var hasBegun: Bool { predicted == nil || cameTrue != nil }
}

extension ExceptionRecord {
    /// Whether it has begun, as far as the data show.
    var hasBegun: Bool { self.predicted == nil || self.cameTrue != nil }
}
