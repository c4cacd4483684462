import ArgumentParser
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// In which order a lane's rows are listed. Ranks stay those of the queue.
enum QueueOrder: String, CaseIterable, ExpressibleByArgument {
    /// As ranked: by revenue at risk, but for those that act now.
    case atRisk = "at-risk"
    /// What is due first.
    case actBy = "act-by"
    /// What can still be saved.
    case avoidable
    /// What has lasted longest.
    case oldest

    /// The order's name in JSON.
    var name: String {
        switch self {
        case .atRisk: "atRisk"
        case .actBy: "actBy"
        case .avoidable: "avoidable"
        case .oldest: "oldest"
        }
    }

    /// Whether one row stands before another; those of which nothing is known come last, equals stay as ranked.
    func precedes(_ one: QueueItem, _ other: QueueItem) -> Bool {
        let ranks = (one.row.position, other.row.position)
        switch self {
        case .atRisk: return ranks.0 < ranks.1
        case .actBy: return Self.earlier(one.exception.due, other.exception.due) ?? (ranks.0 < ranks.1)
        case .oldest: return Self.earlier(one.began, other.began) ?? (ranks.0 < ranks.1)
        case .avoidable:
            let amounts = (one.terms.avoidable ?? .min, other.terms.avoidable ?? .min)
            return (amounts.1, ranks.0) < (amounts.0, ranks.1)
        }
    }

    private static func earlier(_ one: Instant?, _ other: Instant?) -> Bool? {
        switch (one, other) {
        case (let one?, let other?): one == other ? nil : one < other
        case (nil, nil): nil
        case (_?, nil): true
        case (nil, _?): false
        }
    }
}

extension QueueItem {
    /// When it began, or was first seen where nothing says so.
    fileprivate var began: Instant { exception.onset ?? exception.detected }
}
