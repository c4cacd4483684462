import Assessment
import FlywheelHost

extension Session {
    /// Whether the wheel turns, by the same history as assessments, so that both say the same.
    func stall() throws -> StallAnswer {
        let (rotation, _) = try currentRotation()
        return StallAnswer(rotation: rotation, health: WheelHealth(of: try history()))
    }
}
