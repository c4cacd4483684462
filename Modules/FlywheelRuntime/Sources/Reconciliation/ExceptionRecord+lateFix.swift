import FlywheelKit
import FlywheelStore

extension ExceptionRecord {
    /// Days, at least, in which the end of a problem is a refuted close's doing: a list that comes once a day may be a day
    /// behind, and what it refutes on the first it confirms on the next.
    private static let leastFixDays = 3.0

    /// Whether what ends now ends by a close that the data had refuted: too early, since a fix takes its days to show. Not so
    /// where another took it up since.
    func isLateFix(at asOf: Instant) -> Bool {
        guard self.state.isOpen, let closed = self.closed, let closer = self.closedBy else { return false }
        guard self.claimedBy == nil || self.claimedBy == closer else { return false }
        // A fix may take as long again as such fixes do as a rule.
        return asOf.days(since: closed) <= max(Self.leastFixDays, 2 * self.exposure.fixTakesDays)
    }
}
