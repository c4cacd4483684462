import FlywheelKit

extension String {
    /// An instruction of a workflow as it reads on a day. What was to be done "on 2026-11-22 at the latest" when a rotation
    /// looked is told as the next one will tell it once that day has passed: "now: the last day was 2026-11-22".
    func told(on today: Day) -> String {
        guard let end = firstMatch(of: #/, on (\d{4}-\d\d-\d\d) at the latest$/#), let last = Day(String(end.output.1)),
            last < today
        else { return self }
        return "\(self[..<end.range.lowerBound]) now: the last day was \(last)"
    }
}
