public import FlywheelKit

/// How earlier orders fared, by how far they were when: for each account and marketplace a table of when orders were handed
/// over and when they arrived, in twentieths of the time that was promised.
public struct LatenessModel: StageModel {
    /// Whose orders they are.
    public struct Owner: Hashable, Sendable, Codable, Comparable {
        let account: String
        let marketplace: String

        /// By account and marketplace.
        public static func < (left: Owner, right: Owner) -> Bool {
            (left.account, left.marketplace) < (right.account, right.marketplace)
        }
    }

    /// What is seen of all orders.
    public struct Survey: Mergeable, Sendable {
        fileprivate var pasts: [Owner: Past] = [:]

        /// Nothing seen.
        public init() {}

        mutating func add(handedOver: Double?, delivered: Double?, of owner: Owner) {
            pasts[owner, default: Past()].add(handedOver: handedOver, delivered: delivered)
        }

        /// Adds what another part saw.
        public mutating func merge(_ other: Survey) {
            pasts.merge(other.pasts) { one, other in
                var sum = one
                sum.merge(other)
                return sum
            }
        }
    }

    private struct Known: Hashable, Sendable, Codable {
        let owner: Owner
        let past: Past
    }

    /// Below so many orders nothing is said.
    private static let fewest = 50

    private var known: [Known] = []

    /// Nothing known.
    public init() {}

    init(_ survey: Survey) {
        known = survey.pasts.sorted { $0.key < $1.key }.map { Known(owner: $0.key, past: $0.value) }
    }

    func past(account: String, marketplace: String) -> Past? {
        let owner = Owner(account: account, marketplace: marketplace)
        return known.first { $0.owner == owner && $0.past.orders >= Self.fewest }?.past
    }
}

/// How the orders of one account fared.
struct Past: Hashable, Sendable, Codable {
    /// Twentieths up to one and a half times what was promised, and one for all beyond.
    private static let steps = 31
    private static let stepsToPromise = 20
    /// How many orders the share of all that were as late weighs as much as.
    private static let priorOrders = 10.0

    private var counts = [Int](repeating: 0, count: steps * steps)

    /// The number of orders.
    var orders: Int { counts.reduce(0, +) }

    /// Whether any is known to have arrived; where none is, their exports do not say, and nothing is late for that.
    var knowsArrivals: Bool {
        (0..<Self.steps).contains { handed in
            (0..<Self.steps - 1).contains { counts[handed * Self.steps + $0] > 0 }
        }
    }

    /// Adds an order; what has not come about yet is beyond all.
    mutating func add(handedOver: Double?, delivered: Double?) {
        counts[Self.step(handedOver) * Self.steps + Self.step(delivered)] += 1
    }

    mutating func merge(_ other: Past) {
        for place in counts.indices { counts[place] += other.counts[place] }
    }

    /// How likely an order is to be late that has not arrived when so much of its time is over.
    ///
    /// Of the orders that were as far, the share that came late, with ten orders' weight given to the share of all that had
    /// not arrived by then: (late + 10·share) / (orders + 10).
    func outlook(elapsed: Double, isHandedOver: Bool) -> Outlook {
        let now = Self.step(elapsed)
        // Of the orders that arrived within the twentieth that runs, those count that had not by now, if they came evenly.
        let left = 1 - min(1, max(0, elapsed * Double(Self.stepsToPromise) - Double(now)))
        var (alike, late, all, allLate) = (0.0, 0.0, 0.0, 0.0)
        for handed in 0..<Self.steps {
            for arrived in now..<Self.steps {
                let count = Double(counts[handed * Self.steps + arrived]) * (arrived == now ? left : 1)
                let isLate = arrived >= Self.stepsToPromise
                all += count
                allLate += isLate ? count : 0
                guard (handed <= now) == isHandedOver else { continue }
                alike += count
                late += isLate ? count : 0
            }
        }
        let share = all > 0 ? allLate / all : 1
        let chance = (late + Self.priorOrders * share) / (alike + Self.priorOrders)
        return Outlook(chance: min(1, chance), alike: Int(alike.rounded()), late: Int(late.rounded()))
    }

    private static func step(_ share: Double?) -> Int {
        guard let share, share < Double(steps) / Double(stepsToPromise) else { return steps - 1 }
        return min(steps - 1, max(0, Int(share * Double(stepsToPromise))))
    }
}

/// How likely an order is to be late, and by which earlier ones.
public struct Outlook: Hashable, Sendable, Codable {
    /// The probability, 0 to 1.
    public let chance: Double
    /// Earlier orders that were as far at the same time.
    public let alike: Int
    /// How many of them came late.
    public let late: Int
}
