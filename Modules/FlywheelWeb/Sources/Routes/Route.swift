public import HTTPTypes
public import People

/// One door of the server: an address, who may use it, and what happens there.
///
/// The list of routes is all there is: the router, the description of the API and the tests of rights are made from it.
public struct Route: Sendable {
    /// What kind of reader it serves, which says how refusals look and what guards it.
    public enum Kind: Sendable {
        /// Programs: JSON, problems, tokens.
        case api
        /// People: pages, forms, cookies.
        case page
    }

    /// Who may use it.
    public enum Entry: Hashable, Sendable {
        /// Anybody, signed in or not.
        case everyone
        /// Whoever has signed in, to look after what is theirs.
        case signedIn
        /// Whoever has the right.
        case right(Right)
    }

    /// What happens at the address.
    public typealias Handler = @Sendable (WebRequest) throws -> WebReply

    /// The readers it serves.
    public let kind: Kind
    /// The method it answers.
    public let method: HTTPRequest.Method
    /// Such as `/x/{id}/close`.
    public let path: String
    /// Who may use it.
    public let entry: Entry
    /// The most bytes a body may have.
    public let bodyLimit: Int
    /// Whether the body is written to a file as it comes, which ends with the request, and is never held in memory. A page's
    /// form is taken apart on the way: each of its files is one of its own.
    public let isSpooled: Bool
    /// What the description of the API says of it; `nil` for what is not part of the API.
    public let operation: Operation?
    /// Runs on a thread where it may block.
    public let handler: Handler

    /// The most bytes a body has where a route says nothing else.
    public static let usualBodyLimit = 256 * 1024

    /// A door with its parts.
    public init(
        _ kind: Kind, _ method: HTTPRequest.Method, _ path: String, for entry: Entry,
        bodyLimit: Int = Route.usualBodyLimit, isSpooled: Bool = false, operation: Operation? = nil,
        handler: @escaping Handler
    ) {
        self.kind = kind
        self.method = method
        self.path = path
        self.entry = entry
        self.bodyLimit = bodyLimit
        self.isSpooled = isSpooled
        self.operation = operation
        self.handler = handler
    }
}
