import HTTPTypes
import People

extension API {
    /// Disputes of cases, and decisions in them.
    static let disputes: [APICommand] = [
        .get(
            "/disputes", "listDisputes", DisputesCommand.List.self, for: .answer, in: "Disputes", gives: "disputes",
            options: ["limit", "cursor", "all", "waiting", "kind", "account", "marketplace"],
            rules: ["cursor": .id("C")]),
        .get(
            "/disputes/precedents", "listPrecedents", DisputesCommand.Precedents.self, for: .answer, in: "Disputes",
            gives: "precedents", taking: ["words"], options: ["limit", "cursor", "type", "kind", "reason"],
            rules: ["cursor": .id("D")]),
        .post(
            "/disputes/lapses", "noteLapses", DisputesCommand.Lapse.self, for: .decide, in: "Disputes",
            gives: "lapses", when: .once),
        .get(
            "/disputes/{id}", "showDisputes", DisputesCommand.Show.self, for: .answer, in: "Disputes",
            gives: "dispute", taking: ["id"], of: .case),
        act(
            "open", DisputesCommand.Open.self, for: .answer,
            options: ["kind", "platform", "reason", "amount", "deadline"]),
        act("evidence", DisputesCommand.Bring.self, for: .answer, options: ["type", "reference", "by"]),
        act("move", DisputesCommand.Move.self, for: .answer, options: ["to", "deadline", "by"]),
        act("appeal", DisputesCommand.Appeal.self, for: .answer, options: ["deadline", "by"]),
        act("withdraw", DisputesCommand.Withdraw.self),
        act(
            "decide", DisputesCommand.Decide.self, taking: ["verdict"],
            options: ["award", "by", "because", "letter"]),
        act(
            "hold", DisputesCommand.Hold.self,
            options: ["amount", "rule", "reason", "until", "then", "because", "letter"]),
        act("release", DisputesCommand.Release.self, options: ["hold", "amount", "to", "because", "letter"]),
        act("pay", DisputesCommand.Pay.self, options: ["amount", "reference"]),
        .post(
            "/disputes/decisions/{id}/agree", "agreeToDecision", DisputesCommand.Agree.self, for: .decide,
            in: "Disputes",
            gives: "disputed", taking: ["id"], options: ["because"], when: .unchanged(.disputeDecision)),
        .post(
            "/disputes/decisions/{id}/refuse", "refuseDecision", DisputesCommand.Refuse.self, for: .decide,
            in: "Disputes",
            gives: "disputed", taking: ["id"], options: ["because"], when: .unchanged(.disputeDecision)),
    ]

    private static func act(
        _ word: String, _ command: any AnsweringCommand.Type, for right: Right = .decide,
        taking positionals: [String] = [], options: [String] = []
    ) -> APICommand {
        .post(
            "/disputes/{id}/\(word)", "\(word)Dispute", command, for: right, in: "Disputes", gives: "disputed",
            taking: ["id"] + positionals, options: options, when: .unchanged(.case))
    }
}
