public import FlywheelKit

/// A listing on which something waits for work.
public struct RankedListing: Hashable, Sendable {
    /// Where it stands among the others, which people's work does not change: whoever reads on behind a place misses none and
    /// sees none twice until the next rotation.
    public struct Place: Hashable, Sendable, Comparable {
        /// What was at risk on it when the rotation was published, in minor units of the rotation's currency.
        public var atRisk: Int64
        /// The first exception on it, by which listings stand that have as much at risk.
        public var exception: ExceptionID

        /// A place.
        public init(atRisk: Int64, exception: ExceptionID) {
            self.atRisk = atRisk
            self.exception = exception
        }

        /// More at risk first.
        public static func < (left: Self, right: Self) -> Bool {
            (right.atRisk, left.exception) < (left.atRisk, right.exception)
        }
    }

    /// The listing.
    public var subject: Subject
    /// Where it stands.
    public var place: Place
    /// What its open rows come to now; groups count for nothing, since their sums are their members'.
    public var atRisk: Int64

    /// A listing at its place.
    public init(subject: Subject, place: Place, atRisk: Int64) {
        self.subject = subject
        self.place = place
        self.atRisk = atRisk
    }
}
