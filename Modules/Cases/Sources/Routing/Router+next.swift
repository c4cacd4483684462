public import FlywheelKit

/// A case that waits to be worked, with what the order of work goes by.
public struct WaitingCase: Hashable, Sendable {
    /// The case.
    public let matter: Case
    /// What an hour of work on it is expected to save, in one unit for all that wait; `nil` where nobody knows. It orders
    /// cases and is never added up.
    public let worth: Double?
    /// When the first of its promises is due; `nil` where none is.
    public let due: Instant?

    /// A case that waits.
    public init(_ matter: Case, worth: Double?, due: Instant?) {
        self.matter = matter
        self.worth = worth
        self.due = due
    }

    /// Whether it is to be worked before another: the more an hour saves the sooner, then the earlier it is due, then the
    /// longer it waits. What nobody knows the worth of follows what somebody does, whatever is due.
    ///
    /// Working what saves most an hour first loses least in all while cases cost so much a day each, whatever their
    /// number (the c-mu rule: Cox and Smith, *Queues*, 1961).
    public func goes(before other: WaitingCase) -> Bool {
        if worth != other.worth { return (worth ?? -.infinity) > (other.worth ?? -.infinity) }
        if due != other.due { return due.map { due in other.due.map { due < $0 } ?? true } ?? false }
        let (opened, others) = (matter.opened?.seconds ?? .max, other.matter.opened?.seconds ?? .max)
        return (opened, matter.source, matter.code) < (others, other.matter.source, other.matter.code)
    }
}

extension Router {
    /// The place, among cases that wait, of the one that somebody works next; `nil` where they can take none now.
    ///
    /// - Parameter load: how many open cases they have.
    public func next(for person: DeskPerson, among waiting: [WaitingCase], load: Int, at now: Instant) -> Int? {
        waiting.indices.filter { place in
            obstacles(to: person, for: need(of: waiting[place].matter), load: load, at: now).isEmpty
        }.min { waiting[$0].goes(before: waiting[$1]) }
    }
}
