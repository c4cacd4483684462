/// What the description of the API says of a route (OpenAPI 3.1, Operation Object).
public struct Operation: Sendable {
    /// One value of the query, the path or a header.
    public struct Parameter: Sendable {
        /// Where a value stands.
        public enum Place: String, Sendable {
            case path, query, header
        }

        /// The name it is sent by.
        public let name: String
        /// Where it stands.
        public let place: Place
        /// A sentence.
        public let summary: String
        /// Whether a request without it is refused.
        public let isRequired: Bool
        /// A JSON Schema.
        public let schema: String

        /// A parameter with its parts.
        public init(
            _ name: String, in place: Place, _ summary: String, isRequired: Bool = false,
            schema: String = #"{"type":"string"}"#
        ) {
            self.name = name
            self.place = place
            self.summary = summary
            self.isRequired = isRequired || place == .path
            self.schema = schema
        }
    }

    /// Names the operation for generated clients, such as `claimException`.
    public let id: String
    /// A sentence.
    public let summary: String
    /// The group it belongs to.
    public let tag: String
    /// What may be sent beside the body.
    public let parameters: [Parameter]
    /// The JSON Schema of the body by media type; empty where there is no body.
    public let bodies: [String: String]
    /// The statuses of what goes well, each with the JSON Schema of its document; `nil` where there is no document.
    public let answers: [Int: String?]
    /// The JSON Schema of one event where the answer is a stream of them (server-sent events); `nil` where it is none.
    public let streams: String?
    /// The statuses of what is refused, beyond those that every route of its kind may answer.
    public let refusals: Set<Int>

    /// An operation with its parts.
    public init(
        _ id: String, _ summary: String, tag: String, parameters: [Parameter] = [], bodies: [String: String] = [:],
        answers: [Int: String?] = [200: nil], streams: String? = nil, refusals: Set<Int> = []
    ) {
        self.id = id
        self.summary = summary
        self.tag = tag
        self.parameters = parameters
        self.bodies = bodies
        self.answers = answers
        self.streams = streams
        self.refusals = refusals
    }
}
