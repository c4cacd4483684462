public import FlywheelKit
public import FlywheelStore

extension Workbench {
    /// The workflow of problems of a kind that no installed workflow finds.
    public static let ownWorkflow = "desk"

    /// Adds a problem that a person found and detection did not.
    ///
    /// It is priced by the next rotation like any other. No feed closes it as long as no stage has seen it; one that sees
    /// the same fingerprint later takes it over, and ``FlywheelStore/ExceptionRecord/source`` says ever after who was first.
    ///
    /// - Parameter loss: what it costs; ``FlywheelKit/Exposure/Loss/unknown(_:)`` where nobody can say.
    public func add(
        _ fingerprint: Fingerprint, loss: Exposure.Loss, note: String?
    ) throws(WorkError) -> ExceptionRecord {
        try Self.check(note, on: nil)
        let rotation = try stored { () throws(StoreError) in try store.currentRotation() }
        guard let rotation else { throw .noRotation }
        let last = try stored { () throws(StoreError) in try store.lastFinal(of: [fingerprint])[fingerprint] }
        var exception = ExceptionRecord(
            fingerprint: fingerprint, source: .person, state: .active, onset: nil, detected: now, opened: rotation.id,
            evidence: "", exposure: Exposure(loss), model: "", previous: last?.id)
        exception.id = try stored { [exception] () throws(StoreError) in
            try store.add(exception, note: note, by: actor, at: now)
        }
        return exception
    }
}
