import FlywheelHost
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import Settings

extension API {
    /// What happens, as it happens.
    ///
    /// - Parameter isStill: whether somebody may still know what they might when they came in.
    static func events(_ house: House, isStill: @escaping @Sendable (Viewer) throws -> Bool) -> Route {
        let hub = EventHub(house.host.store)
        return Route(.api, .get, "\(prefix)/events", for: .right(.look), operation: eventsOperation) { request in
            guard let viewer = request.viewer else { throw Problem.notSignedIn }
            let store = try house.seen(by: viewer).host.store
            let reader = EventReader(
                hub, store, seesAll: viewer.scope == .all, after: try place(in: request, store), try told(in: request),
                mayGoOn: { try isStill(viewer) })
            return WebReply(
                headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: .stream(reader.next))
        }
    }

    /// Where a reader goes on: behind what they were told last, else from now on.
    private static func place(in request: WebRequest, _ store: any Store) throws -> Int64 {
        let header = HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }
        let end = try store.journalEnd()
        guard let text = header ?? request.query["after"] else { return end }
        let field = header == nil ? "query.after" : "header.Last-Event-ID"
        guard let place = Int64(text), place >= 0 else {
            throw Problem(
                .badRequest, "usage", "\"\(text)\" is no place in the journal, expected the id of an event",
                place: field)
        }
        // Another journal's place, as of a store that was restored: what happens until this one gets there would never be told.
        guard place <= end else {
            throw Problem(
                .badRequest, "beyond-journal", "\(place) is beyond the end of the journal, whose last entry is \(end)",
                help: "look at the queue anew, and go on after \(end)", place: field)
        }
        return place
    }

    private static func told(in request: WebRequest) throws(Problem) -> EventText {
        for name in request.query.names where !["after", "event", "subject"].contains(name) {
            let near = Nearest.word(to: name, of: ["after", "event", "subject"]).map { "; did you mean \"\($0)\"?" }
            throw Problem(
                .badRequest, "unknown-parameter", "there is no parameter \"\(name)\" here\(near ?? "")",
                place: "query.\(name)")
        }
        for verb in request.query.all("event") where JournalEvent.Verb(rawValue: verb) == nil {
            throw Problem(.badRequest, "usage", "there is no event \"\(verb)\"", place: "query.event")
        }
        return EventText(
            verbs: Set(request.query.all("event")), subjects: Set(request.query.all("subject").map { $0.uppercased() }))
    }

    private static let eventsOperation = Operation(
        "streamEvents", "Tells of every event of the journal as it happens, as server-sent events.", tag: "Events",
        parameters: [
            .init("Last-Event-ID", in: .header, "The id of the last event that was told; all since then follow."),
            .init("after", in: .query, "The same, where headers cannot be set."),
            .init(
                "event", in: .query, "Only these events.",
                schema: #"{"type":"array","items":{"type":"string"}}"#),
            .init(
                "subject", in: .query, "Only what happens to these, by their ids.",
                schema: #"{"type":"array","items":{"type":"string"}}"#),
        ], streams: OutwardMessages.streamed.line, refusals: [400])
}
