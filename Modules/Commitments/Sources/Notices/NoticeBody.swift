public import FlywheelKit
public import FlywheelStore

/// The body of the ``FlywheelStore/LoopRecord`` of something that everybody is told of: what was said of it, in the order it
/// was said. Nothing said is ever changed; a correction is the next update.
public protocol NoticeBody: Hashable, Sendable, Codable {
    /// One thing that was said.
    associatedtype Update: NoticeUpdate
    /// Where it stands.
    associatedtype State: NoticeState

    /// What its records are.
    static var kind: LoopRecord.Kind { get }
    /// What it is, in a few words for everybody.
    var title: String { get }
    /// Who sees to it; never shown in public.
    var owner: String { get }
    /// What was said, oldest first; never nothing.
    var updates: [Update] { get set }

    /// Where it stands at a moment, as far as what was said tells.
    func state(at moment: Instant) -> State
}

extension NoticeBody {
    /// The newest thing that was said.
    public var last: Update { updates[updates.count - 1] }
}

/// One thing that was said in public.
public protocol NoticeUpdate: Hashable, Sendable, Codable {
    /// When.
    var at: Instant { get }
    /// By whom; never shown in public.
    var by: String { get }
    /// What is known, for everybody.
    var text: String { get }
}

/// Where something stands that everybody is told of.
public protocol NoticeState: RawRepresentable<String>, Hashable, Sendable, CaseIterable {
    /// Whether nothing more is to come.
    var isOver: Bool { get }
    /// Whether something was promised for a moment that went by without it.
    var isMissed: Bool { get }
}
