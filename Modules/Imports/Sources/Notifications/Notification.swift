/// A notification of Amazon's Selling Partner API. Some are written with capitals and some without.
struct Notification {
    /// `ANY_OFFER_CHANGED` and its like.
    let type: String
    /// When what it tells of happened.
    let at: String?
    let payload: JSONValue

    /// Takes a notification out of what carried it: an event of EventBridge, a message of a queue or of a topic. Nil for
    /// what is none.
    init?(_ record: JSONValue) {
        self.init(record, wrappings: 3)
    }

    private init?(_ record: JSONValue, wrappings: Int) {
        if let type = record[anyCase: "notificationType"]?.cell {
            self.type = type
            at = record[anyCase: "eventTime"]?.cell
            payload = record[anyCase: "payload"] ?? .null
            return
        }
        guard wrappings > 0,
            let inner = record["detail"] ?? record[anyCase: "body"]?.document ?? record["Message"]?.document,
            let notification = Notification(inner, wrappings: wrappings - 1)
        else { return nil }
        self = notification
    }

    /// A row about what the payload names: its listing or product, its marketplace, and its moment.
    func row(of subject: JSONValue) -> [String: String] {
        var row: [String: String] = [:]
        row[DocumentTable.Heading.moment] = at
        row[DocumentTable.Heading.code] = subject[anyCase: "sku"]?.cell
        row[DocumentTable.Heading.product] = subject[anyCase: "asin"]?.cell
        row[DocumentTable.Heading.marketplace] = subject[anyCase: "marketplaceId"]?.cell
        return row
    }
}
