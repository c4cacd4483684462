/// What is known of the desk's mail from outside of a file.
public struct MailContext: Sendable {
    /// The desk's own addresses, `help@shop.example`, or domains, `@shop.example`: who writes from there is of the desk.
    public var own: [String]
    /// For how many days mail of the same subject and correspondent, which names no other, goes on with a conversation.
    public var daysOfThread: Int
    /// The code of the conversation that holds the message of this id, where an earlier import brought it. What it throws
    /// ends the reading.
    public var conversation: @Sendable (_ messageID: String) throws -> String?

    /// What is known of the desk's mail.
    public init(
        own: [String] = [], daysOfThread: Int = 14,
        conversation: @escaping @Sendable (_ messageID: String) throws -> String? = { _ in nil }
    ) {
        self.own = own
        self.daysOfThread = daysOfThread
        self.conversation = conversation
    }
}
