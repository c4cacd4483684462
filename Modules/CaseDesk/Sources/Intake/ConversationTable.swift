public import FlywheelKit

/// Tables of conversations, as a mapping names them: what their headings can mean, by the words of
/// ``Conversations/TableField``. No rows of such a feed are kept as facts.
public enum ConversationTable {
    private static let key = FeedKey("conversations/1")

    private static func text(_ name: String) -> Column<String> { Column(name, in: key) }

    /// The feed that conversations of every kind are listed under.
    public static let feed = Feed(
        key, title: "conversations", of: .ticket, shape: .log(group: ["ticket"], newest: nil, at: "opened"),
        freshForDays: 2, columns: text("subject"), text("description"), text("opened"), text("updated"),
        text("solved"), text("closed"), text("status"), text("priority"), text("category"), text("channel"),
        text("side"), text("first-answered"), text("language"), text("assignee"), text("group"), text("tags"),
        text("satisfaction"), text("requester"), text("order"), text("sku"), text("asin"), text("requester-name"),
        text("requester-address"), text("marketplace-case"), text("reopens"), text("reassignments"),
        text("replies"), text("updates"), text("made-promise"), text("at"), text("by"), text("activity"),
        text("message"), text("author"), text("field"), text("value"), text("message-id"), text("public"),
        text("internal"), text("marketplace"))
}
