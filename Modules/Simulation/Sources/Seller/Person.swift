import FlywheelKit

/// Somebody who works the queue.
struct Person: Hashable, Sendable {
    /// The name they act under.
    let name: String
    /// Hours a week they have for it.
    let hoursPerWeek: Double
    /// How fast they are in each workflow, beside the middle, by its place.
    let skill: [Double]
    /// The days they are away, from the first day of the simulation.
    let away: [Range<Int>]
    /// The day they leave for good.
    var leaves: Int?

    /// Minutes they have on a day; 0 on weekends and when they are away.
    func minutes(on day: Int, weekday: Int) -> Double {
        guard weekday < 5, leaves.map({ day < $0 }) ?? true, !away.contains(where: { $0.contains(day) }) else {
            return 0
        }
        return hoursPerWeek * 60 / 5
    }

    /// Whether they are still there on a day.
    func isStaff(on day: Int) -> Bool { leaves.map { day < $0 } ?? true }

    /// Names to give.
    static let names = [
        "ada", "ben", "carla", "deniz", "eva", "felix", "gloria", "hiro", "ines", "jonas", "kofi", "lena", "milo",
        "nora",
        "omar", "pia", "quinn", "rosa", "sami", "tess", "uma", "vito", "wanda", "xenia", "yara", "zeno",
    ]
}
