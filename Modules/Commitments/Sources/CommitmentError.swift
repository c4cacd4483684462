public import FlywheelKit
import FlywheelStore

/// Why nothing was said in public.
public enum CommitmentError: Error, Hashable, Sendable {
    /// There is no such incident or maintenance.
    case unknown(String)
    /// Its record is none that this version of the program wrote.
    case unreadable(String, why: String)
    /// No component is called so; `known` are those there are.
    case noComponent(String, known: [String])
    /// No component was named.
    case noComponents
    /// It is over, and what is over stays as it was told.
    case isOver(String, state: String)
    /// More was said of it after the moment somebody acts at.
    case tooEarly(String, last: Instant)
    /// The next update is promised for a moment that is past, or more than a week away.
    case nextUpdate(Instant, now: Instant)
    /// It is said to have begun at a moment still to come, or more than a week ago.
    case began(Instant, now: Instant)
    /// Maintenance is announced for a span that is empty or past.
    case span(starts: Instant, ends: Instant, now: Instant)
    /// Maintenance began already, or never did.
    case step(String, state: String)
    /// A text cannot be said in public.
    case text(PublicTextRefusal)
}

extension LoopRecord {
    /// What a record of this module says.
    func contents<Body: Decodable>(as type: Body.Type) throws(CommitmentError) -> Body {
        do { return try CanonicalJSON.value(type, from: body) } catch {
            throw .unreadable(id, why: "\(error)")
        }
    }
}
