@testable import flywheel

extension Desk {
    /// Three tickets as Zendesk writes them: one answered, one urgent, one solved.
    func tickets(status: String = "open", updated: String = "2026-11-18T10:00:00Z") throws -> String {
        func ticket(_ id: Int, _ subject: String, _ status: String, priority: String, answer: String?) -> String {
            let comments = (answer.map { [(id * 10 + 1, 90, $0)] } ?? []).map { number, author, text in
                """
                {"id": \(number), "author_id": \(author), "public": true, "plain_body": "\(text)",
                 "created_at": "2026-11-18T09:30:00Z"}
                """
            }
            return """
                {"url": "https://acme.zendesk.com/api/v2/tickets/\(id).json", "id": \(id), "subject": "\(subject)",
                 "description": "\(subject)", "created_at": "2026-11-18T09:00:00Z", "updated_at": "\(updated)",
                 "status": "\(status)", "priority": "\(priority)", "requester_id": \(id), "submitter_id": \(id),
                 "via": {"channel": "email"}, "comments": [\(comments.joined(separator: ", "))]}
                """
        }
        let tickets = [
            ticket(7, "Where is order 302-1234567-1234567?", status, priority: "high", answer: nil),
            ticket(8, "Wrong colour", "pending", priority: "normal", answer: "Could you send a picture?"),
            ticket(9, "Thanks", "solved", priority: "low", answer: nil),
        ]
        let users = [7, 8, 9].map { id in
            """
            {"id": \(id), "name": "Jo \(id)", "email": "jo\(id)@mail.example", "role": "end-user"}
            """
        }
        let agent = """
            {"id": 90, "name": "Ben", "email": "ben@shop.example", "role": "agent"}
            """
        return try write(
            """
            {"tickets": [\(tickets.joined(separator: ",\n"))],
             "users": [\((users + [agent]).joined(separator: ",\n"))]}
            """, to: "tickets.json")
    }

    /// A desk whose three tickets were imported.
    static func withCases(_ configuration: String? = nil) throws -> Desk {
        let desk = try Desk()
        if let configuration { _ = try desk.write(configuration, to: "flywheel.yaml") }
        _ = desk.run("import", try desk.tickets(), "--account", "northwind", "--marketplace", "US")
        return desk
    }
}
