import FlywheelKit
public import FlywheelStore

/// How many problems of one workflow began soon after one of another on the same product.
///
/// It says that they come together and not why: what comes later may have another cause, or the same one. Beside it stands
/// how many began as soon before, which is what chance alone would give.
public struct LinkedExceptions: Hashable, Sendable, Codable {
    /// The id of the workflow whose problem came first.
    public var from: String
    /// The id of the workflow whose problem followed.
    public var to: String
    /// Open problems of the latter.
    public var exceptions: Int
    /// Of those, the ones that began after a problem of the former that stands, and within the limit.
    public var followed: Int
    /// Of those, the ones that began before one, and within the limit.
    public var preceded: Int

    /// The part that followed, 0 to 1.
    public var share: Double { exceptions > 0 ? Double(followed) / Double(exceptions) : 0 }
}

extension LinkedExceptions {
    /// Days after a problem within which another counts as having followed it.
    public static let withinDays = 14.0

    /// All pairs of workflows of which any two problems that wait for work are about one product, in the order of their
    /// ids.
    ///
    /// A problem began when the facts say so, else when it was first seen. Of two that began at the same moment neither
    /// followed. Listings without a known product count as products of their own; groups are left out.
    public static func all(
        in store: any Store, withinDays limit: Double = withinDays
    ) throws(StoreError) -> [LinkedExceptions] {
        let open = try store.unfinishedExceptions().filter {
            $0.state.isOpen && !$0.isGroup && $0.fingerprint.subject.kind == .listing
        }
        let products = try products(of: Set(open.map(\.fingerprint.subject)), in: store)
        let together = Dictionary(grouping: open) { products[$0.fingerprint.subject] ?? $0.fingerprint.subject }
        var counts: [String: Int] = [:]
        for exception in open { counts[exception.fingerprint.workflow, default: 0] += 1 }
        var pairs: [Pair: (followed: Int, preceded: Int)] = [:]
        for exceptions in together.values where exceptions.count > 1 {
            for exception in exceptions {
                for (pair, lags) in exception.lags(after: exceptions) {
                    var seen = pairs[pair] ?? (0, 0)
                    if lags.contains(where: { $0 > 0 && $0 <= limit }) { seen.followed += 1 }
                    if lags.contains(where: { $0 < 0 && -$0 <= limit }) { seen.preceded += 1 }
                    pairs[pair] = seen
                }
            }
        }
        return pairs.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }.map { pair, seen in
            LinkedExceptions(
                from: pair.from, to: pair.to, exceptions: counts[pair.to] ?? 0, followed: seen.followed,
                preceded: seen.preceded)
        }
    }

    fileprivate struct Pair: Hashable {
        let from: String
        let to: String
    }

    /// The product of each of these listings that has a known one.
    private static func products(
        of listings: Set<Subject>, in store: any FactStore
    ) throws(StoreError) -> [Subject: Subject] {
        var products: [Subject: Subject] = [:]
        let owners = Set(listings.map { [$0.account, $0.marketplace] })
        for place in try store.chunks(of: .listing) where owners.contains([place.account, place.marketplace]) {
            let rows = try store.rows(of: place)
            for (code, product) in zip(rows.codes, rows.products) {
                guard let code, let product else { continue }
                let listing = Subject(.listing, account: place.account, marketplace: place.marketplace, code: code)
                guard listings.contains(listing) else { continue }
                products[listing] = Subject(
                    .product, account: place.account, marketplace: place.marketplace, code: product)
            }
        }
        return products
    }
}

extension ExceptionRecord {
    private var began: Instant { self.onset ?? self.detected }

    /// By how many days it began after each of the others that another workflow found, by that workflow.
    fileprivate func lags(after others: [ExceptionRecord]) -> [LinkedExceptions.Pair: [Double]] {
        let own = self.fingerprint.workflow
        return others.reduce(into: [:]) { lags, other in
            guard other.fingerprint.workflow != own else { return }
            lags[LinkedExceptions.Pair(from: other.fingerprint.workflow, to: own), default: []]
                .append(began.days(since: other.began))
        }
    }
}
