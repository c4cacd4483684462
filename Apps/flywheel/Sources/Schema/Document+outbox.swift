extension Document {
    /// What is written of what leaves the house.
    static let outbox = [
        SubscriptionsAnswer.document, SubscriptionAnswer.document, OutboxDeliveriesAnswer.document,
        ReplayAnswer.document, WebhookTestAnswer.document, SentAnswer.document,
    ]
}
