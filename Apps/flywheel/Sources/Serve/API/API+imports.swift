import HTTPTypes
import People

extension API {
    /// Imports, and what waits for a person among them.
    static let imports: [APICommand] = [
        .get("/imports", "listImports", ImportsCommand.List.self, in: "Imports", gives: "imports", options: ["limit"]),
        .get(
            "/imports/{id}", "showImport", ImportsCommand.Show.self, in: "Imports", gives: "import-record",
            taking: ["id"]),
        .get(
            "/imports/{id}/rejects", "listRejects", ImportsCommand.Rejects.self, in: "Imports", gives: "rejects",
            taking: ["id"], options: ["limit"]),
        .post(
            "/imports/{id}/accept", "acceptImport", ImportsCommand.Accept.self, for: .supply, in: "Imports",
            gives: "decisions", taking: ["id"]),
        .post(
            "/imports/{id}/discard", "discardImport", ImportsCommand.Discard.self, for: .supply, in: "Imports",
            gives: "decisions", taking: ["id"], always: ["--yes"]),
    ]
}
