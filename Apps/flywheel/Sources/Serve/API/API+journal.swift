import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People

extension API {
    /// Everything that happened, page by page, oldest first: the document that `flywheel export journal` writes, in parts.
    /// Where the next one begins stands in the Link header (RFC 8288) as well.
    static func journal(_ desk: APIDesk) -> Route {
        Route(.api, .get, "\(prefix)/journal", for: .right(.administer), operation: journalOperation) { request in
            let limit = try number("limit", in: request, from: 1, to: 1_000) ?? 100
            let cursor = try number("cursor", in: request, from: 0, to: 9_007_199_254_740_991) ?? 0
            let store = try desk.house.seen(by: request.viewer).host.store
            let lines = try store.events(after: cursor, limit: Int(limit))
            let last = lines.last?.sequence
            let next = try last.flatMap { try store.events(after: $0, limit: 1).isEmpty ? nil : $0 }
            // Entries are not counted anew for each page.
            let count = ListCount(value: lines.count, isExact: next == nil && cursor == 0)
            var reply = try desk.look(request, isKept: false) {
                ListPage.document(ListAnswer(items: lines).json.members, count, next: next.map(String.init))
            }
            if let name = HTTPField.Name("Link"), let next {
                reply.headers[name] = "<\(prefix)/journal?cursor=\(next)&limit=\(limit)>; rel=\"next\""
            }
            return reply
        }
    }

    private static func number(
        _ name: String, in request: WebRequest, from least: Int64, to most: Int64
    ) throws(Problem) -> Int64? {
        for other in request.query.names where !["limit", "cursor"].contains(other) {
            throw Problem(
                .badRequest, "unknown-parameter", "there is no parameter \"\(other)\" here, expected limit, cursor",
                place: "query.\(other)")
        }
        guard let text = request.query[name] else { return nil }
        guard let number = Int64(text), (least...most).contains(number) else {
            throw Problem(
                .badRequest, "usage", "\(name) is \"\(text)\", expected \(least) to \(most)", place: "query.\(name)")
        }
        return number
    }

    private static let journalOperation = Operation(
        "listJournal", "Lists everything that happened, oldest first.", tag: "Journal",
        parameters: [
            .init(
                "limit", in: .query, "Events at least, up to the end of their entry.",
                schema: #"{"type":"integer","minimum":1,"maximum":1000,"default":100}"#),
            .init(
                "cursor", in: .query, "The entry after which the page begins; the Link header has the next.",
                schema: #"{"type":"integer","minimum":0,"maximum":9007199254740991}"#),
            .init("If-None-Match", in: .header, "The ETag of what the reader has."),
        ], answers: [200: ListPage.schema(of: JSON.reference(toDocument: "events")).line, 304: nil], refusals: [400])
}
