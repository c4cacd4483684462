import HTTPTypes
import People

extension API {
    /// Imports, and what waits for a person among them.
    static let imports: [APICommand] = [
        .get(
            "/imports", "listImports", ImportsCommand.List.self, in: "Imports", gives: "imports",
            options: ["limit", "cursor"], rules: ["cursor": .id("I")]),
        .get(
            "/imports/{id}", "showImport", ImportsCommand.Show.self, in: "Imports", gives: "import-record",
            taking: ["id"], of: .import),
        .get(
            "/imports/{id}/rejects", "listRejects", ImportsCommand.Rejects.self, in: "Imports", gives: "rejects",
            taking: ["id"], options: ["limit", "cursor"], rules: ["cursor": .integer(0...1_000_000_000)]),
        .post(
            "/imports/{id}/accept", "acceptImport", ImportsCommand.Accept.self, for: .supply, in: "Imports",
            gives: "decisions", taking: ["id"], when: .unchanged(.import)),
        .post(
            "/imports/{id}/discard", "discardImport", ImportsCommand.Discard.self, for: .supply, in: "Imports",
            gives: "decisions", taking: ["id"], always: ["--yes"], when: .unchanged(.import)),
        .list(
            "/feeds", "listFeeds", ImportsCommand.Feeds.self, in: "Imports", gives: "feeds",
            by: ["feed", "account", "marketplace"]),
    ]
}
