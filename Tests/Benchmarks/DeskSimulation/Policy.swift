import Cases
import FlywheelKit

/// What decides which case is worked next.
enum Policy: CaseIterable {
    /// The oldest, whoever is free; who cannot work it finds out and puts it back, sorted.
    case anybody
    /// The oldest of those that who is free can work.
    case firstCome
    /// The most urgent by its label, of these the oldest, of those that who is free can work.
    case labels
    /// What saves most an hour by the desk's estimates, of those that who is free can work.
    case worth
    /// The same with losses known exactly: what better estimates could still bring.
    case knownWorth

    var name: String {
        switch self {
        case .anybody: "first come, anybody"
        case .firstCome: "first come, who can"
        case .labels: "labels, who can"
        case .worth: "this module"
        case .knownWorth: "this module, losses known"
        }
    }

    /// Whether one case is worked before another.
    func prefers(_ one: Arrival, to other: Arrival, at now: Int64) -> Bool {
        switch self {
        case .anybody, .firstCome: one.at < other.at
        case .labels: (other.label, one.at) < (one.label, other.at)
        case .worth: waiting(one, one.misjudged, now).goes(before: waiting(other, other.misjudged, now))
        case .knownWorth: waiting(one, 1, now).goes(before: waiting(other, 1, now))
        }
    }

    private func waiting(_ arrival: Arrival, _ misjudged: Double, _ now: Int64) -> WaitingCase {
        WaitingCase(arrival.matter, worth: arrival.worth(at: now, misjudged: misjudged), due: nil)
    }
}
