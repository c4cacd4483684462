public import Conversations

/// Why a text cannot be said in public, and where. What was found is not repeated, since the words of errors are kept.
public struct PublicTextRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which text.
    public enum Field: String, Hashable, Sendable {
        /// What an incident or maintenance is called.
        case title
        /// What is said of it.
        case text
    }

    /// What was found.
    public enum Reason: Hashable, Sendable {
        /// Nothing but white space.
        case empty
        /// More characters than fit.
        case length(Int, most: Int)
        /// An address of mail, or the number of a telephone or a card.
        case personal(Redaction.Kind)
        /// What somebody is called who wrote to the desk.
        case name
        /// An account that settings do not allow to be named.
        case account
        /// The id of an exception or a case.
        case recordID
    }

    /// Which text.
    public let field: Field
    /// What was found.
    public let reason: Reason
    /// Where it stands: from which character up to which, counted from 0; `nil` where it is about the whole text.
    public let place: Range<Int>?

    init(_ field: Field, _ reason: Reason, at place: Range<Int>? = nil) {
        self.field = field
        self.reason = reason
        self.place = place
    }

    /// What was found and where, in a sentence; places are counted from 1.
    public var description: String {
        let at = place.map { " at character \($0.lowerBound + 1)" } ?? ""
        return switch reason {
        case .empty: "the \(field.rawValue) says nothing"
        case .length(let count, let most): "the \(field.rawValue) has \(count) characters, expected \(most) at most"
        case .personal(.email): "the \(field.rawValue) holds an e-mail address\(at)"
        case .personal(.phone): "the \(field.rawValue) holds a telephone number\(at)"
        case .personal(.card): "the \(field.rawValue) holds the number of a card\(at)"
        case .name: "the \(field.rawValue) names somebody who wrote to the desk\(at)"
        case .account: "the \(field.rawValue) names an account\(at) that commitments: accounts: does not list"
        case .recordID: "the \(field.rawValue) holds the id of an exception or a case\(at)"
        }
    }
}
