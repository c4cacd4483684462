public import FlywheelKit

/// What the desk knows and writes down once: an answer, or a policy as it is to be understood, in one language.
public struct Article: Hashable, Sendable {
    /// Whom it is for.
    public enum Side: String, Hashable, Sendable, CaseIterable {
        case buyer, seller, both

        /// Whether somebody on a side is meant; whose side nobody knows may be meant by every article.
        public func isFor(_ side: Side?) -> Bool {
            guard let side else { return true }
            return self == .both || side == .both || self == side
        }
    }

    /// What it says: how something is done, or what holds.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case article, policy
    }

    /// Its name, which its translations share.
    public let id: String
    /// What it is headed.
    public let title: String
    /// Whom it is for.
    public let side: Side
    /// What cases are about that it answers; of none, it is offered at no case.
    public let intents: [String]
    /// The language it is written in, an ISO 639 code.
    public let language: String
    /// Who keeps it true.
    public let owner: String
    /// The last day until which its owner is to have looked at it again.
    public let reviewBy: Day
    /// Whether everybody may read it.
    public let isPublic: Bool
    /// What it says.
    public let kind: Kind
    /// The text, as Markdown.
    public let text: String
    /// The file it is in, within the folder.
    public let file: String

    /// Whether nobody looked at it again in time.
    public func isOverdue(on day: Day) -> Bool { reviewBy < day }

    /// The order of a list: whose review is due first comes first, so what is overdue stands on top.
    static func dueFirst(_ left: Article, _ right: Article) -> Bool {
        (left.reviewBy.epochDays, left.id, left.language) < (right.reviewBy.epochDays, right.id, right.language)
    }
}
