import HTTPTypes
import People

extension API {
    /// Who outside is told of what happens. A secret is shown by the answer that made it, and by no other.
    static let webhooks: [APICommand] = [
        .list(
            "/webhooks", "listWebhooks", WebhooksCommand.List.self, for: .settle, in: "Webhooks", gives: "subscriptions"
        ),
        .post(
            "/webhooks", "addWebhook", WebhooksCommand.Add.self, for: .settle, in: "Webhooks", gives: "subscription",
            taking: ["kind", "address"], options: ["verb", "workflow", "account", "digestsOnly"], when: .onceInSecret),
        .get(
            "/webhooks/deliveries", "listDeliveries", WebhooksCommand.Deliveries.self, for: .settle, in: "Webhooks",
            gives: "outbox-deliveries", options: ["state", "limit", "cursor"]),
        .get(
            "/webhooks/{id}/deliveries", "listDeliveriesOfWebhook", WebhooksCommand.Deliveries.self, for: .settle,
            in: "Webhooks", gives: "outbox-deliveries", taking: ["id"], options: ["state", "limit", "cursor"]),
        .get(
            "/webhooks/{id}", "showWebhook", WebhooksCommand.Show.self, for: .settle, in: "Webhooks",
            gives: "subscription",
            taking: ["id"], of: .subscription),
        act("pause", WebhooksCommand.Pause.self, options: ["reason"]),
        act("resume", WebhooksCommand.Resume.self),
        act("rekey", WebhooksCommand.Rekey.self, options: ["retire"], showsSecret: true),
        act("remove", WebhooksCommand.Remove.self),
        .post(
            "/webhooks/{id}/replay", "replayWebhook", WebhooksCommand.Replay.self, for: .settle, in: "Webhooks",
            gives: "replayed", taking: ["id"], options: ["delivery", "from", "to"],
            rules: ["from": entry, "to": entry], when: .unchanged(.subscription)),
        .post(
            "/webhooks/{id}/test", "testWebhook", WebhooksCommand.Test.self, for: .settle, in: "Webhooks",
            gives: "webhook-test", taking: ["id"], when: .unchanged(.subscription)),
    ]

    /// The number of an entry of the journal.
    private static let entry = ValueRule.integer(1...9_007_199_254_740_991)

    private static func act(
        _ word: String, _ command: any AnsweringCommand.Type, options: [String] = [], showsSecret: Bool = false
    ) -> APICommand {
        .post(
            "/webhooks/{id}/\(word)", "\(word)Webhook", command, for: .settle, in: "Webhooks", gives: "subscription",
            taking: ["id"], options: options, when: .unchanged(.subscription, showsSecret: showsSecret))
    }
}
