public import FlywheelKit

/// One message of a conversation.
public struct CorrespondenceMessage: Hashable, Sendable {
    /// Who wrote, as far as the source tells.
    public enum Author: Hashable, Sendable {
        /// Who asked, or somebody on their side.
        case requester
        /// A person of the desk, by the name the source gives.
        case agent(String?)
        /// The marketplace itself.
        case marketplace
        /// A rule or program: of the source, or one that answers mail.
        case automation
        /// Somebody of whom the source does not say on which side they are; ``CorrespondenceMessage/writer`` names them.
        case somebody
    }

    /// Something that came with a message, by reference: its contents are left where they are.
    public struct Attachment: Hashable, Sendable {
        /// The file's name.
        public let name: String
        /// What kind of file it says it is, `image/jpeg`.
        public let type: String?
        /// Its size in bytes, where known.
        public let size: Int?
        /// Where it lies: an address, or its place in the mail it came with.
        public let place: String?

        /// A reference to a file.
        public init(name: String, type: String? = nil, size: Int? = nil, place: String? = nil) {
            self.name = name
            self.type = type
            self.size = size
            self.place = place
        }
    }

    /// The code of a ticket's first message where the source gives it no number. When a later export numbers its messages,
    /// the one that was written then and says the same takes its place.
    public static let openingCode = "opening"

    /// The source's number or `Message-ID`: the same message twice is one.
    public let code: String
    /// When it was written, where known.
    public var at: Instant?
    /// Who wrote.
    public let author: Author
    /// Who wrote, by name, address or number, as far as the source tells.
    public var writer: Correspondent?
    /// Whether only the desk sees it.
    public let isInternal: Bool
    /// What was written, as plain text.
    public var text: String
    /// What came with it.
    public let attachments: [Attachment]

    /// A message.
    public init(
        code: String, at: Instant?, author: Author, writer: Correspondent? = nil, isInternal: Bool = false,
        text: String, attachments: [Attachment] = []
    ) {
        self.code = code
        self.at = at
        self.author = author
        self.writer = writer
        self.isInternal = isInternal
        self.text = text
        self.attachments = attachments
    }
}
