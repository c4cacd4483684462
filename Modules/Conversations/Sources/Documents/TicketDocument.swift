import Imports

/// Walks through a JSON document of tickets, record by record, with one record in memory.
///
/// The document is an object, a list, or one object a line. What an object holds under the names of ``containers`` are
/// records by themselves; an object that holds none is a record too, and so is one with an `id` of its own. Comments are
/// their ticket's where they stand in one, and else records.
struct TicketDocument {
    /// A record, what holds it, and the line it begins at.
    struct Record {
        /// The name of the member that holds it, in small letters: `tickets`, `users`, `assets/ticket`; empty where
        /// nothing does.
        let kind: String
        let line: Int
        let value: JSONValue
    }

    private static let containers: Set = [
        "tickets", "ticket", "results", "users", "groups", "organizations", "ticket_events", "audits", "metric_sets",
        "ticket_articles", "ticket_comments",
    ]
    private static let comments = "comments"
    private static let nested = "assets"

    private let json: JSONReader

    init(_ source: ByteSource, limits: ReadLimits) { json = JSONReader(source, limits: limits) }

    /// Calls `body` with every record. Throws ``ReadError`` and what `body` throws.
    func forEach(_ body: (Record) throws -> Void) throws {
        if try json.peekToken() == UInt8(ascii: "[") {
            try json.beginArray()
            while try json.nextElement() { try object(body) }
            try json.finish()
        } else {
            while try json.nextDocument() { try object(body) }
        }
    }

    private func object(_ body: (Record) throws -> Void) throws {
        guard try json.peekToken() == UInt8(ascii: "{") else { return try json.skipValue() }
        let line = json.line
        var own: [JSONValue.Member] = []
        var isHolder = false
        try json.beginObject()
        while let name = try json.nextName() {
            let small = name.lowercased()
            if Self.containers.contains(small) {
                isHolder = true
                try records(of: small, body)
            } else if small == Self.nested, try json.peekToken() == UInt8(ascii: "{") {
                isHolder = true
                try assets(body)
            } else {
                own.append(JSONValue.Member(name: name, value: try json.value()))
            }
        }
        if own.contains(where: { $0.name == "id" }) {
            return try body(Record(kind: "", line: line, value: .object(own)))
        }
        let comments = own.first { $0.name.lowercased() == Self.comments }?.value.elements
        for comment in comments ?? [] { try body(Record(kind: Self.comments, line: line, value: comment)) }
        if !isHolder, comments == nil { try body(Record(kind: "", line: line, value: .object(own))) }
    }

    /// The records of a container: a list of them, or one.
    private func records(of kind: String, _ body: (Record) throws -> Void) throws {
        guard try json.peekToken() == UInt8(ascii: "[") else {
            if try json.peekToken() == UInt8(ascii: "{") { return try record(kind, body) }
            return try json.skipValue()
        }
        try json.beginArray()
        while try json.nextElement() {
            if try json.peekToken() == UInt8(ascii: "{") { try record(kind, body) } else { try json.skipValue() }
        }
    }

    /// Objects by number, by the name of what they are.
    private func assets(_ body: (Record) throws -> Void) throws {
        try json.beginObject()
        while let name = try json.nextName() {
            guard try json.peekToken() == UInt8(ascii: "{") else {
                try json.skipValue()
                continue
            }
            try json.beginObject()
            while try json.nextName() != nil {
                if try json.peekToken() == UInt8(ascii: "{") {
                    try record("\(Self.nested)/\(name.lowercased())", body)
                } else {
                    try json.skipValue()
                }
            }
        }
    }

    private func record(_ kind: String, _ body: (Record) throws -> Void) throws {
        _ = try json.peekToken()
        let line = json.line
        try body(Record(kind: kind, line: line, value: try json.value()))
    }
}
